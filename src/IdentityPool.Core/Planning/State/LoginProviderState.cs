namespace IdentityPools.Planning;

/// <summary>A public login provider: the app id, and Twitter's secret beside it.</summary>
internal sealed record LoginProviderState(string AppId, ProviderSecret? Secret)
{
    private const char Separator = ';';

    /// <summary>The state of a value as the API has it: Twitter's holds key and secret in one text.</summary>
    public static LoginProviderState OfApi(string url, string value)
    {
        var separator = url == LoginProvider.UrlOf(LoginProviderName.Twitter) ? value.IndexOf(Separator, StringComparison.Ordinal) : -1;
        return separator < 0 ? new(value, null) : new(value[..separator], ProviderSecret.Of(value[(separator + 1)..]));
    }

    /// <summary>The value as the API takes it, secret included.</summary>
    public string ToApi() => Secret is null ? AppId : AppId + Separator + Secret.Reveal();

    public override string ToString() => Secret is null ? AppId : $"{AppId} ({Secret})";
}

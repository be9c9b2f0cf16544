namespace IdentityPools.Planning;

/// <summary>A public login provider: the app id, and Twitter's secret beside it.</summary>
internal sealed record LoginProviderState(string AppId, ProviderSecret? Secret)
{
    private const char Separator = ';';

    /// <summary>The state of a value as the API has it: Twitter's holds key and secret in one text.</summary>
    public static LoginProviderState OfApi(string url, string value)
    {
        if (url != LoginProvider.UrlOf(LoginProviderName.Twitter) || value.Length == 0)
        {
            return new(value, null);
        }

        // A text that is not of that form may be the secret alone.
        var separator = value.IndexOf(Separator, StringComparison.Ordinal);
        return separator <= 0 ? new("", ProviderSecret.Of(value)) : new(value[..separator], ProviderSecret.Of(value[(separator + 1)..]));
    }

    /// <summary>The value as the API takes it, secret included.</summary>
    public string ToApi() =>
        Secret is null ? AppId
        : AppId.Length == 0 ? Secret.Reveal()
        : AppId + Separator + Secret.Reveal();

    /// <summary>What may be shown of it.</summary>
    public string Shown => AppId.Length == 0 && Secret is not null ? Secret.ToString() : AppId;

    public override string ToString() => Secret is null ? AppId : $"{AppId} ({Secret})";
}

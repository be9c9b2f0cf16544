using IdentityPools.Model;

namespace IdentityPools.Planning;

/// <summary>An identity pool as CreateIdentityPool, DescribeIdentityPool and UpdateIdentityPool know it.</summary>
internal sealed record PoolState
{
    /// <summary>The id; <see cref="Pending.PoolId"/> before the pool exists.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool AllowUnauthenticatedIdentities { get; init; }

    public bool? AllowClassicFlow { get; init; }

    public ValueList<UserPoolProviderState> UserPools { get; init; } = [];

    /// <summary>By the provider's URL.</summary>
    public ValueMap<LoginProviderState> LoginProviders { get; init; } = ValueMap<LoginProviderState>.Empty;

    public ValueList<string> OpenIdConnectProviderArns { get; init; } = [];

    public ValueList<string> SamlProviderArns { get; init; } = [];

    public string? DeveloperProviderName { get; init; }

    /// <summary>All tags, those of the bookkeeping too.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>What must not be shown.</summary>
    public IEnumerable<ProviderSecret> Secrets => LoginProviders.Values.Select(provider => provider.Secret).OfType<ProviderSecret>();

    /// <summary>The names by which role mappings may speak of the pool's providers.</summary>
    public IEnumerable<string> ProviderKeys =>
        UserPools.Select(provider => provider.Key).Concat(LoginProviders.Keys).Concat(OpenIdConnectProviderArns).Concat(SamlProviderArns);

    /// <summary>The names by which principal tags may speak of the pool's providers.</summary>
    public IEnumerable<string> ProviderNames =>
        UserPools.Select(provider => provider.ProviderName).Distinct().Concat(LoginProviders.Keys).Concat(OpenIdConnectProviderArns).Concat(SamlProviderArns);

    /// <summary>Whether the pool was made here and nothing was ever attached to it: its creation was cut off.</summary>
    public bool IsUnfinished(AttachmentState attachment) =>
        Bookkeeping.IsManaged(Tags) && !Tags.ContainsKey(Bookkeeping.Adopted) && attachment == AttachmentState.Empty;

    /// <summary>The same state in one order, since AWS promises none.</summary>
    public PoolState Sorted() =>
        this with
        {
            UserPools = UserPools.OrderBy(provider => provider.Key, StringComparer.Ordinal).ToValueList(),
            OpenIdConnectProviderArns = OpenIdConnectProviderArns.Order(StringComparer.Ordinal).ToValueList(),
            SamlProviderArns = SamlProviderArns.Order(StringComparer.Ordinal).ToValueList(),
        };

    public PoolState Map(Func<string, string> map) =>
        this with
        {
            Id = map(Id),
            UserPools = UserPools.Select(provider => provider.Map(map)).ToValueList(),
            OpenIdConnectProviderArns = OpenIdConnectProviderArns.Select(map).ToValueList(),
            SamlProviderArns = SamlProviderArns.Select(map).ToValueList(),
            Tags = ValueMap<string>.Create(Tags.Select(tag => KeyValuePair.Create(map(tag.Key), map(tag.Value)))),
        };
}

/// <summary>A client of a user pool as a provider of an identity pool.</summary>
internal sealed record UserPoolProviderState(string ProviderName, string ClientId, bool ServerSideTokenCheck)
{
    /// <summary>The name by which role mappings know the provider.</summary>
    public string Key => $"{ProviderName}:{ClientId}";

    public UserPoolProviderState Map(Func<string, string> map) => this with { ProviderName = map(ProviderName), ClientId = map(ClientId) };
}

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
        return separator <= 0 ? new("", ProviderSecret.From(value)) : new(value[..separator], ProviderSecret.From(value[(separator + 1)..]));
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

/// <summary>Attributes for access control of one provider.</summary>
internal sealed record PrincipalTagState(bool UseDefaults, ValueMap<string> Tags)
{
    /// <summary>No session tags at all; AWS has no call that deletes the setting.</summary>
    public static readonly PrincipalTagState Off = new(false, ValueMap<string>.Empty);

    public bool IsOn => UseDefaults || Tags.Count > 0;

    public override string ToString() => UseDefaults ? "default tags" : Tags.ToString();
}

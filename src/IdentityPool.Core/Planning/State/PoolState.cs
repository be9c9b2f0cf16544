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

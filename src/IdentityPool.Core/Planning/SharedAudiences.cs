namespace IdentityPools.Planning;

/// <summary>
/// The audiences that the definitions of one run ask for, by issuer. An account has one provider for an issuer: what one definition does not mention may be
/// what the next one needs.
/// </summary>
internal sealed record SharedAudiences
{
    public static readonly SharedAudiences None = new();

    private ValueMap<ValueList<string>> Audiences { get; init; } = ValueMap<ValueList<string>>.Empty;

    /// <summary>What definitions ask for together, as far as it stands in them as text.</summary>
    public static SharedAudiences Of(IEnumerable<IdentityPool> definitions) =>
        new()
        {
            Audiences = ValueMap<ValueList<string>>.Create(
                definitions
                    .SelectMany(definition => definition.OpenIdConnectProviders)
                    .Where(provider => provider is { IsManaged: true, Url.Literal: not null })
                    .GroupBy(provider => provider.Url!.Literal!, StringComparer.Ordinal)
                    .Select(group =>
                        KeyValuePair.Create(
                            group.Key,
                            group.SelectMany(provider => provider.ClientIds).Select(clientId => clientId.Literal).OfType<string>().Distinct().ToValueList()
                        )
                    )
            ),
        };

    public IEnumerable<string> Of(string url) => Audiences.GetValueOrDefault(url) ?? [];
}

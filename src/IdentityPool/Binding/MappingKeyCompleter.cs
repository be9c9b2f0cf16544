using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>Completes the key of a role mapping: the one it would have anyway, to start from.</summary>
public sealed class MappingKeyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Providers(line)
            .Where(provider => provider.DefaultKey is { Length: > 0 })
            .Select(provider => Suggestion.Of(provider.DefaultKey!, nameof(Messages.CompletedMappingKey), provider));

    private static IEnumerable<ProviderReference> Providers(CompletionLine line) =>
        line.Provider is not { } provider ? line.Pools.SelectMany(pool => pool.ProviderReferences)
        : line.Pools.Count > 0 ? line.Pools.Select(pool => pool.Bound(provider))
        : [provider];
}

namespace IdentityPools.Binding;

/// <summary>Completes providers by the name that the API knows them by: those of the pool on the line, or else the login providers.</summary>
public sealed class ProviderUrlCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var ofPool = line
            .Pools.SelectMany(pool => pool.ProviderReferences.Select(provider => (pool, provider)))
            .Where(known => known.provider.Url?.Literal is not null)
            .Select(known => Suggestion.Of(known.provider.Url!.Literal!, nameof(Messages.CompletedProvider), known.provider, known.pool))
            .ToList();
        return ofPool.Count > 0 ? ofPool : Enum.GetValues<LoginProviderName>().Select(login => new Suggestion(LoginProvider.UrlOf(login), $"{login}"));
    }
}

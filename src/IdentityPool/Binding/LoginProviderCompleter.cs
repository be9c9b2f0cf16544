namespace IdentityPools.Binding;

/// <summary>Completes login providers: those of the pool on the line, or all where it has none that fit.</summary>
public sealed class LoginProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var all = EnumCompleter<LoginProviderName>.All.ToList();
        var ofPool = line.Pools.SelectMany(pool => pool.LoginProviders).Select(provider => provider.Provider.ToString()).ToHashSet();
        var fitting = all.Where(suggestion => ofPool.Contains(suggestion.Text) && line.Fits(suggestion.Text)).ToList();
        return fitting.Count > 0 ? fitting : all;
    }
}

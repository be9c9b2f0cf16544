namespace IdentityPools.Binding;

/// <summary>Completes the names of pools that variables of the session hold.</summary>
public sealed class IdentityPoolNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => IdentityPoolIdCompleter.Held(line, pool => pool.Name?.Literal);
}

namespace IdentityPools.Binding;

/// <summary>Completes the ARNs of pools that variables of the session hold.</summary>
public sealed class IdentityPoolArnCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => IdentityPoolIdCompleter.Held(line, pool => pool.Arn);
}

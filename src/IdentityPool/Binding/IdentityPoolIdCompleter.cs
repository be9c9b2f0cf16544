namespace IdentityPools.Binding;

/// <summary>Completes the ids of pools that variables of the session hold.</summary>
public sealed class IdentityPoolIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => Held(line, pool => pool.Id);

    internal static IEnumerable<Suggestion> Held(CompletionLine line, Func<IdentityPool, string?> text) =>
        from held in line.Session.Holding<IdentityPool>()
        where text(held.Value) is { Length: > 0 }
        select Suggestion.Of(text(held.Value)!, nameof(Messages.CompletedPool), held.Value, held.Name);
}

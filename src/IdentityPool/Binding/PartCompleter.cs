namespace IdentityPools.Binding;

/// <summary>
/// Completes a part of a pool by its name: as the pool on the line has it, or else those that variables of the session hold; and the variables that hold such
/// a part themselves.
/// </summary>
/// <typeparam name="T">The part.</typeparam>
public abstract class PartCompleter<T> : ValueCompleter
    where T : notnull
{
    private protected PartCompleter() { }

    private protected sealed override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Named(line)
            .Concat(
                line.Session.Where(value => value is T part && IsMeant(part, line))
                    .Select(variable => Suggestion.OfVariable(variable.Name, variable.Value))
                    .OfType<Suggestion>()
            );

    /// <summary>The parts of a pool that can be named by text.</summary>
    private protected abstract IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line);

    /// <summary>Whether a part that a variable holds can be meant.</summary>
    private protected virtual bool IsMeant(T part, CompletionLine line) => true;

    private List<Suggestion> Named(CompletionLine line)
    {
        var ofLine = line.Pools.SelectMany(pool => Parts(pool, line)).ToList();
        return ofLine.Count > 0 ? ofLine : line.Session.Holding<IdentityPool>().SelectMany(held => Parts(held.Value, line)).ToList();
    }
}

using System.Collections;
using IdentityPools.Arguments;

namespace IdentityPools.Completion;

/// <summary>Completes the variables of the session that hold what the parameter takes.</summary>
/// <typeparam name="T">The type of the parameter; for an array, lists count too.</typeparam>
public sealed class VariableCompleter<T> : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line.Session.Where(Fits).Select(variable => Suggestion.ForVariable(variable.Name, variable.Value)).OfType<Suggestion>();

    private static bool Fits(object value) =>
        typeof(T).GetElementType() is not { } item ? value is T
        : value is IList list && CompletionSession.IsOfFramework(list)
            ? list.Count > 0 && list.Cast<object?>().All(entry => item.IsInstanceOfType(PSValue.Base(entry)))
        : item.IsInstanceOfType(value);
}

using IdentityPools.Policies;

namespace IdentityPools.Binding;

/// <summary>Completes actions in two steps: first the service, then what it can do.</summary>
public sealed class ActionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var actions = ServiceCatalogue.Actions.ToList();
        return line.Word.Contains(':', StringComparison.Ordinal)
            ? actions.Select(Of)
            : actions
                .DistinctBy(action => action.Prefix)
                .OrderBy(action => action.Prefix, StringComparer.Ordinal)
                .Select(action => Suggestion.Of(action.Prefix, nameof(Messages.CompletedService), action.Service));
    }

    private static Suggestion Of(KnownAction action) =>
        Suggestion.Of(
            action.Name,
            action.Name.EndsWith('*') ? nameof(Messages.CompletedActionPattern) : nameof(Messages.CompletedAction),
            action.Access,
            action.Service
        );
}

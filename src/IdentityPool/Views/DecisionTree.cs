namespace IdentityPools.Views;

/// <summary>A decision with everything that was looked at, and what is to be known about it.</summary>
internal static class DecisionTree
{
    public static ViewNode Of(RoleDecision decision) =>
        new(decision.ToString(), Tone(decision.Outcome))
        {
            Children =
            [
                .. decision.Provider is { } provider ? [new($"{nameof(decision.Provider)}: {provider}")] : Array.Empty<ViewNode>(),
                .. decision.Trace.Select(entry => new ViewNode($"{Sign(entry)} {entry}", Tone(entry))),
                .. decision.Notes.Select(Of),
            ],
        };

    private static ViewNode Of(RoleDecisionNote note) =>
        new(note.Text, ViewTone.Warning) { Children = note.Readings.Select(reading => new ViewNode(reading)).ToList() };

    private static char Sign(RoleTraceEntry entry) => entry.IsDecisive ? '*' : ' ';

    private static ViewTone Tone(RoleTraceEntry entry) => entry.IsDecisive ? ViewTone.Added : ViewTone.Quiet;

    private static ViewTone Tone(RoleDecisionOutcome outcome) =>
        outcome switch
        {
            RoleDecisionOutcome.Role => ViewTone.Added,
            RoleDecisionOutcome.Denied => ViewTone.Removed,
            _ => ViewTone.Warning,
        };
}

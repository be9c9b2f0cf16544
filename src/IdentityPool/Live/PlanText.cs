using IdentityPools.Planning;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>Plans as people read them: a line for each difference, with the call that closes it.</summary>
internal static class PlanText
{
    public static string Of(PublishPlan plan)
    {
        var title = plan.Id is { } id
            ? Fault.Sentence(nameof(Messages.PublishChange), plan.Name, id, plan.Account.Region)
            : Fault.Sentence(nameof(Messages.PublishCreation), plan.Name, plan.Account.Region);
        return Lines([title, .. plan.Steps.SelectMany(Lines), .. plan.Kept.Select(kept => $"  {kept}")]);
    }

    public static string Of(RemovalPlan plan) => Lines([Fault.Sentence(nameof(Messages.Removal), plan.Name, plan.Id), .. plan.Steps.SelectMany(Lines)]);

    /// <summary>What is kept of a pool that is as it shall be.</summary>
    public static string Unchanged(PublishPlan plan) =>
        Lines([Fault.Sentence(nameof(Messages.NothingToDo), plan.Name), .. plan.Kept.Select(kept => $"  {kept}")]);

    private static IEnumerable<string> Lines(PlanStep step) =>
        step.Changes.Count == 0
            ? [$"  > {step.Target} ({step.Operation})"]
            : step.Changes.Select(change => $"  {change} ({(change.Operation.Length > 0 ? change.Operation : step.Operation)})");

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}

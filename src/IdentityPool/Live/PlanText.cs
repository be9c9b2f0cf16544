using IdentityPools.Planning;
using IdentityPools.Validation;
using IdentityPools.Views;

namespace IdentityPools.Live;

/// <summary>Plans as people read them: a line for each difference, with the call that closes it.</summary>
internal static class PlanText
{
    public static string Of(PublishPlan plan) => Lines([Title(plan), .. plan.Steps.SelectMany(Lines), .. plan.Kept.SelectMany(kept => Lines(kept, ""))]);

    /// <summary>What of a plan deletes or detaches something, as a question; null when nothing does.</summary>
    public static string? Losses(PublishPlan plan) =>
        plan.Losses.ToList() is { Count: > 0 } losses
            ? Lines([Title(plan), .. losses.SelectMany(change => Lines(change, $" ({change.Operation})")), Fault.Sentence(nameof(Messages.LossQuestion))])
            : null;

    public static string Of(RemovalPlan plan) =>
        Lines([
            Fault.Sentence(nameof(Messages.Removal), plan.Name, plan.Id, plan.Account),
            .. plan.Steps.Select(step => ShownText.Line($"  - {step.Target} ({step.Operation})")),
        ]);

    /// <summary>What is kept of a pool that is as it shall be.</summary>
    public static string Unchanged(PublishPlan plan) =>
        Lines([Fault.Sentence(nameof(Messages.NothingToDo), plan.Name), .. plan.Kept.SelectMany(kept => Lines(kept, ""))]);

    private static string Title(PublishPlan plan) =>
        plan.Id is { } id
            ? Fault.Sentence(nameof(Messages.PublishChange), plan.Name, id, plan.Account)
            : Fault.Sentence(nameof(Messages.PublishCreation), plan.Name, plan.Account);

    private static IEnumerable<string> Lines(PlanStep step) =>
        step.Changes.Count == 0
            ? [ShownText.Line($"  > {step.Target} ({step.Operation})")]
            : step.Changes.SelectMany(change => Lines(change, $" ({(change.Operation.Length > 0 ? change.Operation : step.Operation)})"));

    /// <summary>A long change goes on below its first line, as Compare-IdentityPool shows it.</summary>
    private static IEnumerable<string> Lines(IdentityPoolChange change, string call)
    {
        var tree = ChangeTree.Of(change);
        return [$"  {tree.Text}{call}", .. tree.Children.Select(line => $"    {line.Text}")];
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}

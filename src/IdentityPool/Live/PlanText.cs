using IdentityPools.Planning;
using IdentityPools.Values;
using IdentityPools.Views;

namespace IdentityPools.Live;

/// <summary>Plans as people read them: a line for each difference, with the call that closes it.</summary>
internal static class PlanText
{
    public static string Write(PublishPlan plan) =>
        Lines([
            Title(plan),
            .. plan.Steps.SelectMany(Lines),
            .. plan.Kept.SelectMany(kept => Lines(kept, "")),
            "  " + MessageText.Format(nameof(Messages.PlanHashLine), plan.Hash),
        ]);

    /// <summary>
    /// A plan that takes something away, as a question; null when it does not. The losses come first, but the answer counts for the whole plan, so that the
    /// rest is shown too.
    /// </summary>
    public static LossSummary? Losses(PublishPlan plan)
    {
        var paths = plan.Losses.Select(change => change.Path).ToList();
        return paths.Count == 0 ? null : new(Question(plan), paths);
    }

    private static string Question(PublishPlan plan)
    {
        var lines = plan.Steps.SelectMany(step => Parts(step)).ToLookup(part => part.IsLoss, part => part.Lines);
        var losses = lines[true].SelectMany(part => part);
        var rest = lines[false].SelectMany(part => part).ToList();
        return rest.Count == 0
            ? Lines([Title(plan), .. losses, MessageText.Format(nameof(Messages.LossQuestion))])
            : Lines([Title(plan), .. losses, MessageText.Format(nameof(Messages.LossRest)), .. rest, MessageText.Format(nameof(Messages.LossRestQuestion))]);
    }

    public static string Write(RemovalPlan plan) =>
        Lines([
            MessageText.Format(nameof(Messages.Removal), plan.Name, plan.Id, plan.Account),
            .. plan.Steps.Select(step => ShownText.Line($"  - {step.Target} ({step.Operation})")),
        ]);

    /// <summary>What is kept of a pool that is as it should be.</summary>
    public static string Unchanged(PublishPlan plan) =>
        Lines([MessageText.Format(nameof(Messages.NothingToDo), plan.Name), .. plan.Kept.SelectMany(kept => Lines(kept, ""))]);

    private static string Title(PublishPlan plan) =>
        plan.Id is { } id
            ? plan.LiveName == plan.Name
                ? MessageText.Format(nameof(Messages.PublishChange), plan.Name, id, plan.Account)
                : MessageText.Format(nameof(Messages.PublishRename), plan.LiveName, id, plan.Account, plan.Name)
            : MessageText.Format(nameof(Messages.PublishCreation), plan.Name, plan.Account);

    private static IEnumerable<string> Lines(PlanStep step) => Parts(step).SelectMany(part => part.Lines);

    /// <summary>The differences that a call closes, or the call where it closes none of its own.</summary>
    private static IEnumerable<(bool IsLoss, IEnumerable<string> Lines)> Parts(PlanStep step) =>
        step.Changes.Count == 0
            ? [(step.TakesAway, [ShownText.Line($"  > {step.Target} ({step.Operation})")])]
            : step.Changes.Select(change => (change.IsLoss, Lines(change, $" ({(change.Operation.Length > 0 ? change.Operation : step.Operation)})")));

    /// <summary>A long change goes on below its first line, as Compare-IdentityPool shows it.</summary>
    private static IEnumerable<string> Lines(IdentityPoolChange change, string call)
    {
        var tree = ChangeTree.Create(change);
        return [$"  {tree.Text}{call}", .. tree.Children.Select(line => $"    {line.Text}")];
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}

/// <summary>What a plan takes away.</summary>
/// <param name="Text">The plan as a question, the losses first.</param>
/// <param name="Paths">The parts that lose something.</param>
internal sealed record LossSummary(string Text, IReadOnlyList<string> Paths);

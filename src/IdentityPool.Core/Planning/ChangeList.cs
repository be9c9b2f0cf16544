using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>Collects differences and what is kept, for one call after the other.</summary>
internal sealed class ChangeList
{
    private readonly List<IdentityPoolChange> pending = [];
    private readonly List<IdentityPoolChange> kept = [];
    private readonly List<PlanStep> steps = [];
    private readonly string poolName;

    public ChangeList(string poolName) => this.poolName = poolName;

    public IReadOnlyList<PlanStep> Steps => steps;

    public IReadOnlyList<IdentityPoolChange> Kept => kept;

    /// <summary>Whether differences wait for the step that closes them.</summary>
    public bool HasPending => pending.Count > 0;

    public void Create(string path, object? after) => Add(path, ChangeKind.Create, null, after, isLoss: false);

    /// <summary>A value that becomes another one.</summary>
    /// <param name="path">The part.</param>
    /// <param name="before">What there is.</param>
    /// <param name="after">What there will be.</param>
    /// <param name="isLoss">Whether that takes something away, as <see cref="Loss"/> has it.</param>
    public void Update(string path, object? before, object? after, bool isLoss) => Add(path, ChangeKind.Update, before, after, isLoss);

    public void Delete(string path, object? before) => Add(path, ChangeKind.Delete, before, null, isLoss: true);

    /// <summary>A role that nobody gets any more. What it may do is told, as far as it may be read; it is nothing that is done.</summary>
    /// <param name="arn">The role.</param>
    /// <param name="permissions">What those who got it lose.</param>
    public void Detach(string arn, string permissions) =>
        pending.Add(
            new($"{nameof(IdentityPool.Roles)}[{arn}]", ChangeKind.Delete, Pending.Readable(permissions), null, "") { IdentityPool = poolName, IsLoss = true }
        );

    /// <summary>A difference that stays.</summary>
    /// <param name="path">The part.</param>
    /// <param name="before">What there is.</param>
    /// <param name="remedy">How it would go.</param>
    public void Keep(string path, object? before, string remedy) =>
        kept.Add(new(path, ChangeKind.Keep, Text(before ?? Messages.None), null, "") { IdentityPool = poolName, Remedy = remedy });

    /// <summary>What the definition does not mention: it goes, or is kept.</summary>
    public void RemoveOrKeep(string path, object before, bool goes)
    {
        if (goes)
        {
            Delete(path, before);
        }
        else
        {
            Keep(path, before, Messages.KeptUntilPrune);
        }
    }

    /// <summary>A value that is to be there, to go, or to become another one.</summary>
    /// <param name="path">The part.</param>
    /// <param name="before">What there is.</param>
    /// <param name="after">What there should be.</param>
    /// <param name="isLoss">Whether another value takes something away, as <see cref="Loss"/> has it.</param>
    public void Difference(string path, object? before, object? after, bool isLoss)
    {
        if (before is null && after is not null)
        {
            Create(path, after);
        }
        else if (after is null && before is not null)
        {
            Delete(path, before);
        }
        else if (!Equals(before, after))
        {
            Update(path, before, after, isLoss);
        }
    }

    /// <summary>The call that closes all differences that wait.</summary>
    public void Close(PlanStep step)
    {
        steps.Add(step with { Changes = pending.Select(change => change with { Operation = step.Operation }).ToValueList() });
        pending.Clear();
    }

    private void Add(string path, ChangeKind kind, object? before, object? after, bool isLoss) =>
        pending.Add(
            new(path, kind, Text(before), Text(after), "")
            {
                IdentityPool = poolName,
                Values = (before, after),
                IsLoss = isLoss,
            }
        );

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            _ => Pending.Readable(value.ToString()!),
        };
}

/// <summary>Documents as a line of a plan tells them.</summary>
internal static class ChangeText
{
    /// <summary>What a policy allows and denies; the document itself where it says something else.</summary>
    public static string Describe(string role, TemplateNode document)
    {
        try
        {
            return string.Join("; ", StatementImporter.Statements(document, role));
        }
        catch (DefinitionException)
        {
            return document.ToString();
        }
    }

    /// <summary>Settings by name.</summary>
    public static string Describe(TemplateMapping settings) =>
        settings.Count == 0 ? Messages.Defaults : string.Join("; ", settings.Select(setting => $"{setting.Key} {Value(setting.Value)}"));

    private static string Value(TemplateNode node) =>
        node switch
        {
            TemplateScalar scalar => scalar.Text,
            TemplateSequence sequence => string.Join(", ", sequence.Select(Value)),
            _ => node.ToString(),
        };
}

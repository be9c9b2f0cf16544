using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>
/// What was changed of a role's permissions, told by the statements of its template: several of these may be one in the definition. Of what is revoked in part the
/// rest stays where it stands, and what is granted comes beside what stands there.
/// </summary>
internal sealed class StatementChange
{
    private readonly List<PolicyStatement> before;
    private readonly List<PolicyStatement> now;
    private readonly List<PolicyStatement> gone;
    private readonly List<PolicyStatement> found = [];

    /// <param name="before">What the role could do when it was imported.</param>
    /// <param name="now">What it may do now.</param>
    public StatementChange(IReadOnlyList<PolicyStatement> before, IReadOnlyList<PolicyStatement> now)
    {
        this.before = before.Select(Neutral).ToList();
        this.now = now.Select(Neutral).ToList();
        gone = this.before.Except(this.now).ToList();
        var left = this.before.ToList();
        Granted = Enumerable.Range(0, this.now.Count).Where(index => !left.Remove(this.now[index])).Select(Increment).OfType<(int, PolicyStatement)>().ToList();
    }

    /// <summary>What comes: which statement of the definition, and what of it is new.</summary>
    public IReadOnlyList<(int Index, PolicyStatement More)> Granted { get; }

    /// <summary>The statements of the template that were found to be changed, in the order in which they were asked for.</summary>
    public IReadOnlyList<PolicyStatement> Found => found;

    public bool Revokes => gone.Count > 0;

    /// <summary>What is left of a statement of the template; null where it stays as it is.</summary>
    public IReadOnlyList<PolicyStatement>? Left(TemplateNode written)
    {
        if (Read(written) is not { } statement)
        {
            // What cannot be told was not read as a statement.
            return null;
        }

        var origins = gone.FindAll(known => known.Sid == statement.Sid && statement.Within(known) == statement);
        var parts = origins.SelectMany(Heirs).Distinct().Select(statement.Within).OfType<PolicyStatement>().ToList();
        if (origins.Count == 0 || parts.Contains(statement))
        {
            return null;
        }

        found.Add(statement);
        return parts.Where((part, index) => !part.IsSaidBy(parts.Take(index).ToList())).ToList();
    }

    /// <summary>The first statement that is revoked and was not found where it could be taken out; null for none.</summary>
    public PolicyStatement? Missing() =>
        gone.Find(statement => !statement.IsSaidBy([.. Heirs(statement), .. found.FindAll(known => known.Sid == statement.Sid)]));

    /// <summary>A statement of a template, cut to what a part says.</summary>
    public static TemplateMapping Part(TemplateMapping written, PolicyStatement part)
    {
        var result = written.With("Action", Cut(written["Action"], part.TypedActions)).With("Resource", Cut(written["Resource"], part.TypedResources));
        return part.Sid is null && written["Sid"] is TemplateScalar ? result.With("Sid", null) : result;
    }

    /// <summary>A statement as it is written anew, cut to what is granted.</summary>
    public static TemplateMapping Anew(TemplateMapping written, PolicyStatement more) =>
        new(
            Part(written, more)
                .Select(entry =>
                    entry is { Key: "Action" or "Resource", Value: TemplateSequence { Items: [var only] } } ? KeyValuePair.Create(entry.Key, only) : entry
                )
        );

    private static TemplateNode? Cut(TemplateNode? written, ValueList<TemplateValue> values) =>
        written is TemplateSequence list && list.Where(item => IsOf(item, values)).ToList() is { Count: var count } kept && count < list.Items.Count
            ? new TemplateSequence(kept)
            : written;

    private static bool IsOf(TemplateNode item, ValueList<TemplateValue> values) =>
        !TemplateValue.IsValue(item) || values.Contains(TemplateValue.FromNode(PartitionNames.Neutral(item)));

    /// <summary>The statements in which one that is gone goes on: what is left of it, and what it became one with.</summary>
    private IEnumerable<PolicyStatement> Heirs(PolicyStatement statement)
    {
        var own = now.FindAll(known => known.Sid == statement.Sid && (statement.Sid is null || known.Within(statement) == known));
        // Of what is split up only the first part has the Sid.
        return own.Count > 0 && statement.Sid is not null ? own.Concat(now.Where(known => known.Sid is null && !before.Contains(known))) : own;
    }

    private (int Index, PolicyStatement More)? Increment(int index)
    {
        var statement = now[index];
        // A statement that is still there as it was is another one, even where it says a part of the same.
        var origins = gone.FindAll(known =>
            known.Sid == statement.Sid ? statement.Sid is null || statement.Within(known) == statement : Heirs(known).Contains(statement)
        );
        return statement.Beyond(origins) is { } more ? (index, more) : null;
    }

    /// <summary>The statement as the commercial partition writes it.</summary>
    private static PolicyStatement Neutral(PolicyStatement statement) => Read(statement.ToNode()) ?? statement;

    private static PolicyStatement? Read(TemplateNode written)
    {
        try
        {
            return StatementImporter.Statements(PolicyDocument.Create([PartitionNames.Neutral(written)]), "Statement") is [var read] ? read : null;
        }
        catch (DefinitionException)
        {
            return null;
        }
    }
}

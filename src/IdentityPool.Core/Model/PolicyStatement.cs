using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A statement of a permissions policy. Actions and resources are sets: they are kept sorted, each once.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html</remarks>
public sealed record PolicyStatement : IDefinition
{
    private PolicyStatement() { }

    /// <summary>Whether the statement allows or denies.</summary>
    public PolicyEffect Effect { get; private init; }

    /// <summary>The actions, <c>s3:GetObject</c> for example.</summary>
    public ValueList<object> Actions => TypedActions.Plain();

    internal ValueList<TemplateValue> TypedActions { get; private init; } = [];

    /// <summary>Where <see cref="Actions"/> is empty: every action but these.</summary>
    public ValueList<object> NotActions => TypedNotActions.Plain();

    internal ValueList<TemplateValue> TypedNotActions { get; private init; } = [];

    /// <summary>The ARNs.</summary>
    public ValueList<object> Resources => TypedResources.Plain();

    internal ValueList<TemplateValue> TypedResources { get; private init; } = [];

    /// <summary>Where <see cref="Resources"/> is empty: every resource but these.</summary>
    public ValueList<object> NotResources => TypedNotResources.Plain();

    internal ValueList<TemplateValue> TypedNotResources { get; private init; } = [];

    /// <summary>The conditions as JSON, or null.</summary>
    public string? Condition => ConditionNode?.ToString();

    /// <summary>A name for the statement, letters and digits.</summary>
    public string? Sid { get; private init; }

    internal TemplateMapping? ConditionNode { get; private init; }

    internal static PolicyStatement Create(PolicyStatementParts parts)
    {
        PolicyRules.Check(parts);
        return new()
        {
            Effect = parts.Effect,
            TypedActions = Set(parts.Actions),
            TypedNotActions = Set(parts.NotActions),
            TypedResources = Set(parts.Resources),
            TypedNotResources = Set(parts.NotResources),
            ConditionNode = parts.Condition is { Count: > 0 } condition ? PolicyConditions.Canonical(condition) : null,
            Sid = parts.Sid,
        };
    }

    /// <summary>Whether this statement says all that the other one says.</summary>
    internal bool Covers(PolicyStatement other) =>
        this == other || (IsComparable(other) && other.TypedActions.All(TypedActions.Contains) && other.TypedResources.All(TypedResources.Contains));

    /// <summary>What both statements say, with the Sid that both have; null where that is nothing.</summary>
    internal PolicyStatement? Within(PolicyStatement other)
    {
        if (!IsAlike(other))
        {
            return null;
        }

        var both = this with
        {
            TypedActions = TypedActions.Where(other.TypedActions.Contains).ToValueList(),
            TypedResources = TypedResources.Where(other.TypedResources.Contains).ToValueList(),
            Sid = Sid == other.Sid ? Sid : null,
        };
        return both.HasSameKinds(this) ? both : null;
    }

    /// <summary>Whether others together say all that this statement says, whatever their Sids.</summary>
    internal bool IsSaidBy(IReadOnlyCollection<PolicyStatement> others)
    {
        var alike = others.Where(IsAlike).ToList();
        return Axis(TypedActions)
            .All(action =>
                Axis(TypedResources)
                    .All(resource =>
                        alike.Exists(other =>
                            (action is null || other.TypedActions.Contains(action)) && (resource is null || other.TypedResources.Contains(resource))
                        )
                    )
            );

        static IEnumerable<TemplateValue?> Axis(ValueList<TemplateValue> values) => values.Count > 0 ? values : new TemplateValue?[] { null };
    }

    /// <summary>What this statement says and others that may be one with it do not; null for nothing.</summary>
    internal PolicyStatement? Beyond(IReadOnlyCollection<PolicyStatement> others)
    {
        var alike = others.Where(IsAlike).ToList();
        var more = this with
        {
            TypedActions = TypedActions
                .Where(action => !alike.Exists(other => other.TypedActions.Contains(action) && TypedResources.All(other.TypedResources.Contains)))
                .ToValueList(),
        };
        more = more with
        {
            TypedResources = TypedResources
                .Where(resource => !alike.Exists(other => other.TypedResources.Contains(resource) && more.TypedActions.All(other.TypedActions.Contains)))
                .ToValueList(),
        };
        return more.HasSameKinds(this) ? more : null;
    }

    /// <summary>One statement that says what both say, or null when there is none.</summary>
    internal PolicyStatement? MergedWith(PolicyStatement other) =>
        Covers(other) ? this
        : other.Covers(this) ? other
        : !IsComparable(other) ? null
        : TypedResources == other.TypedResources ? this with { TypedActions = Set([.. TypedActions, .. other.TypedActions]) }
        : TypedActions == other.TypedActions ? this with { TypedResources = Set([.. TypedResources, .. other.TypedResources]) }
        : null;

    /// <summary>
    /// What is left of the statement without some actions, on some resources or on all; the statement itself where it does not name them. What it denies stays
    /// denied: to take that away would allow more.
    /// </summary>
    internal IEnumerable<PolicyStatement> Without(IReadOnlyCollection<TemplateValue> actions, IReadOnlyCollection<TemplateValue>? resources)
    {
        var (taken, actionsLeft) = Split(TypedActions, action => actions.Any(other => IsSameAction(action, other)));
        var (withdrawn, resourcesLeft) = Split(TypedResources, resource => resources?.Contains(resource) != false);
        if (Effect == PolicyEffect.Deny || taken.Count == 0 || (resources is not null && withdrawn.Count == 0))
        {
            return [this];
        }

        // Where only some resources go, the actions stay on the others; of two statements one can have the Sid.
        var others = resources is null || resourcesLeft.Count == 0 ? [] : new[] { this with { TypedActions = taken, TypedResources = resourcesLeft } };
        return actionsLeft.Count == 0 ? others : [this with { TypedActions = actionsLeft }, .. others.Select(other => other with { Sid = null })];
    }

    /// <summary>The statement as it stands in a policy document.</summary>
    internal TemplateMapping ToNode() =>
        new()
        {
            { "Sid", Sid },
            { "Effect", Effect.ToString() },
            { "Action", OneOrMany(TypedActions) },
            { "NotAction", OneOrMany(TypedNotActions) },
            { "Resource", OneOrMany(TypedResources) },
            { "NotResource", OneOrMany(TypedNotResources) },
            { "Condition", ConditionNode },
        };

    /// <summary>The statement on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Effect} {(TypedActions.Count > 0 ? TypedActions : "all but " + TypedNotActions)} on {(TypedResources.Count > 0 ? TypedResources : "all but " + TypedNotResources)}"
        + (ConditionNode is null ? "" : " if " + Condition);

    /// <summary>Whether the two differ in actions and resources only.</summary>
    private bool IsComparable(PolicyStatement other) =>
        Sid is null && other.Sid is null && TypedNotActions.Count + TypedNotResources.Count == 0 && IsAlike(other);

    /// <summary>Whether the two differ in actions, resources and Sid only.</summary>
    private bool IsAlike(PolicyStatement other) =>
        Effect == other.Effect
        && TypedNotActions == other.TypedNotActions
        && TypedNotResources == other.TypedNotResources
        && Equals(ConditionNode, other.ConditionNode);

    /// <summary>Whether both name actions and resources, or neither does: a list that became empty would say something else.</summary>
    private bool HasSameKinds(PolicyStatement other) =>
        (TypedActions.Count > 0) == (other.TypedActions.Count > 0) && (TypedResources.Count > 0) == (other.TypedResources.Count > 0);

    private static (ValueList<TemplateValue> Taken, ValueList<TemplateValue> Left) Split(ValueList<TemplateValue> values, Func<TemplateValue, bool> isTaken)
    {
        var parts = values.ToLookup(isTaken);
        return (parts[true].ToValueList(), parts[false].ToValueList());
    }

    /// <summary>IAM does not tell upper from lower case in actions.</summary>
    private static bool IsSameAction(TemplateValue action, TemplateValue other) =>
        action == other || (action.Literal is { } text && string.Equals(text, other.Literal, StringComparison.OrdinalIgnoreCase));

    private static ValueList<TemplateValue> Set(ValueList<TemplateValue> values) => values.Distinct().Order().ToValueList();

    private static TemplateNode? OneOrMany(ValueList<TemplateValue> values) =>
        values.Count switch
        {
            0 => null,
            1 => values[0].Node,
            _ => new TemplateSequence(values.Select(value => value.Node)),
        };
}

/// <summary>What a policy statement does.</summary>
public enum PolicyEffect
{
    /// <summary>Allows.</summary>
    Allow,

    /// <summary>Denies, whatever else allows.</summary>
    Deny,
}

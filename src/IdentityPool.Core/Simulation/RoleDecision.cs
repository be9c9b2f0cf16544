using IdentityPools.Simulation;

namespace IdentityPools;

/// <summary>Which role a request for credentials gets in the enhanced flow, and why.</summary>
public sealed class RoleDecision
{
    private readonly RoleRequest request;
    private readonly RoleSelection selection;

    // Many decisions a second are made; few of them are looked at closely.
    private ValueList<RoleDecisionNote>? notes;
    private ValueList<RoleTraceEntry>? trace;

    internal RoleDecision(RoleRequest request)
    {
        this.request = request;
        selection = request.Select();
    }

    /// <summary>The provider that vouches for the identity; null for a guest.</summary>
    public string? Provider => request.Provider?.ToString();

    /// <summary>What comes of the request.</summary>
    public RoleDecisionOutcome Outcome => request.OutcomeOf(selection);

    /// <summary>The ARN of the role, or the name of a managed one; null when the identity gets none.</summary>
    public string? Role => Outcome == RoleDecisionOutcome.Role ? selection.Role : null;

    /// <summary>What decided.</summary>
    public RoleDecisionStep Step => selection.Step;

    /// <summary>The rule that decided, if one did.</summary>
    public RoleMappingRule? Rule => selection.Position == RoleSelection.NoRule ? null : request.Mapping!.Rules[selection.Position];

    /// <summary>That rule's place in its mapping, from 1.</summary>
    public int? RulePosition => selection.Position == RoleSelection.NoRule ? null : selection.Position + 1;

    /// <summary>What AWS says when it refuses, word for word; null when it does not.</summary>
    public string? Message => request.RefusalOf(selection);

    /// <summary>What is to be known about the decision; where AWS does not document what happens, both readings.</summary>
    public ValueList<RoleDecisionNote> Notes => notes ??= RoleNotes.Of(request, selection).ToValueList();

    /// <summary>Everything that was looked at, one entry for each rule.</summary>
    public ValueList<RoleTraceEntry> Trace => trace ??= RoleTrace.Of(request, selection).ToValueList();

    /// <summary>The claims as text.</summary>
    public ValueMap<string> Claims => ValueMap<string>.Create(request.Claims.All.Select(claim => KeyValuePair.Create(claim.Key, claim.Value.Text)));

    /// <summary>The decision on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RoleNotes.Describe(Outcome, Role, Message, Step, RulePosition);
}

using IdentityPools.Simulation;
using IdentityPools.Values;

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
    public string? Message => request.DenialOf(selection);

    /// <summary>What is to be known about the decision; where AWS does not document what happens, both readings.</summary>
    public ValueList<RoleDecisionNote> Notes => notes ??= RoleNotes.Create(request, selection).ToValueList();

    /// <summary>The session tags that the identity gets, by name; none where the request is denied.</summary>
    public ValueMap<string> SessionTags => Outcome == RoleDecisionOutcome.Denied ? ValueMap<string>.Empty : request.Tags.Values;

    /// <summary>Everything that was looked at, one entry for each rule.</summary>
    public ValueList<RoleTraceEntry> Trace => trace ??= RoleTrace.Create(request, selection).ToValueList();

    /// <summary>The claims as text.</summary>
    public ValueMap<string> Claims => ValueMap<string>.Create(request.Claims.All.Select(claim => KeyValuePair.Create(claim.Key, claim.Value.Text)));

    /// <summary>The decision on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RoleNotes.Describe(Outcome, Role, Message, Step, RulePosition);
}

/// <summary>What comes of a request for credentials.</summary>
public enum RoleDecisionOutcome
{
    /// <summary>The identity gets a role.</summary>
    Role,

    /// <summary>The request is refused.</summary>
    Denied,

    /// <summary>It depends on something that is known only when the pool is deployed.</summary>
    Undetermined,
}

/// <summary>What decides which role an identity gets.</summary>
public enum RoleDecisionStep
{
    /// <summary>Nobody logged in.</summary>
    Guest,

    /// <summary>The provider has no role mapping.</summary>
    NoMapping,

    /// <summary>The caller asked for a role.</summary>
    CustomRole,

    /// <summary>The token's <c>cognito:preferred_role</c>.</summary>
    PreferredRole,

    /// <summary>The only one of the token's <c>cognito:roles</c>, or the only role of a SAML assertion.</summary>
    SingleRole,

    /// <summary>A rule of the mapping.</summary>
    Rule,

    /// <summary>Nothing of the above, so the mapping's fallback.</summary>
    AmbiguousRoleResolution,

    /// <summary>The token itself, which the pool does not take.</summary>
    Token,
}

/// <summary>One thing that was looked at on the way to a decision: a rule, or a claim that names roles.</summary>
public sealed record RoleTraceEntry
{
    /// <summary>The rule's place in its mapping, from 1; null for what is not a rule.</summary>
    public int? Position { get; internal init; }

    /// <summary>The rule; null for what is not one.</summary>
    public RoleMappingRule? Rule { get; internal init; }

    /// <summary>Whether it applies to the claims; null where that is known only when the pool is deployed.</summary>
    public bool? IsMatch { get; internal init; }

    /// <summary>Whether it decided.</summary>
    public bool IsDecisive { get; internal init; }

    /// <summary>Why it applies or does not.</summary>
    public required string Reason { get; init; }

    /// <summary>The entry on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Position is null ? Reason : $"{Position}. {Reason}";
}

/// <summary>What is to be known about a decision. Where AWS does not document what happens, it gives both readings.</summary>
public sealed record RoleDecisionNote
{
    private RoleDecisionNote(string id, string text) => (Id, Text) = (id, text);

    /// <summary>The stable name of the note.</summary>
    public string Id { get; }

    /// <summary>What is to be known.</summary>
    public string Text { get; }

    /// <summary>Whether AWS does not document the behaviour.</summary>
    public bool IsUndocumented => Readings.Count > 0;

    /// <summary>How undocumented behaviour can be read and what each reading gives; the first one is the one that was taken.</summary>
    public ValueList<string> Readings { get; private init; } = [];

    internal static RoleDecisionNote Create(string id, params object?[] arguments) => new(id, MessageText.Format(id, arguments));

    internal RoleDecisionNote WithReadings(string taken, string other) => this with { Readings = [taken, other] };

    /// <summary>The note on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsUndocumented ? MessageText.Format(nameof(Messages.NotDocumented), Text, Readings[0], Readings[1]) : Text;
}

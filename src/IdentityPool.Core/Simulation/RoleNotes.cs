using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>Tells what is to be known about a decision. Where AWS does not document what happens, the other reading is played through.</summary>
internal static class RoleNotes
{
    public static IEnumerable<RoleDecisionNote> Create(RoleRequest request, RoleSelection selection) =>
        [
            .. request.Remarks,
            .. OfToken(request, selection),
            .. OfUnknownParts(request),
            .. OfRoles(request, selection),
            .. OfClaims(request, selection),
            .. OfTrust(request, selection),
            .. OfTags(request, selection),
        ];

    /// <summary>What AWS does not document of the token itself: whether the pool takes it.</summary>
    private static IEnumerable<RoleDecisionNote> OfToken(RoleRequest request, RoleSelection selection)
    {
        if (request.Refusal is { } refusal)
        {
            var taken = request with { Refusal = null };
            yield return RoleDecisionNote
                .Create(refusal.NoteId, refusal.Audience, request.Provider)
                .WithReadings(Outcome(request, selection), Outcome(taken, taken.Select()));
        }

        if (request.IsOfUpdatedIssuer)
        {
            yield return RoleDecisionNote
                .Create(nameof(Messages.NoteUpdatedIssuer), request.Provider)
                .WithReadings(Outcome(request, selection), Messages.ReadingTokenRejected);
        }
    }

    private static IEnumerable<RoleDecisionNote> OfUnknownParts(RoleRequest request) =>
        request.UnknownParts.Select(part => RoleDecisionNote.Create(nameof(Messages.NoteUnknownPart), part.Reason));

    /// <summary>An outcome in a few words.</summary>
    public static string Describe(RoleDecisionOutcome outcome, string? role, string? message, RoleDecisionStep step, int? rule)
    {
        var by = rule is null ? step.ToString() : MessageText.Format(nameof(Messages.ByRule), step, rule);
        return outcome switch
        {
            RoleDecisionOutcome.Role => MessageText.Format(nameof(Messages.DecisionRole), role, by),
            RoleDecisionOutcome.Denied => MessageText.Format(nameof(Messages.DecisionDenied), message!.TrimEnd('.'), by),
            _ => MessageText.Format(nameof(Messages.DecisionUndetermined), by),
        };
    }

    private static IEnumerable<RoleDecisionNote> OfRoles(RoleRequest request, RoleSelection selection)
    {
        var definition = request.Pool.Definition;
        if (request is { IsSaml: true, Mapping: null })
        {
            var other =
                selection.Step == RoleDecisionStep.NoMapping
                    ? selection with
                    {
                        IsDenied = true,
                    }
                    : new(RoleDecisionStep.NoMapping, definition.AuthenticatedRole?.ToString());
            yield return Both(nameof(Messages.NoteAssertion), request, selection, other);
        }
        else if (request.CustomRole is not null && request.Mapping is not { Type: RoleMappingType.Token })
        {
            yield return OfCustomRole(request, selection);
        }

        if (request.Mapping is not { Type: RoleMappingType.Token } mapping)
        {
            yield break;
        }

        if (mapping.IsTokenWithoutRoles)
        {
            yield return RoleDecisionNote.Create(nameof(Messages.NoteTokenWithoutRoles), mapping.Provider);
        }

        if (selection.Step == RoleDecisionStep.SingleRole)
        {
            yield return Both(nameof(Messages.NoteSingleRole), request, selection, RoleSelection.Fallback(mapping, definition.AuthenticatedRole));
        }
        else if (selection.Step == RoleDecisionStep.AmbiguousRoleResolution && request.Claims.List(TokenClaims.Roles).Count == 0)
        {
            yield return Both(nameof(Messages.NoteNoRoleClaims), request, selection, new(RoleDecisionStep.NoMapping, definition.AuthenticatedRole?.ToString()));
        }
    }

    private static RoleDecisionNote OfCustomRole(RoleRequest request, RoleSelection selection)
    {
        var named = request.Mapping?.Rules.FirstOrDefault(rule => RoleSelection.IsNamed(rule.MappedRole, request.CustomRole!));
        return request switch
        {
            { IsGuest: true } => Both(nameof(Messages.NoteCustomRoleOfGuest), request, selection, (request with { CustomRole = null }).Select()),
            { Mapping: null } => Both(nameof(Messages.NoteCustomRoleWithoutMapping), request, selection, (request with { CustomRole = null }).Select()),
            _ => Both(
                nameof(Messages.NoteCustomRoleOfRules),
                request,
                selection,
                named is null ? selection : new(RoleDecisionStep.CustomRole, named.MappedRole.ToString())
            ),
        };
    }

    private static IEnumerable<RoleDecisionNote> OfClaims(RoleRequest request, RoleSelection selection)
    {
        var compared = (request.Mapping?.Rules ?? []).Select(rule => rule.TypedClaim.Literal).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var name in compared)
        {
            switch (request.Claims[name]?.Kind)
            {
                case ClaimKind.List:
                    yield return Both(nameof(Messages.NoteListClaim), request, selection, request.Select(new(ByItem: true)), name);
                    break;
                case ClaimKind.Object:
                    yield return RoleDecisionNote
                        .Create(nameof(Messages.NoteObjectClaim), name)
                        .WithReadings(Outcome(request, selection), Outcome(request, request.Without(name).Select()));
                    break;
            }
        }

        var ignoringCase = request.Select(new(IgnoresCase: true));
        if (ignoringCase != selection)
        {
            yield return Both(nameof(Messages.NoteCase), request, selection, ignoringCase);
        }
    }

    private static IEnumerable<RoleDecisionNote> OfTrust(RoleRequest request, RoleSelection selection)
    {
        if (selection is { IsDenied: false, IsUndetermined: false, Role: { } role })
        {
            if (request.IsTrusted(role) == false)
            {
                yield return selection.IsOfToken(request.Mapping)
                    ? RoleDecisionNote.Create(nameof(Messages.NoteTrustOfToken), role, request.Pool.Definition)
                    : RoleDecisionNote.Create(nameof(Messages.NoteTrust), role, request.Pool.Definition);
            }
        }
        else if (selection is { IsDenied: false, IsUndetermined: false })
        {
            yield return RoleDecisionNote.Create(
                nameof(Messages.NoteNoRole),
                request.Pool.Definition,
                request.IsGuest ? IdentityPoolRole.UnauthenticatedName : IdentityPoolRole.AuthenticatedName
            );
        }
    }

    private static IEnumerable<RoleDecisionNote> OfTags(RoleRequest request, RoleSelection selection)
    {
        if (selection is { IsDenied: true } or { IsUndetermined: false, Role: null })
        {
            yield break;
        }

        foreach (var tag in request.UnknownTags)
        {
            yield return RoleDecisionNote.Create(nameof(Messages.NoteTagUnknown), tag);
        }

        var tags = request.Tags;
        foreach (var fault in tags.Faults)
        {
            yield return fault.ToNote(Outcome(request, selection), Messages.ReadingTagLeftOut);
        }

        foreach (var missing in tags.Missing)
        {
            yield return missing.ToNote(Messages.ReadingTagLeftOut, Messages.ReadingTagRejected);
        }
    }

    private static RoleDecisionNote Both(string id, RoleRequest request, RoleSelection taken, RoleSelection other, params object?[] arguments) =>
        RoleDecisionNote.Create(id, arguments).WithReadings(Outcome(request, taken), Outcome(request, other));

    private static string Outcome(RoleRequest request, RoleSelection selection) =>
        Describe(
            request.OutcomeOf(selection),
            selection.Role,
            request.DenialOf(selection),
            selection.Step,
            selection.Position == RoleSelection.NoRule ? null : selection.Position + 1
        );
}

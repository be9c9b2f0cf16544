using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>Tells what was looked at on the way to a decision.</summary>
internal static class RoleTrace
{
    public static IEnumerable<RoleTraceEntry> Create(RoleRequest request, RoleSelection selection) =>
        request switch
        {
            { Refusal: { } refusal } => [Entry(false, isDecisive: true, nameof(Messages.TraceTokenRefused), refusal.Audience, request.Provider)],
            _ when selection is { IsUndetermined: true, Position: RoleSelection.NoRule } => request.UnknownParts.Select(OfUnknownPart),
            { IsGuest: true } => [Guest(request, selection)],
            { Mapping: null } => [WithoutMapping(request, selection)],
            { Mapping.Type: RoleMappingType.Token } => FromToken(request, selection),
            _ => request.Mapping.Rules.Select((rule, position) => OfRule(request, selection, rule, position)),
        };

    private static RoleTraceEntry OfUnknownPart(UnknownPart part) => Entry(null, isDecisive: true, nameof(Messages.TraceUnknownPart), part.Place);

    private static RoleTraceEntry Guest(RoleRequest request, RoleSelection selection) =>
        Entry(
            selection.Role is not null,
            isDecisive: true,
            nameof(Messages.TraceGuest),
            request.Pool.Definition.UnauthenticatedRole?.ToString() ?? Messages.NoRole
        );

    private static RoleTraceEntry WithoutMapping(RoleRequest request, RoleSelection selection) =>
        request.OfferedRoles.Count > 0
            ? Entry(selection.Role is not null, isDecisive: true, nameof(Messages.TraceAssertion), request.Claims[TokenClaims.SamlRoles]!.Text)
            : Entry(true, isDecisive: true, nameof(Messages.TraceNoMapping), request.Provider);

    private static IEnumerable<RoleTraceEntry> FromToken(RoleRequest request, RoleSelection selection)
    {
        if (request.CustomRole is { } custom)
        {
            yield return Entry(!selection.IsDenied, true, nameof(Messages.TraceCustomRole), custom, Listed(request));
            yield break;
        }

        var preferred = RoleSelection.Preferred(request.Claims);
        yield return Claim(selection, RoleDecisionStep.PreferredRole, nameof(Messages.TracePreferredRole), preferred ?? Messages.NoClaim);
        yield return Claim(selection, RoleDecisionStep.SingleRole, nameof(Messages.TraceRoles), Listed(request));
    }

    private static string Listed(RoleRequest request) =>
        request.Claims.List(TokenClaims.Roles) is { Count: > 0 } roles ? string.Join(", ", roles) : Messages.NoClaim;

    private static RoleTraceEntry Claim(RoleSelection selection, RoleDecisionStep step, string sentence, string value) =>
        Entry(selection.Step == step, selection.Step == step, sentence, value);

    private static RoleTraceEntry Entry(bool? isMatch, bool isDecisive, string sentence, params object?[] arguments) =>
        new()
        {
            IsMatch = isMatch,
            IsDecisive = isDecisive,
            Reason = MessageText.Format(sentence, arguments),
        };

    private static RoleTraceEntry OfRule(RoleRequest request, RoleSelection selection, RoleMappingRule rule, int position)
    {
        var match = RuleMatch.Evaluate(rule, request.Claims);
        return new()
        {
            Position = position + 1,
            Rule = rule,
            IsMatch = match,
            IsDecisive = position == selection.Position,
            Reason = Reason(request, selection, rule, position, match),
        };
    }

    private static string Reason(RoleRequest request, RoleSelection selection, RoleMappingRule rule, int position, bool? match)
    {
        var compared = Compared(request, rule, match);
        return request.CustomRole is not null && match != false && !RoleSelection.IsNamed(rule.MappedRole, request.CustomRole)
                ? MessageText.Format(nameof(Messages.TraceOtherRole), compared, rule.MappedRole)
            : selection.Position != RoleSelection.NoRule && position > selection.Position
                ? MessageText.Format(nameof(Messages.TraceTooLate), compared, selection.Position + 1)
            : compared;
    }

    private static string Compared(RoleRequest request, RoleMappingRule rule, bool? match)
    {
        if (match is null)
        {
            return MessageText.Format(nameof(Messages.TraceUndetermined), rule.TypedClaim, rule.MatchType, rule.TypedClaimValue);
        }

        var name = rule.TypedClaim.Literal!;
        if (request.Claims[name] is { } claim)
        {
            return MessageText.Format(
                match.Value ? nameof(Messages.TraceMatch) : nameof(Messages.TraceNoMatch),
                name,
                claim.Text,
                rule.MatchType,
                rule.TypedClaimValue
            );
        }

        return request.Claims.All.FirstOrDefault(known => known.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Key: { } near }
            ? MessageText.Format(nameof(Messages.TraceClaimOfOtherCase), name, near)
            : MessageText.Format(nameof(Messages.TraceClaimMissing), name);
    }
}

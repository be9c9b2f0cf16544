using IdentityPools.Simulation;

namespace IdentityPools.Findings;

/// <summary>Part of a group name is enough.</summary>
internal sealed class ContainsOnGroups : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        Numbered(mapping)
            .Where(item =>
                item.Rule is { MatchType: ClaimMatchType.Contains or ClaimMatchType.StartsWith, Claim.Literal: TokenClaims.Groups or TokenClaims.Roles }
            )
            .Select(item => Found(context, FindingSubject.Of(mapping, item.Position), item.Position, mapping.Provider, item.Rule));
}

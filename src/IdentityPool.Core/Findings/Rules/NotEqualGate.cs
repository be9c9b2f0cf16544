namespace IdentityPools.Findings;

/// <summary>A token without the claim passes by.</summary>
internal sealed class NotEqualGate : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        Numbered(mapping)
            .Where(item => item.Rule.MatchType == ClaimMatchType.NotEqual)
            .Select(item => Found(context, FindingSubject.Of(mapping, item.Position), item.Position, mapping.Provider, item.Rule));
}

namespace IdentityPools.Findings;

/// <summary>Only user pools issue the claims of a token mapping.</summary>
internal sealed class TokenMappingWithoutRoles : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        mapping.IsTokenWithoutRoles ? [Found(context, FindingSubject.Of(mapping), mapping.Provider, mapping.AmbiguousRoleResolution)] : [];
}

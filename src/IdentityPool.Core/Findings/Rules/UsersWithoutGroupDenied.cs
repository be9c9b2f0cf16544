namespace IdentityPools.Findings;

/// <summary>Users in no group are locked out.</summary>
internal sealed class UsersWithoutGroupDenied : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        mapping is { Type: RoleMappingType.Token, AmbiguousRoleResolution: AmbiguousRoleResolution.Deny, IsTokenWithoutRoles: false }
            ? [Found(context, FindingSubject.Of(mapping), mapping.Provider)]
            : [];
}

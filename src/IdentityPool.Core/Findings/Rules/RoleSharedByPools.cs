namespace IdentityPools.Findings;

/// <summary>Several pools give one role.</summary>
internal sealed class RoleSharedByPools : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Trust is { Audiences.Count: > 1, AdmitsOtherPools: false } trust
            ? [Found(context, role.Subject, role.Role, trust.Audiences.Count, string.Join(", ", trust.Audiences))]
            : [];
}

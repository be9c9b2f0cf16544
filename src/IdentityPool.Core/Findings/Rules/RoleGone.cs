namespace IdentityPools.Findings;

/// <summary>A role of the pool does not exist.</summary>
internal sealed class RoleGone : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        context.Surroundings.IsGone(role.Role) ? [Found(context, role.Subject, role.Role, context.Pool)] : [];
}

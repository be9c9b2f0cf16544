namespace IdentityPools.Findings;

/// <summary>Identities can go on to other roles.</summary>
internal sealed class RoleChaining : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => IamGuide("id_roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        Escalation.Of(role, ["sts:AssumeRole"]).Select(item => Found(context, role.Subject, role.Role, item.Policy, item.Resources));
}

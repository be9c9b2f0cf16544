namespace IdentityPools.Findings;

/// <summary>Identities can hand roles to services.</summary>
internal sealed class PassRole : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("id_roles_use_passrole.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        Escalation.Of(role, ["iam:PassRole"]).Select(item => Found(context, role.Subject, role.Role, item.Policy));
}

namespace IdentityPools.Findings;

/// <summary>Identities can give themselves more.</summary>
internal sealed class PrivilegeEscalation : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("best-practices.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        Escalation.Of(role, Escalation.Iam).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Policy));
}

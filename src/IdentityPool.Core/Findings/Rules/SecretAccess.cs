namespace IdentityPools.Findings;

/// <summary>Identities can read secrets.</summary>
internal sealed class SecretAccess : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        Escalation.Of(role, Escalation.Secrets).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Policy));
}

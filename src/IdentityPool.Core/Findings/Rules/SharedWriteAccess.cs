namespace IdentityPools.Findings;

/// <summary>Identities can change one another's data.</summary>
internal sealed class SharedWriteAccess : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        DataAccess.Of(role, DataAccess.Writes).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Resources, item.Policy));
}

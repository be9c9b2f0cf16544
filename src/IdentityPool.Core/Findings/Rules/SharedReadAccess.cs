namespace IdentityPools.Findings;

/// <summary>Identities can read one another's data.</summary>
internal sealed class SharedReadAccess : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        DataAccess.Of(role, DataAccess.Reads).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Resources, item.Policy));
}

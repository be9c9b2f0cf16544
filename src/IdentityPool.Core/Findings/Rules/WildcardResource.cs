namespace IdentityPools.Findings;

/// <summary>Every resource of a service is reached.</summary>
internal sealed class WildcardResource : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role
            .Statements.Where(item => item.Statement.Allows)
            .Select(item => (item.Policy, Actions: WildcardResources.Of(role, item.Statement)))
            .Where(item => item.Actions.Count > 0)
            .Select(item => Found(context, role.Subject, role.Role, item.Policy, string.Join(", ", item.Actions)));
}

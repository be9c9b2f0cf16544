namespace IdentityPools.Findings;

/// <summary>Every resource of a service is reached.</summary>
internal sealed class WildcardResource : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        WildcardResources.Of(role).Select(item => Found(context, role.Subject, role.Role, item.Policy, string.Join(", ", item.Actions)));
}

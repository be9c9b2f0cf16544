namespace IdentityPools.Findings;

/// <summary>All resources but some are allowed.</summary>
internal sealed class NotResourceAllowed : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => IamGuide("reference_policies_elements_notresource.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role
            .Statements.Where(item => item.Statement is { Allows: true, NotResources: not null })
            .Select(item => Found(context, role.Subject, role.Role, item.Policy, string.Join(", ", item.Statement.NotResources!)));
}

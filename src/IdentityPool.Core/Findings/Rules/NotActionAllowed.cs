namespace IdentityPools.Findings;

/// <summary>Everything but some is allowed.</summary>
internal sealed class NotActionAllowed : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("reference_policies_elements_notaction.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role
            .Statements.Where(item => item.Statement is { Allows: true, NotActions: not null })
            .Select(item => Found(context, role.Subject, role.Role, item.Policy, string.Join(", ", item.Statement.NotActions!)));
}

namespace IdentityPools.Findings;

/// <summary>Users have all of a service by a managed policy.</summary>
internal sealed class FullAccessPolicy : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: false }
            ? role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsFullAccess).Select(arn => Found(context, role.Subject, role.Role, arn))
            : [];
}

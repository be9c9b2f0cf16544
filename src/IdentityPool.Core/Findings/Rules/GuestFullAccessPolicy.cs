namespace IdentityPools.Findings;

/// <summary>Guests have all of a service by a managed policy.</summary>
internal sealed class GuestFullAccessPolicy : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: true }
            ? role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsFullAccess).Select(arn => Found(context, role.Subject, role.Role, arn))
            : [];
}

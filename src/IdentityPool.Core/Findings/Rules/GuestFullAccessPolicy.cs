namespace IdentityPools.Findings;

/// <summary>Guests have all of a service by a managed policy.</summary>
internal sealed class GuestFullAccessPolicy : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: true }
            ? role
                .Documents.ManagedPolicyArns.Where(arn =>
                    arn.ToString().EndsWith("FullAccess", StringComparison.Ordinal) && !arn.ToString().EndsWith("/IAMFullAccess", StringComparison.Ordinal)
                )
                .Select(arn => Found(context, role.Subject, role.Role, arn))
            : [];
}

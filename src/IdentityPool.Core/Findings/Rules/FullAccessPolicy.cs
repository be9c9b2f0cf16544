namespace IdentityPools.Findings;

/// <summary>Users have all of a service by a managed policy.</summary>
internal sealed class FullAccessPolicy : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: false }
            ? role
                .Documents.ManagedPolicyArns.Where(arn =>
                    arn.ToString().EndsWith("FullAccess", StringComparison.Ordinal) && !arn.ToString().EndsWith("/IAMFullAccess", StringComparison.Ordinal)
                )
                .Select(arn => Found(context, role.Subject, role.Role, arn))
            : [];
}

namespace IdentityPools.Findings;

/// <summary>Any pool of any account can assume the role.</summary>
internal sealed class TrustAdmitsOtherPools : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Trust is { AdmitsOtherPools: true } ? [Found(context, role.Subject, role.Role)] : [];
}

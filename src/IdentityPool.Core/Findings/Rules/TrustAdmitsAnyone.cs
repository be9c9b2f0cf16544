namespace IdentityPools.Findings;

/// <summary>Everyone can assume the role.</summary>
internal sealed class TrustAdmitsAnyone : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("reference_policies_elements_principal.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Trust is { AdmitsAnyone: true } ? [Found(context, role.Subject, role.Role)] : [];
}

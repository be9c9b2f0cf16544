namespace IdentityPools.Findings;

/// <summary>A condition that a missing key fulfils.</summary>
internal sealed class TrustConditionWeak : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => IamGuide("reference_policies_elements_condition_operators.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Trust is null ? [] : role.Trust.WeakConditions.Select(condition => Found(context, role.Subject, role.Role, condition.Written, condition.Key));
}

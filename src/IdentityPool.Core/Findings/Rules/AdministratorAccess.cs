namespace IdentityPools.Findings;

/// <summary>The role may do everything.</summary>
internal sealed class AdministratorAccess : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("access_policies_managed-vs-inline.html");

    private static readonly string[] Policies = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        [
            .. role
                .Grants.Where(grant => grant.Action == "*" && grant.IsOnEverything && grant.Statement.Conditions.Count == 0)
                .Select(grant => Found(context, role.Subject, role.Role, grant.Policy)),
            .. role
                .Documents.ManagedPolicyArns.Where(arn => Policies.Any(policy => arn.ToString().EndsWith(":policy/" + policy, StringComparison.Ordinal)))
                .Select(arn => Found(context, role.Subject, role.Role, arn)),
        ];
}

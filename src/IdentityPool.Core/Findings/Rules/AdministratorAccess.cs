namespace IdentityPools.Findings;

/// <summary>The role may do everything.</summary>
internal sealed class AdministratorAccess : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("access_policies_managed-vs-inline.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        [
            .. role.Grants.Where(grant => grant.IsAdministration).Select(grant => Found(context, role.Subject, role.Role, grant.Policy)),
            .. role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsAdministration).Select(arn => Found(context, role.Subject, role.Role, arn)),
        ];
}

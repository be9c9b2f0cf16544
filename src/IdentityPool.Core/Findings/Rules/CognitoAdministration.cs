namespace IdentityPools.Findings;

/// <summary>Identities administer the pools that vouch for them.</summary>
internal sealed class CognitoAdministration : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        Escalation.Of(role, Escalation.Cognito).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Policy));
}

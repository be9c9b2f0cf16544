namespace IdentityPools.Findings;

/// <summary>Identities can connect to AWS IoT as somebody else.</summary>
internal sealed class AnyClientId : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        ClientIds.Of(role).Select(item => Found(context, role.Subject, role.Role, item.Clients, item.Policy));
}

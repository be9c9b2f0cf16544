namespace IdentityPools.Findings;

/// <summary>Users may do everything in a service.</summary>
internal sealed class WildcardAction : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: false } ? WildcardActions.Of(role).Select(grant => Found(context, role.Subject, role.Role, grant.Action, grant.Policy)) : [];
}

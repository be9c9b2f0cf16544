namespace IdentityPools.Findings;

/// <summary>Guests may do everything in a service.</summary>
internal sealed class GuestWildcardAction : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: true } ? WildcardActions.Of(role).Select(grant => Found(context, role.Subject, role.Role, grant.Action, grant.Policy)) : [];
}

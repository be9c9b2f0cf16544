namespace IdentityPools.Findings;

/// <summary>Guests and users share a role.</summary>
internal sealed class SameRoleForGuests : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Roles.Where(role => role is { IsForGuests: true, IsForUsers: true }).Select(role => Found(context, role.Subject, role.Role));
}

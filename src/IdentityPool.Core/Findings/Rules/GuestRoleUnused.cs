namespace IdentityPools.Findings;

/// <summary>A guest role with permissions, and no guests.</summary>
internal sealed class GuestRoleUnused : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.AllowUnauthenticatedIdentities
            ? []
            : context
                .Roles.Where(role => role is { IsForGuests: true, IsForUsers: false, MayDoAnything: true })
                .Select(role => Found(context, role.Subject, role.Role, context.Pool));
}

namespace IdentityPools.Findings;

/// <summary>Permissions that guests never have.</summary>
internal sealed class InertGuestPermission : PermissionRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("iam-roles.html");

    protected override IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role) =>
        role is { IsForGuests: true } && !context.Pool.IsClassicFlowOpen
            ? GuestServices.Inert(role).Select(item => Found(context, role.Subject, role.Role, item.Actions, item.Policy))
            : [];
}

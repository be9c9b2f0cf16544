namespace IdentityPools.Findings;

/// <summary>The pool gives a role that its identities cannot assume.</summary>
internal sealed class TrustRefusesPool : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role)
    {
        var isGuest = role is { IsForGuests: true, IsForUsers: false };
        return role.Trust?.AdmitsPool(isGuest) == false ? [Found(context, role.Subject, role.Role, context.Pool, role.Trust.Obstacle(isGuest))] : [];
    }
}

namespace IdentityPools.Findings;

/// <summary>Users can assume the role of guests.</summary>
internal sealed class TrustAdmitsUsers : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role is { IsForUsers: false, IsForGuests: true, Trust: { } trust } && trust.Admits(isGuest: false) ? [Found(context, role.Subject, role.Role)] : [];
}

namespace IdentityPools.Findings;

/// <summary>Guests can assume a role that is meant for users.</summary>
internal sealed class TrustAdmitsGuests : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role is { IsForUsers: true, IsForGuests: false, Trust: { } trust } && trust.Admits(isGuest: true) ? [Found(context, role.Subject, role.Role)] : [];
}

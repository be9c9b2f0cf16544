namespace IdentityPools.Findings;

/// <summary>Guests get credentials.</summary>
internal sealed class GuestAccess : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.AllowUnauthenticatedIdentities ? [Found(context, FindingSubject.Of(context.Pool), context.Pool)] : [];
}

namespace IdentityPools.Findings;

/// <summary>Guests are allowed and there is no role for them.</summary>
internal sealed class GuestWithoutRole : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool is { AllowUnauthenticatedIdentities: true, UnauthenticatedRole: null }
            ? [Found(context, FindingSubject.Of(context.Pool), context.Pool)]
            : [];
}

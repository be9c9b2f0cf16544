using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>A login provider of another time.</summary>
internal sealed class DeprecatedProvider : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("external-identity-providers.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.LoginProviders.Where(provider => provider.Provider == LoginProviderName.Twitter)
            .Select(provider => Found(context, FindingSubject.Of(new LoginProviderReference(provider.Provider)), provider.Provider));
}

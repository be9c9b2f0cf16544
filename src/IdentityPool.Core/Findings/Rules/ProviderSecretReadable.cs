using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>A secret that DescribeIdentityPool shows.</summary>
internal sealed class ProviderSecretReadable : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.LoginProviders.Where(provider => provider.Secret is not null)
            .Select(provider => Found(context, FindingSubject.Of(new LoginProviderReference(provider.Provider)), provider.Provider, context.Pool));
}

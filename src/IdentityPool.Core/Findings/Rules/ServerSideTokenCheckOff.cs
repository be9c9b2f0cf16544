using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>Signed out users keep getting credentials.</summary>
internal sealed class ServerSideTokenCheckOff : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.UserPools.Where(provider => !provider.ServerSideTokenCheck)
            .Select(provider => Found(context, FindingSubject.Of(new UserPoolReference(provider.UserPool, provider.UserPoolClient)), provider));
}

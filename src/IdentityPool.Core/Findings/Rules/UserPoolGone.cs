using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>A user pool or client of the pool does not exist.</summary>
internal sealed class UserPoolGone : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.UserPools.Where(provider => context.Surroundings.IsGone(provider))
            .Select(provider => Found(context, FindingSubject.Of(new UserPoolReference(provider.UserPool, provider.UserPoolClient)), provider, context.Pool));
}

using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Anyone can create an account and so a useful role.</summary>
internal sealed class SelfSignUp : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("identity-pools-security-best-practices.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Of(context.Pool.AuthenticatedRole) is { } role && role.MayDo(IsShared)
            ? context
                .Pool.UserPools.Where(provider => context.Surroundings.AllowsSelfSignUp(provider.UserPool) == true)
                .DistinctBy(provider => provider.UserPool)
                .Select(provider =>
                    Found(
                        context,
                        FindingSubject.Of(new UserPoolReference(provider.UserPool, provider.UserPoolClient)),
                        provider.UserPool,
                        context.Pool.AuthenticatedRole
                    )
                )
            : [];

    /// <summary>What is the caller's own alone is what an account is for.</summary>
    private static bool IsShared(Grant grant) => !grant.IsPerIdentity && !grant.IsByTag;
}

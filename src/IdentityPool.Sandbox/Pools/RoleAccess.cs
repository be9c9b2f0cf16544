using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Sandbox.Iam;

namespace IdentityPools.Sandbox.Pools;

/// <summary>What identity pools may do with the roles of the account.</summary>
/// <param name="account">The account.</param>
/// <param name="context">The call.</param>
internal sealed class RoleAccess(SandboxAccount account, SandboxContext context)
{
    /// <summary>Refuses to hand a role to a pool: the caller may not pass it, or IAM does not know it (yet).</summary>
    public void CheckPass(string arn)
    {
        if (!arn.StartsWith($"arn:{context.Partition.Name}:iam::", StringComparison.Ordinal) || !arn.Contains(":role/", StringComparison.Ordinal))
        {
            throw PoolErrors.Invalid($"{arn} is not the ARN of a role.");
        }

        if (account.IsDenied("iam:PassRole") || Find(arn) is null)
        {
            throw PoolErrors.NotAuthorized($"Access to Role '{arn}' is forbidden.");
        }
    }

    /// <summary>Refuses a role that is not there or does not trust the identity.</summary>
    /// <param name="arn">The role.</param>
    /// <param name="identity">Who is to get it.</param>
    /// <param name="methods">How the identity logged in, as <c>amr</c> has it.</param>
    /// <param name="withTags">Whether attributes for access control become session tags.</param>
    public void CheckTrust(string arn, SandboxIdentity identity, IReadOnlyList<string> methods, bool withTags)
    {
        var principal = context.Partition.TrustPrincipal;
        var keys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            [$"{principal}:aud"] = [identity.Pool.Id],
            [$"{principal}:sub"] = [identity.Id],
            [$"{principal}:amr"] = methods,
        };
        var actions = withTags ? new[] { TrustPolicy.Assume, TrustPolicy.TagSession } : [TrustPolicy.Assume];
        if (
            Find(arn) is not { } role
            || !actions.All(action => new TrustRequest(action, TrustPolicy.Federated, [principal], keys).IsGrantedBy(role.TrustPolicy))
        )
        {
            throw PoolErrors.InvalidConfiguration();
        }
    }

    private IamRole? Find(string arn) =>
        account.IamOf(context.Partition).RoleOf(arn) is { } role && context.Time - role.CreateDate >= account.RolePropagationDelay ? role : null;
}

using IdentityPools.Sandbox.Iam;
using IdentityPools.Sandbox.Pools;
using IdentityPools.Sandbox.Sts;
using IdentityPools.Sandbox.UserPools;

namespace IdentityPools.Sandbox;

/// <summary>The services that an account has.</summary>
internal static class SandboxServices
{
    public static IReadOnlyList<SandboxService> Create(SandboxAccount account) =>
        [new IdentityPoolService(account), new UserPoolService(account), new IamService(account), new StsService(account)];
}

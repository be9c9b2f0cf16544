using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace IdentityPools.Aws;

/// <summary>The SDK's chain, walked when a call first needs it: asking an instance's metadata service takes a moment where there is none.</summary>
internal sealed class ChainCredentials : AWSCredentials
{
    private readonly Lazy<AWSCredentials> chain = new(() => DefaultAWSCredentialsIdentityResolver.GetCredentials());

    public override ImmutableCredentials GetCredentials() => chain.Value.GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(() => chain.Value.GetCredentialsAsync());
}

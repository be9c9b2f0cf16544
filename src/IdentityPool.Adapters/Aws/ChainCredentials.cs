using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace IdentityPools.Aws;

/// <summary>
/// The SDK's chain, walked when a call first needs it: asking an instance's metadata service takes a moment where there is none. Keys of the environment are
/// kept as they were then, because the SDK reads them anew for each call: a session, and the account that was proved for it, are not to change under it.
/// </summary>
internal sealed class ChainCredentials : AWSCredentials
{
    private readonly Lazy<AWSCredentials> chain = new(() =>
        DefaultAWSCredentialsIdentityResolver.GetCredentials() switch
        {
            EnvironmentVariablesAWSCredentials environment => AccountCredentials.Fixed(environment.GetCredentials()),
            AssumeRoleWithWebIdentityCredentials { WebIdentityTokenFile: var file } identity => new SourceCredentials(
                identity,
                SourceCredentials.Failed(file, nameof(Messages.CredentialsOfEnvironmentIdentity), file, EnvironmentCredentials.TokenFile)
            ),
            var found => found,
        }
    );

    public override ImmutableCredentials GetCredentials() => chain.Value.GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(() => chain.Value.GetCredentialsAsync());
}

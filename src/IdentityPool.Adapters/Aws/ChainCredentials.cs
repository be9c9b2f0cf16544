using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// The SDK's chain, walked when a call first needs it: asking an instance's metadata service takes a moment where there is none. Keys of the environment are
/// kept as they were then, because the SDK reads them anew for each call: a session, and the account that was proved for it, are not to change under it.
/// </summary>
/// <param name="walk">Walks the chain.</param>
internal sealed class ChainCredentials(Func<AWSCredentials> walk) : AWSCredentials
{
    private readonly Lazy<AWSCredentials> chain = new(() =>
        walk() switch
        {
            EnvironmentVariablesAWSCredentials environment => AccountCredentials.Fixed(environment.GetCredentials()),
            AssumeRoleWithWebIdentityCredentials { WebIdentityTokenFile: var file } identity => new SourceCredentials(
                identity,
                SourceCredentials.Failed(file, nameof(Messages.CredentialsOfEnvironmentIdentity), file, EnvironmentCredentials.TokenFile)
            ),
            var found => found,
        }
    );

    public ChainCredentials()
        : this(() => DefaultAWSCredentialsIdentityResolver.GetCredentials()) { }

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override Task<ImmutableCredentials> GetCredentialsAsync() =>
        Task.Run(async () =>
        {
            try
            {
                return await chain.Value.GetCredentialsAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
            {
                // Here, and not by what an exception says: whatever the SDK throws while it looks for credentials means that there are none.
                throw new CallException(nameof(Messages.CredentialsMissing), exception) { Kind = ServiceErrorKind.Authentication };
            }
        });
}

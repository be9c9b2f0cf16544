using Amazon.Runtime;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Aws;

/// <summary>Credentials of IAM Identity Center: when the session there is over, the error names the command that begins another.</summary>
internal sealed class SignInCredentials(AWSCredentials credentials, string profileName) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await credentials.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ServiceException and not CallFault and not OperationCanceledException)
        {
            throw new ServiceException(
                nameof(Messages.SsoLoginNeeded),
                ServiceFaultKind.Authentication,
                Fault.Sentence(nameof(Messages.SsoLoginNeeded), profileName),
                profileName,
                exception
            );
        }
    }
}

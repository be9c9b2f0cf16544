using Amazon.Runtime;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Credentials that have to be got from somewhere: a program, a file, a role, IAM Identity Center. Where that fails, nothing was sent to the service that was to
/// be called, and it is not the network to it that is looked at first: the error names the source.
/// </summary>
/// <param name="credentials">The SDK's credentials.</param>
/// <param name="failed">The error, for what went wrong.</param>
internal sealed class SourceCredentials(AWSCredentials credentials, Func<Exception, ServiceException> failed) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await credentials.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (Known(exception) is { } known)
            {
                throw known;
            }

            throw failed(exception);
        }
    }

    /// <summary>The program that a profile names fails, or does not return credentials.</summary>
    public static Func<Exception, ServiceException> ProgramFailed(string profileName) =>
        exception =>
            new(
                nameof(Messages.CredentialProcessFailed),
                ServiceErrorKind.Authentication,
                MessageText.Format(nameof(Messages.CredentialProcessFailed), profileName, AwsErrors.Words(exception)),
                profileName,
                ShownText.Behind(exception)
            );

    /// <summary>The error of any other source.</summary>
    /// <param name="target">The profile or file.</param>
    /// <param name="source">The name of the words that say what it is.</param>
    /// <param name="arguments">What they are filled in with.</param>
    public static Func<Exception, ServiceException> Failed(string target, string source, params object?[] arguments) =>
        exception =>
            new(
                nameof(Messages.CredentialSourceFailed),
                ServiceErrorKind.Authentication,
                MessageText.Format(nameof(Messages.CredentialSourceFailed), MessageText.Format(source, arguments), AwsErrors.Words(exception)),
                target,
                ShownText.Behind(exception)
            );

    /// <summary>The session at IAM Identity Center is over: the error names the command that begins another.</summary>
    public static Func<Exception, ServiceException> SignedOut(string profileName) =>
        exception =>
            new(
                nameof(Messages.SsoLoginNeeded),
                ServiceErrorKind.Authentication,
                MessageText.Format(nameof(Messages.SsoLoginNeeded), profileName),
                profileName,
                ShownText.Behind(exception)
            );

    /// <summary>What one of ours has said already, however the SDK wrapped it: that nobody is there to give a code, or that an answer is not believed.</summary>
    private static Exception? Known(Exception? exception) =>
        exception switch
        {
            null => null,
            ServiceException or CallException => exception,
            _ => Known(exception.InnerException),
        };
}

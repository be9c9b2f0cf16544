using System.Net;
using System.Security;
using Amazon.CognitoIdentity.Model;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Asks for credentials as a client of a pool does: without any of its own.</summary>
internal sealed class CredentialReader(AwsClients clients, ApiCalls calls, CancellationToken cancellation)
{
    private const string GetId = "cognito-identity:GetId";
    private const string GetCredentials = "cognito-identity:GetCredentialsForIdentity";

    /// <summary>Whether what an operation refuses is the login, not the credentials of the caller.</summary>
    public static bool IsLogin(string operation) => operation is GetId or GetCredentials;

    /// <exception cref="ServiceException">The pool refuses.</exception>
    public async Task<IdentityPoolCredential> ReadAsync(CredentialRequest request)
    {
        var identity = await IdentityAsync(request).ConfigureAwait(false);
        return await CredentialAsync(request, identity).ConfigureAwait(false);
    }

    private async Task<string> IdentityAsync(CredentialRequest request)
    {
        var input = new GetIdRequest
        {
            IdentityPoolId = request.PoolId,
            AccountId = request.AccountId,
            Logins = Tokens(request),
        };
        try
        {
            var answer = await calls
                .InvokeAsync(GetId, request.PoolId, () => clients.Anonymous.GetIdAsync(input, cancellation), cancellation, Secrets(request))
                .ConfigureAwait(false);
            return answer.IdentityId!;
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            throw AwsErrors.PoolNotFound(request.PoolId, exception);
        }
    }

    private async Task<IdentityPoolCredential> CredentialAsync(CredentialRequest request, string identity)
    {
        var input = new GetCredentialsForIdentityRequest
        {
            IdentityId = identity,
            CustomRoleArn = request.CustomRoleArn,
            Logins = Tokens(request),
        };
        var answer = await calls
            .InvokeAsync(
                GetCredentials,
                request.PoolId,
                () => clients.Anonymous.GetCredentialsForIdentityAsync(input, cancellation),
                cancellation,
                Secrets(request)
            )
            .ConfigureAwait(false);
        var credentials = answer.Credentials!;
        return new(
            answer.IdentityId ?? identity,
            credentials.AccessKeyId!,
            Secure(credentials.SecretKey!),
            Secure(credentials.SessionToken!),
            new(credentials.Expiration!.Value.ToUniversalTime())
        );
    }

    private static ProviderSecret[] Secrets(CredentialRequest request) => [.. request.Logins.Select(login => login.Value)];

    private static Dictionary<string, string>? Tokens(CredentialRequest request) =>
        request.Logins.Count == 0 ? null : request.Logins.ToDictionary(login => login.Key, login => login.Value.Reveal());

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}

using System.Net;
using System.Security;
using Amazon.CognitoIdentity.Model;
using Amazon.SecurityToken.Model;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Asks for credentials as a client of a pool does: without any of its own.</summary>
internal sealed class CredentialReader(AwsClients clients, ApiCalls calls, CancellationToken cancellation)
{
    private const string GetId = "cognito-identity:GetId";
    private const string DescribeIdentity = "cognito-identity:DescribeIdentity";
    private const string GetCredentials = "cognito-identity:GetCredentialsForIdentity";
    private const string GetToken = "cognito-identity:GetOpenIdToken";
    private const string AssumeRole = "sts:AssumeRoleWithWebIdentity";
    private const string SessionName = "IdentityPool";

    /// <summary>Whether what an operation refuses is the login, not the credentials of the caller.</summary>
    public static bool IsLogin(string operation) => operation is GetId or GetCredentials or GetToken;

    /// <summary>Whether an operation is of the classic flow, whose refusals have reasons of their own.</summary>
    public static bool IsClassic(string operation) => operation is GetToken or AssumeRole;

    /// <summary>Reads an identity, which only its owner's account can.</summary>
    /// <exception cref="ServiceException">It is not of this account, or may not be read.</exception>
    public Task DescribeAsync(string identity)
    {
        var input = new DescribeIdentityRequest { IdentityId = identity };
        return calls.InvokeAsync(DescribeIdentity, identity, () => clients.Identity.DescribeIdentityAsync(input, cancellation), cancellation);
    }

    /// <exception cref="ServiceException">The pool refuses.</exception>
    public async Task<IdentityPoolCredential> ReadAsync(CredentialRequest request)
    {
        var identity = request.IdentityId ?? await IdentityAsync(request).ConfigureAwait(false);
        return request.ClassicRoleArn is { } role
            ? await ClassicAsync(request, identity, role).ConfigureAwait(false)
            : await CredentialAsync(request, identity).ConfigureAwait(false);
    }

    /// <summary>The classic flow: the pool gives a token, and STS a session of the role that the caller names.</summary>
    private async Task<IdentityPoolCredential> ClassicAsync(CredentialRequest request, string identity, string role)
    {
        var wanted = new GetOpenIdTokenRequest { IdentityId = identity, Logins = Tokens(request) };
        var given = await calls
            .InvokeAsync(GetToken, request.PoolId, () => clients.Anonymous.GetOpenIdTokenAsync(wanted, cancellation), cancellation, Secrets(request))
            .ConfigureAwait(false);
        var input = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = role,
            RoleSessionName = SessionName,
            WebIdentityToken = given.Token,
        };
        var answer = await calls
            .InvokeAsync(
                AssumeRole,
                role,
                () => clients.AnonymousSts.AssumeRoleWithWebIdentityAsync(input, cancellation),
                cancellation,
                [ProviderSecret.From(given.Token!)]
            )
            .ConfigureAwait(false);
        var credentials = answer.Credentials!;
        return new(
            given.IdentityId ?? identity,
            credentials.AccessKeyId!,
            Secure(credentials.SecretAccessKey!),
            Secure(credentials.SessionToken!),
            new(credentials.Expiration!.Value.ToUniversalTime())
        );
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

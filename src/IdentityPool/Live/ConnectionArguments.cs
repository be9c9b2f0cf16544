using System.Management.Automation;
using System.Net;
using System.Security;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>What the arguments of a command say about how to reach AWS.</summary>
internal static class ConnectionArguments
{
    /// <exception cref="DefinitionException">The arguments contradict each other or cannot be.</exception>
    public static ConnectionSettings Settings(string? region, string? profileName, PSCredential? credential, SecureString? sessionToken, Uri? endpointUrl)
    {
        if (sessionToken is not null && credential is null)
        {
            throw DefinitionErrors.Create(nameof(Messages.SessionTokenWithoutCredential), nameof(ConnectionSettings.SessionToken));
        }

        if (credential is not null && profileName is not null)
        {
            throw DefinitionErrors.Create(nameof(Messages.CredentialAndProfile), profileName, profileName);
        }

        if (endpointUrl is not null && !(endpointUrl.IsAbsoluteUri && endpointUrl.Scheme is ("https" or "http")))
        {
            var shown = WithoutSecret(endpointUrl);
            throw DefinitionErrors.Create(nameof(Messages.InvalidEndpointUrl), shown, shown);
        }

        if (endpointUrl is { UserInfo.Length: > 0 })
        {
            var shown = WithoutSecret(endpointUrl);
            throw DefinitionErrors.Create(nameof(Messages.EndpointWithUser), shown, shown);
        }

        if (endpointUrl is { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            var shown = WithoutSecret(endpointUrl);
            throw DefinitionErrors.Create(nameof(Messages.EndpointWithQuery), shown, shown);
        }

        return new()
        {
            Region = region is null ? null : AwsRegion.Check(region),
            ProfileName = profileName,
            Credential = credential is null ? null : new NetworkCredential(credential.UserName, credential.Password),
            SessionToken = sessionToken is null ? null : new NetworkCredential("", sessionToken),
            EndpointUrl = endpointUrl,
        };
    }

    /// <summary>An address as it may be shown: it may hold a password before its host or in its query, well-formed or not.</summary>
    private static string WithoutSecret(Uri address)
    {
        var text = address.OriginalString;
        var end = text.LastIndexOf('@');
        return (end < 0 ? text : text[(end + 1)..]).Split('?', '#')[0];
    }
}

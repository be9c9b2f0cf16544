using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>What members of a client have to do with each other.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html</remarks>
internal static class ClientRules
{
    private const string ClientCredentials = "client_credentials";

    private static readonly string[] StandardScopes = ["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"];

    public static void Check(JsonObject input, SandboxUserPool pool, bool hasSecret)
    {
        CheckAuthFlows([.. input.Texts("ExplicitAuthFlows")]);
        CheckFlows(input, [.. input.Texts("AllowedOAuthFlows")], hasSecret);
        foreach (var url in input.Texts("CallbackURLs").Concat(input.Texts("LogoutURLs")))
        {
            CheckUrl(url);
        }

        if (input.Text("DefaultRedirectURI") is { } uri && !input.Texts("CallbackURLs").Contains(uri))
        {
            throw Invalid("DefaultRedirectURI must be one of the CallbackURLs.");
        }

        if (input.Texts("AllowedOAuthScopes").FirstOrDefault(scope => !StandardScopes.Contains(scope)) is { } unknown)
        {
            throw new SandboxServiceException("ScopeDoesNotExistException", $"Scope does not exist: {unknown}");
        }

        if (input.Texts("SupportedIdentityProviders").FirstOrDefault(provider => provider != "COGNITO") is { } missing)
        {
            throw Invalid($"The provider {missing} does not exist for User Pool {pool.Id}.");
        }
    }

    private static void CheckAuthFlows(string[] flows)
    {
        var current = flows.Count(flow => flow.StartsWith("ALLOW_", StringComparison.Ordinal));
        if (current > 0 && current < flows.Length)
        {
            throw Invalid("ExplicitAuthFlows with the prefix ALLOW_ cannot be used together with others.");
        }
    }

    private static void CheckFlows(JsonObject input, string[] flows, bool hasSecret)
    {
        if (input.Flag("AllowedOAuthFlowsUserPoolClient") && (flows.Length == 0 || !input.Texts("AllowedOAuthScopes").Any()))
        {
            throw InvalidFlow("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.");
        }

        if (flows.Contains(ClientCredentials))
        {
            if (flows.Length > 1)
            {
                throw InvalidFlow("client_credentials flow can not be selected along with code flow or implicit flow.");
            }

            if (!hasSecret)
            {
                throw InvalidFlow("client_credentials flow can not be selected if client does not have a client secret.");
            }
        }
        else if (flows.Length > 0 && !input.Texts("CallbackURLs").Any())
        {
            throw InvalidFlow("CallbackURLs are required if code flow or implicit flow is selected.");
        }
    }

    private static void CheckUrl(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !url.Contains(':', StringComparison.Ordinal))
        {
            throw Invalid($"{url} is not an absolute URI.");
        }

        if (url.Contains('#', StringComparison.Ordinal))
        {
            throw Invalid($"{url} cannot have a fragment.");
        }

        if (uri.Scheme == Uri.UriSchemeHttp && uri.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            throw Invalid($"{url} cannot use the HTTP protocol.");
        }
    }

    private static SandboxServiceException Invalid(string message) => new("InvalidParameterException", message);

    private static SandboxServiceException InvalidFlow(string message) => new("InvalidOAuthFlowException", message);
}

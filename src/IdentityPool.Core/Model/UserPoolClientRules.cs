using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What AWS allows an app client to be.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html</remarks>
internal static class UserPoolClientRules
{
    public static readonly ValueList<string> AuthFlows =
    [
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
        "ALLOW_USER_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_CUSTOM_AUTH",
        "ADMIN_NO_SRP_AUTH",
        "CUSTOM_AUTH_FLOW_ONLY",
        "USER_PASSWORD_AUTH",
    ];

    public static readonly ValueList<string> OAuthFlows = ["code", "implicit", "client_credentials"];

    public static void Check(UserPoolClientSettings settings)
    {
        if (settings.Name is not null)
        {
            Limits.UserPoolClientName.Check(settings.Name);
        }

        CheckSet(settings.ExplicitAuthFlows ?? [], AuthFlows, nameof(Messages.InvalidAuthFlow));
        CheckSet(settings.AllowedOAuthFlows, OAuthFlows, nameof(Messages.InvalidOAuthFlow));
        CheckUrls(settings.CallbackUrls);
        CheckUrls(settings.LogoutUrls);
        CheckOAuth(settings);
        foreach (var provider in settings.SupportedIdentityProviders ?? [])
        {
            Limits.SupportedIdentityProvider.Check(provider);
        }
    }

    private static void CheckOAuth(UserPoolClientSettings settings)
    {
        if (settings.AllowedOAuthScopes.Count > Limits.OAuthScopes)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.TooManyOAuthScopes),
                settings.AllowedOAuthScopes,
                settings.AllowedOAuthScopes.Count,
                Limits.OAuthScopes
            );
        }

        foreach (var scope in settings.AllowedOAuthScopes)
        {
            Limits.OAuthScope.Check(scope);
        }

        var usesCode = settings.AllowedOAuthFlows.Any(flow => flow.Literal is "code" or "implicit");
        if (usesCode && settings.CallbackUrls.Count == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.CallbackUrlRequired), settings.AllowedOAuthFlows, settings.AllowedOAuthFlows);
        }

        if (usesCode && settings.AllowedOAuthFlows.Any(flow => flow.Literal is "client_credentials"))
        {
            throw DefinitionErrors.Create(nameof(Messages.ClientCredentialsAlone), settings.AllowedOAuthFlows);
        }

        if (settings.AllowedOAuthFlows.Count > 0 && settings.AllowedOAuthScopes.Count == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.OAuthScopeRequired), settings.AllowedOAuthFlows, settings.AllowedOAuthFlows);
        }
    }

    private static void CheckSet(ValueList<TemplateValue> values, ValueList<string> allowed, string errorId)
    {
        foreach (var value in values.Where(value => value.IsLiteral && !allowed.Contains(value.Literal!)))
        {
            throw DefinitionErrors.Create(errorId, value, value, string.Join(", ", allowed));
        }
    }

    /// <summary>Whether an address is one that a browser finds on its own machine, for which AWS asks no encryption.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html, CallbackURLs.</remarks>
    public static bool IsOfThisMachine(Uri url) => url.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static void CheckUrls(ValueList<TemplateValue> urls)
    {
        if (urls.Count > Limits.CallbackUrls)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyCallbackUrls), urls, urls.Count, Limits.CallbackUrls);
        }

        foreach (var text in urls.Select(url => Limits.CallbackUrl.Check(url).Literal).OfType<string>())
        {
            // Where paths begin with a slash, one is an absolute address to the framework.
            if (
                !Uri.TryCreate(text, UriKind.Absolute, out var url)
                || !text.Contains(':', StringComparison.Ordinal)
                || url.Fragment.Length > 0
                || (url.Scheme == Uri.UriSchemeHttp && !IsOfThisMachine(url))
            )
            {
                throw DefinitionErrors.Create(nameof(Messages.InvalidCallbackUrl), text, text);
            }
        }
    }
}

/// <summary>What an app client that is created may be told.</summary>
internal sealed record UserPoolClientSettings
{
    public static readonly ValueList<TemplateValue> DefaultAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
    public static readonly ValueList<TemplateValue> DefaultIdentityProviders = ["COGNITO"];

    public UserPool? UserPool { get; init; }

    public TemplateValue? Name { get; init; }

    public bool? GenerateSecret { get; init; }

    /// <summary>Null: the default. Empty: left to AWS, as an imported template may have it.</summary>
    public ValueList<TemplateValue>? ExplicitAuthFlows { get; init; }

    public ValueList<TemplateValue> CallbackUrls { get; init; } = [];

    public ValueList<TemplateValue> LogoutUrls { get; init; } = [];

    public ValueList<TemplateValue> AllowedOAuthFlows { get; init; } = [];

    public ValueList<TemplateValue> AllowedOAuthScopes { get; init; } = [];

    /// <summary>Null: the default. Empty: left to AWS.</summary>
    public ValueList<TemplateValue>? SupportedIdentityProviders { get; init; }

    public string? PreventUserExistenceErrors { get; init; } = "ENABLED";

    public string? LogicalId { get; init; }

    public TemplateMapping AdditionalProperties { get; init; } = [];
}

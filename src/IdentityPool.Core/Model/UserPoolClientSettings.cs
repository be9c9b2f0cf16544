using IdentityPools.Template;

namespace IdentityPools.Model;

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

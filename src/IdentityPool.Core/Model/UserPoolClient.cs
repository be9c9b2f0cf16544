using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>An app client of a user pool: one that exists and is named by its id, or one that is created with the identity pool.</summary>
public sealed record UserPoolClient : IDefinition
{
    private UserPoolClient() { }

    /// <summary>Whether the client is created with the identity pool.</summary>
    public bool IsManaged => TypedClientId is null;

    /// <summary>The id of a client that exists, or a function that gives it.</summary>
    public object? ClientId => TypedClientId?.Plain;

    internal TemplateValue? TypedClientId { get; private init; }

    /// <summary>The user pool that the client belongs to; set at the latest when the client is attached to an identity pool.</summary>
    public UserPool? UserPool { get; private init; }

    /// <summary>The name of a client that is created; left out, CloudFormation makes one up.</summary>
    public object? Name => TypedName?.Plain;

    internal TemplateValue? TypedName { get; private init; }

    /// <summary>Whether the client has a secret. Browser and mobile apps cannot keep one.</summary>
    public bool? GenerateSecret { get; private init; }

    /// <summary>The ways to sign in without the hosted pages.</summary>
    public ValueList<object> ExplicitAuthFlows => TypedExplicitAuthFlows.Plain();

    internal ValueList<TemplateValue> TypedExplicitAuthFlows { get; private init; } = [];

    /// <summary>Where the hosted pages may send people after they signed in.</summary>
    public ValueList<object> CallbackUrls => TypedCallbackUrls.Plain();

    internal ValueList<TemplateValue> TypedCallbackUrls { get; private init; } = [];

    /// <summary>Where the hosted pages may send people after they signed out.</summary>
    public ValueList<object> LogoutUrls => TypedLogoutUrls.Plain();

    internal ValueList<TemplateValue> TypedLogoutUrls { get; private init; } = [];

    /// <summary>The OAuth flows of the hosted pages.</summary>
    public ValueList<object> AllowedOAuthFlows => TypedAllowedOAuthFlows.Plain();

    internal ValueList<TemplateValue> TypedAllowedOAuthFlows { get; private init; } = [];

    /// <summary>The OAuth scopes that the client may ask for.</summary>
    public ValueList<object> AllowedOAuthScopes => TypedAllowedOAuthScopes.Plain();

    internal ValueList<TemplateValue> TypedAllowedOAuthScopes { get; private init; } = [];

    /// <summary>The identity providers of the user pool that the client offers.</summary>
    public ValueList<object> SupportedIdentityProviders => TypedSupportedIdentityProviders.Plain();

    internal ValueList<TemplateValue> TypedSupportedIdentityProviders { get; private init; } = [];

    /// <summary><c>ENABLED</c> hides from a stranger whether a user exists; AWS's own default is <c>LEGACY</c>.</summary>
    public string? PreventUserExistenceErrors { get; private init; }

    /// <summary>The logical id in a template that the client was imported from.</summary>
    internal string? LogicalId { get; init; }

    /// <summary>Properties of an imported template that have no parameter here; they are kept as they are.</summary>
    internal TemplateMapping AdditionalProperties { get; private init; } = [];

    /// <summary>The part of a logical id that stands for this client beside its user pool.</summary>
    internal string LogicalPart =>
        TypedClientId is not null ? LogicalName.From(TypedClientId)
        : TypedName is null ? ""
        : LogicalName.From(TypedName);

    /// <summary>A client that exists.</summary>
    /// <param name="clientId">Its id, or a function that gives it.</param>
    /// <returns>The client.</returns>
    /// <exception cref="DefinitionException">The id is not well-formed.</exception>
    public static UserPoolClient Existing(TemplateValue clientId)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        return new() { TypedClientId = Limits.ClientId.Check(clientId) };
    }

    /// <summary>The client that is created where none is named: sign-in by secure remote password, no secret, no implicit flow.</summary>
    internal static UserPoolClient Generated { get; } = Define(new());

    internal static UserPoolClient Define(UserPoolClientSettings settings)
    {
        UserPoolClientRules.Check(settings);
        return new()
        {
            UserPool = settings.UserPool,
            TypedName = settings.Name,
            GenerateSecret = settings.GenerateSecret,
            TypedExplicitAuthFlows = settings.ExplicitAuthFlows ?? UserPoolClientSettings.DefaultAuthFlows,
            TypedCallbackUrls = settings.CallbackUrls,
            TypedLogoutUrls = settings.LogoutUrls,
            TypedAllowedOAuthFlows = settings.AllowedOAuthFlows,
            TypedAllowedOAuthScopes = settings.AllowedOAuthScopes,
            TypedSupportedIdentityProviders = settings.SupportedIdentityProviders ?? UserPoolClientSettings.DefaultIdentityProviders,
            PreventUserExistenceErrors = settings.PreventUserExistenceErrors,
            LogicalId = settings.LogicalId,
            AdditionalProperties = settings.AdditionalProperties,
        };
    }

    /// <summary>The same client as one of that user pool.</summary>
    /// <exception cref="DefinitionException">The client is defined for another user pool.</exception>
    internal UserPoolClient WithUserPool(UserPool userPool) =>
        UserPool is null || UserPool == userPool
            ? this with
            {
                UserPool = userPool,
            }
            : throw DefinitionErrors.Create(nameof(Messages.UserPoolClientOfAnotherPool), this, this, UserPool, userPool);

    /// <summary>Whether both are one client, of whichever user pool they are said to be.</summary>
    internal bool IsSameClient(UserPoolClient other) => Identity == other.Identity;

    /// <summary>The client whichever user pool it is said to be of, to look it up by.</summary>
    internal UserPoolClient Identity => this with { UserPool = null };

    /// <summary>The client id, or the name of the client that is created.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (TypedClientId ?? TypedName)?.ToString() ?? Messages.GeneratedClient;

    /// <summary>Text as a client that exists, so that scripts can compare with an id.</summary>
    /// <param name="clientId">The client id.</param>
    public static implicit operator UserPoolClient(string clientId) => Existing(clientId);

    /// <summary>Text as a client that exists.</summary>
    /// <param name="clientId">The client id.</param>
    /// <returns>The client.</returns>
    public static UserPoolClient FromString(string clientId) => Existing(clientId);
}

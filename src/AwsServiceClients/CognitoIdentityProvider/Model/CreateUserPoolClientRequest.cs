namespace Amazon.CognitoIdentityProvider.Model;

public class CreateUserPoolClientRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }

    public string? ClientName { get; set; }

    public bool? GenerateSecret { get; set; }

    public string? ClientSecret { get; set; }

    public int? RefreshTokenValidity { get; set; }

    public int? AccessTokenValidity { get; set; }

    public int? IdTokenValidity { get; set; }

    public TokenValidityUnitsType? TokenValidityUnits { get; set; }

    public List<string>? ReadAttributes { get; set; }

    public List<string>? WriteAttributes { get; set; }

    public List<string>? ExplicitAuthFlows { get; set; }

    public List<string>? SupportedIdentityProviders { get; set; }

    public List<string>? CallbackURLs { get; set; }

    public List<string>? LogoutURLs { get; set; }

    public string? DefaultRedirectURI { get; set; }

    public List<string>? AllowedOAuthFlows { get; set; }

    public List<string>? AllowedOAuthScopes { get; set; }

    public bool? AllowedOAuthFlowsUserPoolClient { get; set; }

    public AnalyticsConfigurationType? AnalyticsConfiguration { get; set; }

    public PreventUserExistenceErrorTypes? PreventUserExistenceErrors { get; set; }

    public bool? EnableTokenRevocation { get; set; }

    public bool? EnablePropagateAdditionalUserContextData { get; set; }

    public int? AuthSessionValidity { get; set; }

    public RefreshTokenRotationType? RefreshTokenRotation { get; set; }
}

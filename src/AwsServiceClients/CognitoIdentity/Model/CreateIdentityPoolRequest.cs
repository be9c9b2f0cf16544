namespace Amazon.CognitoIdentity.Model;

public class CreateIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolName { get; set; }

    public bool? AllowUnauthenticatedIdentities { get; set; }

    public bool? AllowClassicFlow { get; set; }

    public Dictionary<string, string>? SupportedLoginProviders { get; set; }

    public string? DeveloperProviderName { get; set; }

    public List<string>? OpenIdConnectProviderARNs { get; set; }

    public List<CognitoIdentityProviderInfo>? CognitoIdentityProviders { get; set; }

    public List<string>? SamlProviderARNs { get; set; }

    public Dictionary<string, string>? IdentityPoolTags { get; set; }
}

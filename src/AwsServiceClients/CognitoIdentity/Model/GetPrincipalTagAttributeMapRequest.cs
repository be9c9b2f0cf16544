namespace Amazon.CognitoIdentity.Model;

public class GetPrincipalTagAttributeMapRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }

    public string? IdentityProviderName { get; set; }
}

namespace Amazon.CognitoIdentityProvider.Model;

public class DeleteUserPoolRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }
}

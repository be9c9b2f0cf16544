namespace Amazon.CognitoIdentityProvider.Model;

public class DeleteUserPoolClientRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }

    public string? ClientId { get; set; }
}

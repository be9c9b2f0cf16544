namespace Amazon.CognitoIdentityProvider.Model;

public class DescribeUserPoolClientRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }

    public string? ClientId { get; set; }
}

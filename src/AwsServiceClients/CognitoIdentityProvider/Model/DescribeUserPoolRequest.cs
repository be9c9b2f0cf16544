namespace Amazon.CognitoIdentityProvider.Model;

public class DescribeUserPoolRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }
}

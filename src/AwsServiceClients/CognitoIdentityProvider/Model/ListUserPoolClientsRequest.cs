namespace Amazon.CognitoIdentityProvider.Model;

public class ListUserPoolClientsRequest : AmazonCognitoIdentityProviderRequest
{
    public string? UserPoolId { get; set; }

    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}

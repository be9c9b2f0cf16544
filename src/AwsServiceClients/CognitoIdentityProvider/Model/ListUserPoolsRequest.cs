namespace Amazon.CognitoIdentityProvider.Model;

public class ListUserPoolsRequest : AmazonCognitoIdentityProviderRequest
{
    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

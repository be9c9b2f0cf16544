namespace Amazon.CognitoIdentity.Model;

public class ListIdentityPoolsRequest : AmazonCognitoIdentityRequest
{
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}

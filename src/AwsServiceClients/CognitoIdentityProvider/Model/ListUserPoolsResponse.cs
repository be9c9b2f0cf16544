using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class ListUserPoolsResponse : AmazonWebServiceResponse
{
    public List<UserPoolDescriptionType>? UserPools { get; set; }

    public string? NextToken { get; set; }
}

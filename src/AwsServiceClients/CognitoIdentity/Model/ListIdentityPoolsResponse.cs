using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class ListIdentityPoolsResponse : AmazonWebServiceResponse
{
    public List<IdentityPoolShortDescription>? IdentityPools { get; set; }

    public string? NextToken { get; set; }
}

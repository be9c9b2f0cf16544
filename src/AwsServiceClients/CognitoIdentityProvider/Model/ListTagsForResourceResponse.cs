using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; }
}

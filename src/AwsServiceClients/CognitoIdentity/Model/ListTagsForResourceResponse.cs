using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; }
}

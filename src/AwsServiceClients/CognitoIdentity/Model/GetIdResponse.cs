using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class GetIdResponse : AmazonWebServiceResponse
{
    public string? IdentityId { get; set; }
}

using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class GetCredentialsForIdentityResponse : AmazonWebServiceResponse
{
    public string? IdentityId { get; set; }

    public Credentials? Credentials { get; set; }
}

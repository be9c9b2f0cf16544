using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class UpdateUserPoolClientResponse : AmazonWebServiceResponse
{
    public UserPoolClientType? UserPoolClient { get; set; }
}

using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class CreateUserPoolClientResponse : AmazonWebServiceResponse
{
    public UserPoolClientType? UserPoolClient { get; set; }
}

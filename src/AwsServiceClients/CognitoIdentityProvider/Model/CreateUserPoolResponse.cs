using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class CreateUserPoolResponse : AmazonWebServiceResponse
{
    public UserPoolType? UserPool { get; set; }
}

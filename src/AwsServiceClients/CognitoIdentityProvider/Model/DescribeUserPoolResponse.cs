using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class DescribeUserPoolResponse : AmazonWebServiceResponse
{
    public UserPoolType? UserPool { get; set; }
}

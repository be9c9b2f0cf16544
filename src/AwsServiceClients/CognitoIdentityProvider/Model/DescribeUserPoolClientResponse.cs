using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class DescribeUserPoolClientResponse : AmazonWebServiceResponse
{
    public UserPoolClientType? UserPoolClient { get; set; }
}

using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class ListUserPoolClientsResponse : AmazonWebServiceResponse
{
    public List<UserPoolClientDescription>? UserPoolClients { get; set; }

    public string? NextToken { get; set; }
}

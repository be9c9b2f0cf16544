using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class DeleteUserPoolResponse : AmazonWebServiceResponse;

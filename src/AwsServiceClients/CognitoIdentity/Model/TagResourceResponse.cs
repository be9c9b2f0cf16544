using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class TagResourceResponse : AmazonWebServiceResponse;

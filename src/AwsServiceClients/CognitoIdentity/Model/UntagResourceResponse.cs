using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class UntagResourceResponse : AmazonWebServiceResponse;

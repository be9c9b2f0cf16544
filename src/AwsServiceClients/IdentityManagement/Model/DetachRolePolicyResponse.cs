using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class DetachRolePolicyResponse : AmazonWebServiceResponse;

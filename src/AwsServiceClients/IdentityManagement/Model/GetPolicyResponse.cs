using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetPolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy? Policy { get; set; }
}

using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}

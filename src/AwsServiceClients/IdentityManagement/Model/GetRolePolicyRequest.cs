namespace Amazon.IdentityManagement.Model;

public class GetRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }
}

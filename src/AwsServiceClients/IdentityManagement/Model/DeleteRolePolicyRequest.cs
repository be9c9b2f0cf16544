namespace Amazon.IdentityManagement.Model;

public class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class DeleteRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

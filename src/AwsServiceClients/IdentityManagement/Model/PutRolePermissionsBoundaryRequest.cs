namespace Amazon.IdentityManagement.Model;

public class PutRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PermissionsBoundary { get; set; }
}

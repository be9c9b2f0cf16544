namespace Amazon.IdentityManagement.Model;

public class UntagRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public List<string>? TagKeys { get; set; }
}

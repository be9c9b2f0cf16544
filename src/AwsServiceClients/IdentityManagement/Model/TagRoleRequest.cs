namespace Amazon.IdentityManagement.Model;

public class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public List<Tag>? Tags { get; set; }
}

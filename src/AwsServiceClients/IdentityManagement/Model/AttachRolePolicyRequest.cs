namespace Amazon.IdentityManagement.Model;

public class AttachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyArn { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class DetachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyArn { get; set; }
}

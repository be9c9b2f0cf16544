namespace Amazon.IdentityManagement.Model;

public class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyDocument { get; set; }
}

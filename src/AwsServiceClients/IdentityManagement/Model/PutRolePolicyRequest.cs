namespace Amazon.IdentityManagement.Model;

public class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyName { get; set; }

    public string? PolicyDocument { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class GetPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? PolicyArn { get; set; }
}

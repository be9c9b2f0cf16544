namespace Amazon.IdentityManagement.Model;

public class DeleteSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLProviderArn { get; set; }
}

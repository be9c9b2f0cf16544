namespace Amazon.IdentityManagement.Model;

public class GetSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLProviderArn { get; set; }
}

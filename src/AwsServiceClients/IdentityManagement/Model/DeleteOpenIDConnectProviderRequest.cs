namespace Amazon.IdentityManagement.Model;

public class DeleteOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }
}

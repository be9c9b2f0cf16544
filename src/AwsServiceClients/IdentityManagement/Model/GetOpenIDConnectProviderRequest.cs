namespace Amazon.IdentityManagement.Model;

public class GetOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }
}

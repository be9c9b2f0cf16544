namespace Amazon.IdentityManagement.Model;

public class RemoveClientIDFromOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }

    public string? ClientID { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class AddClientIDToOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }

    public string? ClientID { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class UntagOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }

    public List<string>? TagKeys { get; set; }
}

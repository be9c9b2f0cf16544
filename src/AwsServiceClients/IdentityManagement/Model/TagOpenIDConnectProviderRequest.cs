namespace Amazon.IdentityManagement.Model;

public class TagOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }

    public List<Tag>? Tags { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class TagSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLProviderArn { get; set; }

    public List<Tag>? Tags { get; set; }
}

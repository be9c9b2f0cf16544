namespace Amazon.IdentityManagement.Model;

public class CreateOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? Url { get; set; }

    public List<string>? ClientIDList { get; set; }

    public List<string>? ThumbprintList { get; set; }

    public List<Tag>? Tags { get; set; }
}

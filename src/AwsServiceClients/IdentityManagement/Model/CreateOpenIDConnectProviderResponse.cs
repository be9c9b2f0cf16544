using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class CreateOpenIDConnectProviderResponse : AmazonWebServiceResponse
{
    public string? OpenIDConnectProviderArn { get; set; }

    public List<Tag>? Tags { get; set; }
}

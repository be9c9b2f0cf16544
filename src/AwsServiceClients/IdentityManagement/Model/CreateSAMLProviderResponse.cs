using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class CreateSAMLProviderResponse : AmazonWebServiceResponse
{
    public string? SAMLProviderArn { get; set; }

    public List<Tag>? Tags { get; set; }
}

using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class UpdateSAMLProviderResponse : AmazonWebServiceResponse
{
    public string? SAMLProviderArn { get; set; }
}

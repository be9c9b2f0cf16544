using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListOpenIDConnectProvidersResponse : AmazonWebServiceResponse
{
    public List<OpenIDConnectProviderListEntry>? OpenIDConnectProviderList { get; set; }
}

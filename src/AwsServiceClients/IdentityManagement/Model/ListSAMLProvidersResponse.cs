using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListSAMLProvidersResponse : AmazonWebServiceResponse
{
    public List<SAMLProviderListEntry>? SAMLProviderList { get; set; }
}

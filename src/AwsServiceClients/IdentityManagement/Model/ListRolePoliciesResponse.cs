using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    public List<string>? PolicyNames { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}

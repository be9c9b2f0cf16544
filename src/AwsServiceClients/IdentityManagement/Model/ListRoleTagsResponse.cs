using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListRoleTagsResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}

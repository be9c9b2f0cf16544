using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListInstanceProfilesForRoleResponse : AmazonWebServiceResponse
{
    public List<InstanceProfile>? InstanceProfiles { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}

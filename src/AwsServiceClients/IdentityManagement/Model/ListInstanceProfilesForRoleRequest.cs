namespace Amazon.IdentityManagement.Model;

public class ListInstanceProfilesForRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}

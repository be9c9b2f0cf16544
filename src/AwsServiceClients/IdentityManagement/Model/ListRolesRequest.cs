namespace Amazon.IdentityManagement.Model;

public class ListRolesRequest : AmazonIdentityManagementServiceRequest
{
    public string? PathPrefix { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}

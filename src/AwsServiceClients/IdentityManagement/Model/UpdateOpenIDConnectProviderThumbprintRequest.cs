namespace Amazon.IdentityManagement.Model;

public class UpdateOpenIDConnectProviderThumbprintRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }

    public List<string>? ThumbprintList { get; set; }
}

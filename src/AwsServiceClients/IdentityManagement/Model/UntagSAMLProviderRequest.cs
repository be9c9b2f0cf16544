namespace Amazon.IdentityManagement.Model;

public class UntagSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLProviderArn { get; set; }

    public List<string>? TagKeys { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class UpdateSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLMetadataDocument { get; set; }

    public string? SAMLProviderArn { get; set; }

    public AssertionEncryptionModeType? AssertionEncryptionMode { get; set; }

    public string? AddPrivateKey { get; set; }

    public string? RemovePrivateKey { get; set; }
}

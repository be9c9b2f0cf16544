namespace Amazon.IdentityManagement.Model;

public class CreateSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? SAMLMetadataDocument { get; set; }

    public string? Name { get; set; }

    public List<Tag>? Tags { get; set; }

    public AssertionEncryptionModeType? AssertionEncryptionMode { get; set; }

    public string? AddPrivateKey { get; set; }
}

using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetSAMLProviderResponse : AmazonWebServiceResponse
{
    public string? SAMLProviderUUID { get; set; }

    public string? SAMLMetadataDocument { get; set; }

    public DateTime? CreateDate { get; set; }

    public DateTime? ValidUntil { get; set; }

    public List<Tag>? Tags { get; set; }

    public AssertionEncryptionModeType? AssertionEncryptionMode { get; set; }

    public List<SAMLPrivateKey>? PrivateKeyList { get; set; }
}

namespace Amazon.IdentityManagement.Model;

public class SAMLPrivateKey
{
    public string? KeyId { get; set; }

    public DateTime? Timestamp { get; set; }
}

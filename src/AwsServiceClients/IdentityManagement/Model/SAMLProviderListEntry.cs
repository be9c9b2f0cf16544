namespace Amazon.IdentityManagement.Model;

public class SAMLProviderListEntry
{
    public string? Arn { get; set; }

    public DateTime? ValidUntil { get; set; }

    public DateTime? CreateDate { get; set; }
}

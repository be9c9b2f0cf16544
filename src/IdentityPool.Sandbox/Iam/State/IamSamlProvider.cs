namespace IdentityPools.Sandbox.Iam;

/// <summary>A SAML provider.</summary>
internal sealed class IamSamlProvider
{
    public required string Arn { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required string Metadata { get; set; }

    public required DateTimeOffset ValidUntil { get; set; }

    public string? EncryptionMode { get; set; }

    /// <summary>The ids of the private keys and when they were added; the keys themselves are never shown again.</summary>
    public Dictionary<string, DateTimeOffset> PrivateKeys { get; } = new(StringComparer.Ordinal);

    public IamTags Tags { get; } = new();
}

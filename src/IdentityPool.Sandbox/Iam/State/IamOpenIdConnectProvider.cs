namespace IdentityPools.Sandbox.Iam;

/// <summary>An OpenID Connect provider.</summary>
internal sealed class IamOpenIdConnectProvider
{
    /// <summary>The issuer without its scheme.</summary>
    public required string Url { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required List<string> ClientIds { get; init; }

    public required List<string> Thumbprints { get; set; }

    public IamTags Tags { get; } = new();
}

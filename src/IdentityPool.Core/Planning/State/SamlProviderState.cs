namespace IdentityPools.Planning;

/// <summary>A SAML provider of IAM that was or will be made with an identity pool.</summary>
internal sealed record SamlProviderState(string Arn, string Name, string MetadataDocument, ValueMap<string> Tags)
{
    /// <summary>Whether both have the same metadata; line ends and what stands around the document do not matter.</summary>
    public bool HasMetadataOf(SamlProviderState other) => Normal(MetadataDocument) == Normal(other.MetadataDocument);

    private static string Normal(string document) => document.ReplaceLineEndings("\n").Trim();
}

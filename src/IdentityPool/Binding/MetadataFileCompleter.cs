namespace IdentityPools.Binding;

/// <summary>Completes files that hold the metadata of a SAML provider.</summary>
public sealed class MetadataFileCompleter : FileCompleter
{
    private protected override IReadOnlyCollection<string> Extensions => [".xml"];
}

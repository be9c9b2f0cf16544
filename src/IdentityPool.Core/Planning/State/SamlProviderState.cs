namespace IdentityPools.Planning;

/// <summary>A SAML provider of IAM that was or will be made with an identity pool.</summary>
internal sealed record SamlProviderState(string Arn, string Name, string MetadataDocument, ValueMap<string> Tags);

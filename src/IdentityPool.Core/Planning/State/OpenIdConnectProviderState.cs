namespace IdentityPools.Planning;

/// <summary>An OpenID Connect provider of IAM that was or will be made with an identity pool.</summary>
internal sealed record OpenIdConnectProviderState(string Arn, string Url, ValueList<string> ClientIds, ValueList<string> Thumbprints, ValueMap<string> Tags)
{
    /// <summary>Whether it takes whatever another one takes.</summary>
    public bool Has(OpenIdConnectProviderState other) =>
        !other.ClientIds.Except(ClientIds).Any() && !other.Thumbprints.Except(Thumbprints, StringComparer.OrdinalIgnoreCase).Any();
}

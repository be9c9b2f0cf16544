namespace IdentityPools.Planning;

/// <summary>A client of a user pool as a provider of an identity pool.</summary>
internal sealed record UserPoolProviderState(string ProviderName, string ClientId, bool ServerSideTokenCheck)
{
    /// <summary>The name by which role mappings know the provider.</summary>
    public string Key => $"{ProviderName}:{ClientId}";

    public UserPoolProviderState Map(Func<string, string> map) => this with { ProviderName = map(ProviderName), ClientId = map(ClientId) };
}

namespace IdentityPools.Ports;

/// <summary>Who asks an identity pool for credentials, and for which.</summary>
internal sealed record CredentialRequest
{
    public required string PoolId { get; init; }

    /// <summary>The token of each provider, by the name that the API takes; none for a guest.</summary>
    public ValueMap<ProviderSecret> Logins { get; init; } = ValueMap<ProviderSecret>.Empty;

    /// <summary>The role to choose where the token offers several.</summary>
    public string? CustomRoleArn { get; init; }

    /// <summary>The account that the pool has to be of.</summary>
    public string? AccountId { get; init; }
}

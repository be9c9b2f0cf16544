namespace IdentityPools.Model;

/// <summary>A user pool with one of its clients.</summary>
/// <param name="UserPool">The user pool.</param>
/// <param name="Client">The client; null while it is the pool's only one and that one is not known.</param>
/// <param name="IsClientImplied">Whether the user left the client out, so that it follows what the identity pool holds.</param>
internal sealed record UserPoolReference(UserPool UserPool, UserPoolClient? Client, bool IsClientImplied = false) : ProviderReference
{
    public override TemplateValue? Name => UserPool.ProviderName;

    public override TemplateValue? Url =>
        UserPool.ProviderName is not { } name ? null
        : Client?.ClientId?.Literal is { } clientId ? $"{name}:{clientId}"
        : name;

    public override string LogicalPart => UserPool.LogicalPart + (Client?.LogicalPart ?? "");

    public override string? DefaultKey => Client?.ClientId is { IsLiteral: true } && UserPool.ProviderName is not null ? Url!.Literal : LogicalPart;

    public override ProviderReference WithoutClient => new UserPoolReference(UserPool, null);

    /// <summary>How the client came to be known is not part of the value.</summary>
    public bool Equals(UserPoolReference? other) => other is not null && UserPool == other.UserPool && Client == other.Client;

    public override int GetHashCode() => HashCode.Combine(UserPool, Client);

    protected override string Describe() => Client is null ? $"user pool {UserPool}" : $"user pool {UserPool}, client {Client}";
}

namespace IdentityPools;

/// <summary>A user pool, with one of its clients, as a provider of an identity pool.</summary>
public sealed record UserPoolAuthentication
{
    internal UserPoolAuthentication(UserPool userPool, UserPoolClient client, bool serverSideTokenCheck) =>
        (UserPool, UserPoolClient, ServerSideTokenCheck) = (userPool, client.WithUserPool(userPool), serverSideTokenCheck);

    /// <summary>The user pool.</summary>
    public UserPool UserPool { get; }

    /// <summary>The client whose tokens are accepted.</summary>
    public UserPoolClient UserPoolClient { get; }

    /// <summary>Whether Cognito asks the user pool if the user is still signed in before it gives credentials.</summary>
    public bool ServerSideTokenCheck { get; }

    /// <summary>The user pool as AWS names it; null while it depends on deployment.</summary>
    public string? ProviderName => UserPool.ProviderName;

    /// <summary>The client id; null for a client that is still to be created.</summary>
    public object? ClientId => TypedClientId?.Plain;

    internal TemplateValue? TypedClientId => UserPoolClient.TypedClientId;

    internal string SortKey => $"{UserPool}\n{UserPoolClient}";

    /// <summary>User pool and client.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{UserPool} ({UserPoolClient})";
}

using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>A client of a user pool that was or will be made with an identity pool.</summary>
/// <param name="UserPoolId">The user pool; pending before it exists.</param>
/// <param name="ClientId">The id; pending before it exists.</param>
/// <param name="Name">The name.</param>
/// <param name="Properties">The settings, by CloudFormation's names, which are those of the API.</param>
/// <param name="HasSecret">Whether it has a secret, which only creation decides.</param>
internal sealed record ClientState(string UserPoolId, string ClientId, string Name, TemplateMapping Properties, bool HasSecret)
{
    /// <summary>For a client that a definition asks for: its user pool and the part of the definition that tells it from the others there.</summary>
    public string? Owner { get; init; }

    public ClientState Map(Func<string, string> map) => this with { UserPoolId = map(UserPoolId), ClientId = map(ClientId) };
}

using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>
/// The token that an identity pool gives for someone whom a developer's backend vouches for. Whoever has one has an identity already, so that AWS refuses to
/// look one up: the token says which it is.
/// </summary>
/// <param name="IdentityId">The identity.</param>
/// <param name="PoolId">The pool that gave the token.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html</remarks>
internal sealed record DeveloperToken(string IdentityId, string PoolId)
{
    /// <summary>The token among some logins; null when there is none.</summary>
    /// <exception cref="DefinitionException">What stands in its place is no such token.</exception>
    public static DeveloperToken? Find(ValueMap<ProviderSecret> logins) =>
        logins.FirstOrDefault(login => AwsPartition.IsTrustPrincipal(login.Key)) is { Key: { } key, Value: { } token } ? Read(key, token.Reveal()) : null;

    /// <exception cref="DefinitionException">The token is of another pool.</exception>
    public void CheckIsOf(string poolId)
    {
        if (PoolId != poolId)
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenOfAnotherPool), poolId, PoolId, poolId);
        }
    }

    private static DeveloperToken Read(string key, string token)
    {
        var claims = JsonWebToken.Read(token);
        return new(Required(claims, key, "sub"), Required(claims, key, "aud"));
    }

    private static string Required(JsonObject claims, string key, string name) =>
        ClaimValue.From(claims[name]) is { Kind: ClaimKind.Text, Text: { Length: > 0 } text }
            ? text
            : throw DefinitionErrors.Create(nameof(Messages.DeveloperTokenIncomplete), key, key, name);
}

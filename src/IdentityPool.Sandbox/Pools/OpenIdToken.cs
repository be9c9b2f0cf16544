using System.Text.Json.Nodes;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>The tokens that a pool gives, to be taken to STS.</summary>
internal static class OpenIdToken
{
    public static string Create(
        SandboxIdentity identity,
        IReadOnlyList<string> methods,
        TimeSpan validity,
        SandboxContext context,
        IReadOnlyCollection<KeyValuePair<string, string>>? tags = null
    )
    {
        var claims = new JsonObject
        {
            ["sub"] = identity.Id,
            ["aud"] = identity.Pool.Id,
            ["amr"] = new JsonArray([.. methods.Select(method => (JsonNode)method)]),
            ["iss"] = $"https://{context.Partition.TrustPrincipal}",
            ["exp"] = context.Time.Add(validity).ToUnixTimeSeconds(),
            ["iat"] = context.Time.ToUnixTimeSeconds(),
        };
        if (tags is { Count: > 0 })
        {
            claims[IssuedTags.Claim] = IssuedTags.ToClaim(tags);
        }

        return JsonWebToken.Write(claims);
    }
}

using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Pools;

/// <summary>The tokens that a pool gives, to be taken to STS.</summary>
internal static class OpenIdToken
{
    public static string Create(SandboxIdentity identity, IReadOnlyList<string> methods, TimeSpan validity, SandboxContext context) =>
        JsonWebToken.Write(
            new()
            {
                ["sub"] = identity.Id,
                ["aud"] = identity.Pool.Id,
                ["amr"] = new JsonArray([.. methods.Select(method => (JsonNode)method)]),
                ["iss"] = $"https://{context.Partition.TrustPrincipal}",
                ["exp"] = context.Time.Add(validity).ToUnixTimeSeconds(),
                ["iat"] = context.Time.ToUnixTimeSeconds(),
            }
        );
}

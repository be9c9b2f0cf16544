using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Sandbox.Pools;

namespace IdentityPools.Sandbox.Sts;

/// <summary>What a token of an identity pool says of its bearer.</summary>
/// <param name="Subject">The identity.</param>
/// <param name="Audience">The pool.</param>
/// <param name="Methods">How the bearer logged in: <c>authenticated</c> and the providers, or <c>unauthenticated</c>.</param>
/// <param name="Issuer">Who wrote the token.</param>
/// <param name="Expiration">When it ends.</param>
internal sealed record WebIdentity(string Subject, string Audience, IReadOnlyList<string> Methods, string Issuer, DateTimeOffset Expiration)
{
    /// <summary>Reads a token.</summary>
    public static WebIdentity Read(string token)
    {
        try
        {
            return JsonWebToken.Read(token) is { } claims ? new(claims) : throw NoToken();
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            // A claim of another kind than it should be, or a time beyond all time.
            throw NoToken();
        }
    }

    private WebIdentity(JsonObject claims)
        : this(
            Required(claims, "sub"),
            Required(claims, "aud"),
            [.. (claims["amr"] as JsonArray ?? []).Select(method => (string)method!)],
            Required(claims, "iss"),
            DateTimeOffset.FromUnixTimeSeconds(claims["exp"]?.GetValue<long>() ?? 0)
        ) { }

    /// <summary>Whether a role trusts the bearer.</summary>
    /// <param name="role">The role.</param>
    /// <param name="principal">The federated principal of identity pools, which prefixes their condition keys too.</param>
    public bool MayAssume(IamRole role, string principal)
    {
        var context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            [$"{principal}:aud"] = [Audience],
            [$"{principal}:sub"] = [Subject],
            [$"{principal}:amr"] = Methods,
        };
        return new TrustRequest(TrustPolicy.Assume, TrustPolicy.Federated, [principal], context).IsGrantedBy(role.TrustPolicy);
    }

    private static string Required(JsonObject claims, string name) =>
        (string?)claims[name] ?? throw new SandboxServiceException("InvalidIdentityToken", $"Missing a required claim: {name}", 400);

    private static SandboxServiceException NoToken() =>
        new("InvalidIdentityToken", "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)", 400);
}

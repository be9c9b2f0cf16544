using System.Text.Json.Nodes;

namespace IdentityPools.Simulation;

/// <summary>For which client of its issuer a token is.</summary>
internal sealed class TokenAudience
{
    private TokenAudience(IReadOnlyList<string> clients, bool isList) => (Clients, IsList) = (clients, isList);

    public IReadOnlyList<string> Clients { get; }

    /// <summary>Whether the claim is a list, as RFC 7519 allows and AWS says nothing of.</summary>
    public bool IsList { get; }

    public static TokenAudience Of(JsonObject claims) =>
        new(ClaimValue.From(claims["aud"])?.Items.Where(client => client.Length > 0).ToArray() ?? [], claims["aud"] is JsonArray);

    /// <summary>Whether it is for a client; of one that only deployment knows it may be.</summary>
    public bool Has(string? client) => client is null || Clients.Contains(client, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Clients);
}

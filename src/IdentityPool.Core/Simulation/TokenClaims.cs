using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.Simulation;

/// <summary>The claims of a token as role mappings see them: text, or several texts.</summary>
internal sealed class TokenClaims
{
    public const string PreferredRole = "cognito:preferred_role";
    public const string Roles = "cognito:roles";

    public static readonly TokenClaims None = new(new Dictionary<string, IReadOnlyList<string>>());

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> claims;

    public TokenClaims(IReadOnlyDictionary<string, IReadOnlyList<string>> claims) => this.claims = claims;

    /// <summary>Reads the payload of a token. Booleans and numbers count as their text.</summary>
    public static TokenClaims FromJson(JsonObject payload) =>
        new(payload.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => Texts(claim.Value!), StringComparer.Ordinal));

    /// <summary>A claim as one text; null when the token lacks it. How AWS compares several is not documented; they are taken as a list with commas.</summary>
    public string? Text(string name) => claims.TryGetValue(name, out var values) ? string.Join(',', values) : null;

    /// <summary>A claim as a list: several values, or one with commas between.</summary>
    public IReadOnlyList<string> List(string name) =>
        claims.TryGetValue(name, out var values)
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : [];

    private static IReadOnlyList<string> Texts(JsonNode claim) => claim is JsonArray list ? [.. list.Select(Scalar)] : [Scalar(claim)];

    private static string Scalar(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? string.Empty;
}

using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Simulation;

/// <summary>The claims of a token as role mappings see them.</summary>
internal sealed class TokenClaims
{
    public const string PreferredRole = "cognito:preferred_role";
    public const string Roles = "cognito:roles";
    public const string Groups = "cognito:groups";

    /// <summary>The attribute of a SAML assertion that lists roles with their providers, each as <c>role,provider</c> or the other way round.</summary>
    public const string SamlRoles = "https://aws.amazon.com/SAML/Attributes/Role";

    public static readonly TokenClaims None = new(new Dictionary<string, ClaimValue>());

    private readonly IReadOnlyDictionary<string, ClaimValue> claims;

    public TokenClaims(IReadOnlyDictionary<string, ClaimValue> claims) => this.claims = claims;

    public IEnumerable<KeyValuePair<string, ClaimValue>> All => claims;

    public ClaimValue? this[string name] => claims.GetValueOrDefault(name);

    /// <summary>Reads the payload of a token. Booleans and numbers count as their text; a claim that is null is not there.</summary>
    public static TokenClaims FromJson(JsonObject payload) => From(payload, claim => claim.Key, claim => ClaimValue.Of(claim.Value));

    /// <summary>Claims that a script gives.</summary>
    /// <exception cref="DefinitionException">A claim has no name.</exception>
    public static TokenClaims FromDictionary(IDictionary claims) =>
        From(
            claims.Cast<DictionaryEntry>(),
            claim =>
                Convert.ToString(claim.Key, CultureInfo.InvariantCulture) is { Length: > 0 } name
                    ? name
                    : throw Fault.Of(nameof(Messages.ClaimWithoutName), claims, claim.Value),
            claim => ClaimValue.Of(claim.Value)
        );

    /// <summary>A claim as a list: several values, one text with commas between, or the text of a JSON array.</summary>
    public IReadOnlyList<string> List(string name) =>
        this[name] is not { } value ? []
        : value.Kind == ClaimKind.Text && value.Text.StartsWith('[') && JsonList(value.Text) is { } items ? items
        : [.. value.Items.SelectMany(Split).Distinct(StringComparer.Ordinal)];

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<string>? JsonList(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray list ? [.. ClaimValue.Of(list)!.Items.Distinct(StringComparer.Ordinal)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TokenClaims From<T>(IEnumerable<T> source, Func<T, string> name, Func<T, ClaimValue?> value)
    {
        var claims = new Dictionary<string, ClaimValue>(StringComparer.Ordinal);
        foreach (var item in source)
        {
            if (value(item) is { } claim)
            {
                claims[name(item)] = claim;
            }
        }

        return new(claims);
    }
}

using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Validation;
using IdentityPools.Values;

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
    public static TokenClaims FromJson(JsonObject payload)
    {
        var claims = new Dictionary<string, ClaimValue>(payload.Count, StringComparer.Ordinal);
        foreach (var (name, value) in payload)
        {
            if (ClaimValue.From(value) is { } claim)
            {
                claims[name] = claim;
            }
        }

        return new(claims);
    }

    /// <summary>Claims that a script gives.</summary>
    /// <exception cref="DefinitionException">A claim has no name.</exception>
    public static TokenClaims FromDictionary(IDictionary source)
    {
        var claims = new Dictionary<string, ClaimValue>(source.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in source)
        {
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture);
            if (string.IsNullOrEmpty(name))
            {
                throw DefinitionErrors.Create(nameof(Messages.ClaimWithoutName), source, entry.Value);
            }

            if (ClaimValue.From(entry.Value) is { } claim)
            {
                claims[name] = claim;
            }
        }

        return new(claims);
    }

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
            return JsonNode.Parse(text) is JsonArray list ? [.. ClaimValue.From(list)!.Items.Distinct(StringComparer.Ordinal)] : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

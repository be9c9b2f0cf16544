using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IdentityPools.Simulation;

/// <summary>A claim as role mappings see it: text, or several texts.</summary>
/// <param name="Text">The claim as one text. How AWS compares several is not documented; they are taken as a list with commas.</param>
/// <param name="Items">The texts of a list, else the one text.</param>
/// <param name="Kind">What the token has.</param>
internal sealed record ClaimValue(string Text, IReadOnlyList<string> Items, ClaimKind Kind)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>A claim of a token; null when there is nothing to compare.</summary>
    public static ClaimValue? From(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonArray list => List(list.Select(Scalar)),
            JsonObject => new(node.ToJsonString(Readable), [node.ToJsonString(Readable)], ClaimKind.Object),
            _ => Single(Scalar(node)),
        };

    /// <summary>A claim that a script gives; null when there is nothing to compare.</summary>
    public static ClaimValue? From(object? value) =>
        value switch
        {
            null => null,
            JsonNode node => From(node),
            string or bool => Single(Scalar(value)),
            IDictionary map => new(Scalar(map), [Scalar(map)], ClaimKind.Object),
            IEnumerable list => List(list.Cast<object?>().Select(Scalar)),
            _ => Single(Scalar(value)),
        };

    private static ClaimValue Single(string text) => new(text, [text], ClaimKind.Text);

    private static ClaimValue List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return new(string.Join(',', all), all, ClaimKind.List);
    }

    private static string Scalar(JsonNode? node) =>
        node is null ? string.Empty
        : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : node.ToJsonString(Readable);

    private static string Scalar(object? value) =>
        value switch
        {
            null => string.Empty,
            string text => text,
            bool flag => flag ? "true" : "false",
            IEnumerable => JsonSerializer.Serialize(value, Readable),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        };
}

/// <summary>What a claim is in its token.</summary>
internal enum ClaimKind
{
    /// <summary>Text, a number or a truth value; it counts as its text.</summary>
    Text,

    /// <summary>Several values.</summary>
    List,

    /// <summary>Claims inside of a claim; it counts as its JSON.</summary>
    Object,
}

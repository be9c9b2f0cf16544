using System.Collections.Frozen;
using IdentityPools.Values;

namespace IdentityPools.Yaml;

/// <summary>The short tags of CloudFormation's functions.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html</remarks>
internal static class YamlFunctions
{
    private const string LongPrefix = "Fn::";

    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "And",
        "Base64",
        "Cidr",
        "Equals",
        "FindInMap",
        "GetAtt",
        "GetAZs",
        "If",
        "ImportValue",
        "Join",
        "Length",
        "Not",
        "Or",
        "Select",
        "Split",
        "Sub",
        "ToJsonString",
        "Transform",
    }
        .Select(name => KeyValuePair.Create("!" + name, LongPrefix + name))
        .Append(KeyValuePair.Create("!Ref", Intrinsic.Ref))
        .Append(KeyValuePair.Create("!Condition", "Condition"))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Tags = Names
        .Where(entry => entry.Key != "!Condition")
        .ToFrozenDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The function of a tag, or null.</summary>
    public static string? OfTag(string tag) => Names.GetValueOrDefault(tag);

    /// <summary>The tag of a function, or null.</summary>
    public static string? TagOf(string function) => Tags.GetValueOrDefault(function);
}

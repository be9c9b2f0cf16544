using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>The titles of tests with data.</summary>
internal static partial class TitleText
{
    /// <summary>Puts values of the row in place of <c>&lt;Key&gt;</c>, <c>&lt;Key.Property&gt;</c> and <c>&lt;_&gt;</c>; what the row has not stays as it is.</summary>
    public static string Expand(string title, object? row) =>
        PlaceholderPattern().Replace(title, match => Value(row, match.Groups[1].Value.Split('.')) ?? match.Value);

    private static string? Value(object? row, string[] path)
    {
        var unwrapped = TestNode.Unwrapped(row);
        var current =
            path[0] == "_" ? row
            : unwrapped is IDictionary map && map.Contains(path[0]) ? map[path[0]]
            : null;
        if (current is null && path[0] != "_")
        {
            return unwrapped is IDictionary known && known.Contains(path[0]) ? "$null" : null;
        }

        foreach (var name in path.Skip(1))
        {
            current = PSObject.AsPSObject(current).Properties[name]?.Value;
        }

        return TestNode.Unwrapped(current) is IDictionary ? "hashtable" : LanguagePrimitives.ConvertTo<string>(current);
    }

    [GeneratedRegex(@"<([A-Za-z_][\w.]*)>")]
    private static partial Regex PlaceholderPattern();
}

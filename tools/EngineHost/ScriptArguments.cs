using System.Management.Automation;

namespace IdentityPools.EngineHost;

/// <summary>Words of a command line as arguments of a script, read as <c>pwsh -File</c> reads them.</summary>
internal static class ScriptArguments
{
    public static (Dictionary<string, object> Named, List<string> Positional) Read(IReadOnlyList<string> words)
    {
        var named = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        var positional = new List<string>();
        for (var index = 0; index < words.Count; index++)
        {
            if (ParameterName(words[index]) is not { } name)
            {
                positional.Add(words[index]);
            }
            else if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                named[name[..colon]] = Value(name[(colon + 1)..]);
            }
            else if (index + 1 < words.Count && ParameterName(words[index + 1]) is null)
            {
                named[name] = words[++index];
            }
            else
            {
                named[name] = SwitchParameter.Present;
            }
        }

        return (named, positional);
    }

    // Only a value after a colon can be that of a switch.
    private static object Value(string text) =>
        text.ToUpperInvariant() switch
        {
            "$TRUE" => true,
            "$FALSE" => false,
            _ => text,
        };

    private static string? ParameterName(string word) => word.Length > 1 && word[0] == '-' && char.IsAsciiLetter(word[1]) ? word[1..] : null;
}

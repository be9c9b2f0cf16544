using System.Management.Automation;

namespace IdentityPools.EngineHost;

/// <summary>Words of a command line as arguments of a script, read as <c>pwsh -File</c> reads them.</summary>
internal static class ScriptArguments
{
    public static void Add(PowerShell script, IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (ParameterName(words[index]) is not { } name)
            {
                script.AddArgument(words[index]);
            }
            else if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                script.AddParameter(name[..colon], name[(colon + 1)..]);
            }
            else if (index + 1 < words.Count && ParameterName(words[index + 1]) is null)
            {
                script.AddParameter(name, words[++index]);
            }
            else
            {
                script.AddParameter(name);
            }
        }
    }

    private static string? ParameterName(string word) => word.Length > 1 && word[0] == '-' && char.IsAsciiLetter(word[1]) ? word[1..] : null;
}

using System.IO.Enumeration;

namespace IdentityPools.Policies;

/// <summary>Patterns of the policy language: <c>*</c> stands for any text, <c>?</c> for one character.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false) =>
        // A backslash escapes in the pattern of the framework and is an ordinary character in a policy.
        FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), text, ignoreCase);
}

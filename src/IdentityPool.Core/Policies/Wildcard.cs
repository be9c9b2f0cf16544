using System.IO.Enumeration;

namespace IdentityPools.Policies;

/// <summary>Patterns of the policy language: <c>*</c> stands for any text, <c>?</c> for one character.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false) =>
        // A backslash escapes in the pattern of the framework and is an ordinary character in a policy.
        FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), text, ignoreCase);

    /// <summary>Whether some text fits both patterns.</summary>
    public static bool Overlaps(string one, string other, bool ignoreCase = false)
    {
        // reached[j]: the part of one so far and the first j characters of other have a text in common.
        var reached = new bool[other.Length + 1];
        reached[0] = true;
        for (var index = 0; index < other.Length && other[index] == '*'; index++)
        {
            reached[index + 1] = true;
        }

        foreach (var character in one)
        {
            var next = new bool[other.Length + 1];
            next[0] = character == '*' && reached[0];
            for (var index = 0; index < other.Length; index++)
            {
                next[index + 1] =
                    character == '*' ? reached[index + 1] || next[index]
                    : other[index] == '*' ? reached[index + 1] || next[index] || reached[index]
                    : reached[index] && IsSame(character, other[index], ignoreCase);
            }

            reached = next;
        }

        return reached[^1];
    }

    private static bool IsSame(char one, char other, bool ignoreCase) =>
        one == '?' || other == '?' || one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}

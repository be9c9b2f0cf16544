using System.Globalization;
using System.Text.RegularExpressions;

namespace IdentityPools.HelpPages;

/// <summary>What an example shows, and whether two runs of it show the same.</summary>
public static partial class ExampleOutput
{
    /// <summary>How the directory of an example is written in a page.</summary>
    public const string Directory = "/pools";

    /// <summary>Whether two outputs differ in nothing but what every run makes anew.</summary>
    /// <param name="one">An output.</param>
    /// <param name="other">Another.</param>
    /// <returns>True for the same.</returns>
    public static bool AreEqual(string one, string other) => Normalised(one) == Normalised(other);

    /// <summary>
    /// An output in which what every run makes anew is marked. Ids and keys are numbered in order of appearance, so that the same value keeps the same
    /// number; two times or durations may be the same in one run and not in the next.
    /// </summary>
    /// <param name="output">The output.</param>
    /// <returns>The text to compare.</returns>
    public static string Normalised(string output)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return Generated().Replace(Trimmed(output), match => Number(match, numbers));
    }

    /// <summary>A text without blanks at the ends of lines and without empty lines around it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its lines, ended by line feeds, without one at the end.</returns>
    public static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static string Number(Match match, Dictionary<string, string> numbers)
    {
        var kind = match.Groups.Values.Skip(1).Single(group => group.Success).Name;
        if (kind is "time" or "duration")
        {
            return $"<{kind}>";
        }

        if (!numbers.TryGetValue(match.Value, out var number))
        {
            number = string.Create(CultureInfo.InvariantCulture, $"<{kind} {numbers.Count + 1}>");
            numbers.Add(match.Value, number);
        }

        return number;
    }

    [GeneratedRegex(
        """
            (?<guid>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)
            |(?<hash>\b[0-9a-f]{64}\b)
            |(?<time>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\ ?[+-]\d\d:?\d\d)?)?)
            |(?<time>\b\d{1,2}/\d{1,2}/\d{4}(?:\ \d{1,2}:\d\d(?::\d\d)?(?:[\ \u202f][AP]M)?)?)
            |(?<time>\b\d{1,2}:\d\d:\d\d(?:\.\d+)?(?:[\ \u202f][AP]M)?)
            |(?<duration>\b\d+(?:\.\d+)?\ ?(?:ms|s|seconds?|minutes?)\b)
            |(?<userpool>\b[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]{9}\b)
            |(?<key>\bA[A-Z]{3}[A-Z0-9]{16,17}\b)
            |(?<client>\b(?=[a-z]*[0-9])[a-z0-9]{26}\b)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Generated();
}

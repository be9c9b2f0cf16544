using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using IdentityPools.Template;
using YamlDotNet.Core;

namespace IdentityPools.Yaml;

/// <summary>What a plain scalar means to a reader of YAML 1.1, and how text is written so that every such reader takes it as text.</summary>
/// <remarks>https://yaml.org/type/</remarks>
internal static partial class YamlScalars
{
    private const string PlainPunctuation = "_./:@+=,*${};()^?<>|-'~";

    // Without regard to case and with the letters, because not every reader follows the specification here.
    private static readonly FrozenSet<string> Words = new[] { "true", "yes", "on", "y", "false", "no", "off", "n", "null" }.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    public static TemplateNode Resolve(string text) =>
        text.Length == 0 || text is "~" or "null" or "Null" or "NULL" ? new TemplateScalar(TemplateScalarKind.Null, "null")
        : text is "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" ? true
        : text is "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" ? false
        : NumberPattern().IsMatch(text) ? new TemplateScalar(TemplateScalarKind.Number, text)
        : text;

    /// <summary>The plainest style in which the text stays text.</summary>
    public static ScalarStyle StyleOf(string text) =>
        IsPlain(text) ? ScalarStyle.Plain
        : IsLiteralBlock(text) ? ScalarStyle.Literal
        : text.All(IsPrintable) && !HasCommand(text) ? ScalarStyle.SingleQuoted
        : ScalarStyle.DoubleQuoted;

    /// <summary>Begins with a letter, a slash or a dollar, so it is no number, date or indicator; the rest is harmless.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '$')
        && text[^1] is not ' ' and not ':'
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == ' ' || PlainPunctuation.Contains(character, StringComparison.Ordinal))
        && !text.Contains(": ", StringComparison.Ordinal)
        // YamlDotNet takes the star for an alias and reads over the colon that ends a key.
        && !text.Contains(" *", StringComparison.Ordinal)
        && !Words.Contains(text);

    /// <summary>Several lines that a block keeps as they are.</summary>
    private static bool IsLiteralBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && text[0] is not ' ' and not '\n'
        && !text.Contains(" \n", StringComparison.Ordinal)
        && text[^1] != ' '
        && !HasCommand(text)
        && text.All(character => character == '\n' || IsPrintable(character))
        // A build server that shows the template would take such a line for a command, however far it is indented.
        && !text.Split('\n').Any(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));

    /// <summary>What a build server looks for within lines, too; it is written with an escape.</summary>
    private static bool HasCommand(string text) => text.Contains("##", StringComparison.Ordinal);

    /// <summary>Printable on one line for every reader and visible for every person: no controls, no other line ends, no marks of direction, no halves of pairs.</summary>
    private static bool IsPrintable(char character) =>
        character is (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and <= '\uFFFD')
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex NumberPattern();
}

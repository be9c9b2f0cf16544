using System.Management.Automation;
using System.Management.Automation.Language;

namespace IdentityPools.Completion;

/// <summary>The word that is being completed: what is meant by it, and in which quotes it stands.</summary>
internal sealed class CompletionWord
{
    private readonly char? quote;
    private readonly WildcardPattern? pattern;

    /// <param name="word">The word as the engine hands it over: an open quote is closed, a typographic one is a plain one, what was escaped is not any more.</param>
    public CompletionWord(string? word)
    {
        Text = word ?? "";
        if (Text is ['\'' or '"', ..])
        {
            quote = Text[0];
            Text = Text.Length > 1 && Text[^1] == quote ? Text[1..^1] : Text[1..];
        }

        pattern = WildcardPattern.ContainsWildcardCharacters(Text) ? WildcardPattern.Get(Text + "*", WildcardOptions.IgnoreCase) : null;
    }

    /// <summary>The text without its quotes.</summary>
    public string Text { get; }

    /// <summary>Whether a text begins with the word, or fits it as a pattern.</summary>
    public bool Fits(string text) => text.StartsWith(Text, StringComparison.OrdinalIgnoreCase) || FitsPattern(text);

    /// <summary>What stands on the line in the end: in the quotes that are open, or in quotes where the text needs them.</summary>
    public string Completed(Suggestion suggestion) =>
        suggestion.IsExpression ? suggestion.Text
        : quote == '"' ? CommandLineText.Expandable(suggestion.Text)
        : quote == '\'' ? CommandLineText.Literal(suggestion.Text)
        : CommandLineText.Argument(suggestion.Text);

    private bool FitsPattern(string text)
    {
        try
        {
            return pattern?.IsMatch(text) == true;
        }
        catch (WildcardPatternException)
        {
            // An open bracket, for example: it is text then.
            return false;
        }
    }
}

/// <summary>Values as they stand on a command line: one argument that means exactly the value. PowerShell also takes typographic quotes as quotes.</summary>
internal static class CommandLineText
{
    /// <summary>A text in single quotes, between which nothing has a meaning.</summary>
    public static string Literal(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>A text in double quotes, without anything that would be expanded.</summary>
    public static string Expandable(string text) => $"\"{string.Concat(text.Select(character => IsExpanded(character) ? $"`{character}" : $"{character}"))}\"";

    /// <summary>A text without quotes where it needs none.</summary>
    public static string Argument(string text) => IsBare(text) ? text : Literal(text);

    /// <summary>A hashtable of values that are expressions already.</summary>
    public static string Table(IEnumerable<(string Key, string Value)> entries) =>
        $"@{{ {string.Join("; ", entries.Select(entry => $"{Literal(entry.Key)} = {entry.Value}"))} }}";

    /// <summary>A variable; null for a name that the language reads as a drive and a path.</summary>
    public static string? Variable(string name)
    {
        var variable = name.All(character => char.IsLetterOrDigit(character) || character == '_')
            ? $"${name}"
            : $"${{{CodeGeneration.EscapeVariableName(name)}}}";
        return
            Parser.ParseInput(variable, out _, out var errors).EndBlock is { Statements: [PipelineAst { PipelineElements: [CommandExpressionAst expression] }] }
            && errors.Length == 0
            && expression.Expression is VariableExpressionAst { VariablePath: { IsUnqualified: true } path }
            && path.UserPath == name
            ? variable
            : null;
    }

    private static bool IsExpanded(char character) => character is '"' or '\u201C' or '\u201D' or '\u201E' or '$' or '`';

    // What begins with a digit could be read as a number, and a long one would lose its last digits.
    private static bool IsBare(string text) =>
        text is [var first, ..]
        && (char.IsAsciiLetter(first) || first == '/')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '/' or '*' or '@');
}

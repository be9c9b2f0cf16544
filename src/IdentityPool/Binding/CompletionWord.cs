using System.Management.Automation;

namespace IdentityPools.Binding;

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

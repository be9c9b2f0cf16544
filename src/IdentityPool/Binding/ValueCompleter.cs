using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>Completes from what is known without a network: static data, the line itself, the variables of the session.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    private protected ValueCompleter() { }

    /// <summary>The values that fit the word so far, wildcards allowed.</summary>
    /// <param name="commandName">The command.</param>
    /// <param name="parameterName">The parameter.</param>
    /// <param name="wordToComplete">The word so far.</param>
    /// <param name="commandAst">The command line.</param>
    /// <param name="fakeBoundParameters">The arguments so far.</param>
    /// <returns>The completions.</returns>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var word = new CompletionWord(wordToComplete);
        var line = new CompletionLine(commandAst, CommandArguments.Of(fakeBoundParameters), word, parameterName, CompletionSession.Current);
        var given = line.Given.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Values(line)
            .Where(value => IsShown(value) && word.Fits(value.Text) && !given.Contains(value.Text))
            .DistinctBy(value => value.Text)
            .Select(value => new CompletionResult(word.Completed(value), value.Text, value.Type, Tooltip(value)))
            .ToList();
    }

    // What cannot be seen on the line, the user cannot judge before Enter; and the engine takes no empty text.
    private static bool IsShown(Suggestion value) => value.Text.Length > 0 && ShownText.IsPlain(value.Text);

    private static string Tooltip(Suggestion value) => value.Tooltip.Length > 0 ? ShownText.Of(value.Tooltip) : value.Text;

    /// <summary>The values and what they mean.</summary>
    private protected abstract IEnumerable<Suggestion> Values(CompletionLine line);
}

using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IdentityPools.Binding;

/// <summary>Completes from a list of values that is known without a network.</summary>
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
        var pattern = WildcardPattern.Get((wordToComplete ?? "").Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return Values()
            .Where(value => pattern.IsMatch(value.Text))
            .Select(value => new CompletionResult(Quoted(value.Text), value.Text, CompletionResultType.ParameterValue, value.Tooltip));
    }

    /// <summary>The values and what they mean.</summary>
    private protected abstract IEnumerable<(string Text, string Tooltip)> Values();

    private static string Quoted(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '/')
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

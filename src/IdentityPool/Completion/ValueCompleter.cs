using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IdentityPools.Arguments;
using IdentityPools.Values;

namespace IdentityPools.Completion;

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
        var line = new CompletionLine(commandAst, CommandArguments.From(fakeBoundParameters), word, parameterName, CompletionSession.Current);
        var given = line.Given.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Values(line)
            .Where(value => IsShown(value) && word.Fits(value.Key ?? value.Text) && !given.Contains(value.Text))
            .DistinctBy(value => value.Text)
            .Select(value => new CompletionResult(word.Completed(value), value.Text, value.Type, Tooltip(value)))
            .ToList();
    }

    // What cannot be seen on the line, the user cannot judge before Enter; and the engine takes no empty text.
    private static bool IsShown(Suggestion value) => value.Text.Length > 0 && ShownText.IsPlain(value.Text);

    private static string Tooltip(Suggestion value) => value.Tooltip.Length > 0 ? ShownText.Escape(value.Tooltip) : value.Text;

    /// <summary>The values and what they mean.</summary>
    private protected abstract IEnumerable<Suggestion> Values(CompletionLine line);
}

/// <summary>One completion.</summary>
/// <param name="Text">What is meant.</param>
/// <param name="Tooltip">What it is, for people.</param>
internal sealed record Suggestion(string Text, string Tooltip)
{
    /// <summary>Whether the text goes to the line as it is: a variable or a number, not text that may need quotes.</summary>
    public bool IsExpression { get; init; }

    /// <summary>What the word so far is compared with, where the text itself does not begin with it.</summary>
    public string? Key { get; init; }

    /// <summary>What kind of thing it is, for the editor.</summary>
    public CompletionResultType Type { get; init; } = CompletionResultType.ParameterValue;

    /// <summary>A variable that holds what the parameter takes; null where no variable of the line can have this name.</summary>
    public static Suggestion? ForVariable(string name, object value) =>
        CommandLineText.Variable(name) is { } variable ? new(variable, Describe(value)) { IsExpression = true, Type = CompletionResultType.Variable } : null;

    /// <summary>A number.</summary>
    public static Suggestion ForNumber(int number, string tooltip) => new($"{number}", tooltip) { IsExpression = true };

    /// <summary>A hashtable of one entry.</summary>
    public static Suggestion ForEntry(string key, string value, string tooltip) => ForTable([(key, value)], tooltip);

    /// <summary>A hashtable.</summary>
    public static Suggestion ForTable(IEnumerable<(string Key, string Value)> entries, string tooltip)
    {
        var texts = entries.ToList();
        return new(CommandLineText.Table(texts.Select(entry => (entry.Key, CommandLineText.Literal(entry.Value)))), tooltip)
        {
            IsExpression = true,
            Key = texts[0].Key,
        };
    }

    /// <summary>A text with a sentence of the resources as its tooltip.</summary>
    public static Suggestion Create(string text, string sentence, params object?[] arguments) => new(text, MessageText.Format(sentence, arguments));

    // Types of others are named only: what they hold may be a secret.
    private static string Describe(object value) =>
        value is IList { Count: > 0 } list && CompletionSession.IsOfFramework(list)
            ? MessageText.Format(nameof(Messages.CompletedVariableList), PSValue.Base(list[0])!.GetType().Name, list.Count)
        : value.GetType().Assembly == typeof(IdentityPool).Assembly ? MessageText.Format(nameof(Messages.CompletedVariable), value.GetType().Name, value)
        : value.GetType().Name;
}

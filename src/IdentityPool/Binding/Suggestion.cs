using System.Collections;
using System.Management.Automation;
using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>One completion.</summary>
/// <param name="Text">What is meant.</param>
/// <param name="Tooltip">What it is, for people.</param>
internal sealed record Suggestion(string Text, string Tooltip)
{
    /// <summary>Whether the text goes to the line as it is: a variable or a number, not text that may need quotes.</summary>
    public bool IsExpression { get; private init; }

    /// <summary>What kind of thing it is, for the editor.</summary>
    public CompletionResultType Type { get; init; } = CompletionResultType.ParameterValue;

    /// <summary>A variable that holds what the parameter takes; null where no variable of the line can have this name.</summary>
    public static Suggestion? OfVariable(string name, object value) =>
        CommandLineText.Variable(name) is { } variable ? new(variable, Describe(value)) { IsExpression = true, Type = CompletionResultType.Variable } : null;

    /// <summary>A number.</summary>
    public static Suggestion OfNumber(int number, string tooltip) => new($"{number}", tooltip) { IsExpression = true };

    /// <summary>A text with a sentence of the resources as its tooltip.</summary>
    public static Suggestion Of(string text, string sentence, params object?[] arguments) => new(text, Fault.Sentence(sentence, arguments));

    // Types of others are named only: what they hold may be a secret.
    private static string Describe(object value) =>
        value is IList { Count: > 0 } list && CompletionSession.IsOfFramework(list)
            ? Fault.Sentence(nameof(Messages.CompletedVariableList), PSValue.Base(list[0])!.GetType().Name, list.Count)
        : value.GetType().Assembly == typeof(IdentityPool).Assembly ? Fault.Sentence(nameof(Messages.CompletedVariable), value.GetType().Name, value)
        : value.GetType().Name;
}

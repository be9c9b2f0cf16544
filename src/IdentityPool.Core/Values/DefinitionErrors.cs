using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>Makes the exceptions of errors in definitions: the error id is the name of the sentence that explains it.</summary>
internal static class DefinitionErrors
{
    public static DefinitionException Create(string errorId, object? target, params object?[] arguments) =>
        CreateWithSentence(errorId, errorId, target, arguments);

    /// <summary>The same sentence for several ids, as the limits of text have it.</summary>
    public static DefinitionException CreateWithSentence(string errorId, string sentence, object? target, params object?[] arguments) =>
        new(errorId, MessageText.Format(sentence, [.. arguments.Select(LongText.Cut)]), target);
}

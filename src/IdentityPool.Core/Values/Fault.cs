using System.Globalization;
using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>Makes faults: the error id is the name of the sentence that explains it.</summary>
internal static class Fault
{
    public static DefinitionException Of(string errorId, object? target, params object?[] arguments) => Named(errorId, errorId, target, arguments);

    /// <summary>The same sentence for several ids, as the limits of text have it.</summary>
    public static DefinitionException Named(string errorId, string sentence, object? target, params object?[] arguments) =>
        new(errorId, Sentence(sentence, [.. arguments.Select(LongText.Cut)]), target);

    /// <summary>A sentence of the resources. What it is filled in with is shown safely here, so that no caller can forget it.</summary>
    public static string Sentence(string name, params object?[] arguments) =>
        string.Format(ShownText.Format, Messages.ResourceManager.GetString(name, CultureInfo.InvariantCulture)!, arguments);
}

using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Values;

namespace IdentityPools.Views;

/// <summary>
/// What tables and lists show of an object: its properties, text of others shown safely. The properties themselves keep their values. The types file makes
/// it a member of a hidden set, which views can read in every language mode, of objects from a job or another session too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShownProperties
{
    /// <summary>The properties that are policy documents, which lists show over several lines.</summary>
    private static readonly string[] Documents = [nameof(IdentityPoolRole.TrustPolicy), nameof(PolicyStatement.Condition)];

    /// <summary>The object as a whole, beside its properties.</summary>
    private const string Whole = "Whole";

    /// <summary>The properties of an object as they are shown. Each is read when a view asks for it.</summary>
    /// <param name="source">The object.</param>
    /// <returns>An object with the same properties, and <c>Whole</c>, its text.</returns>
    public static object Create(PSObject source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shown = new PSObject();
        foreach (var name in source.BaseObject is PSCustomObject ? source.Properties.Select(property => property.Name) : NamesOf(source.BaseObject.GetType()))
        {
            shown.Properties.Add(
                new PSVariableProperty(new Late(name, () => IsUnread(source, name) ? Messages.NotRead : Shown(name, source.Properties[name]?.Value)))
            );
        }

        shown.Properties.Add(new PSVariableProperty(new Late(Whole, () => ShownText.Escape(source.ToString()))));
        return shown;
    }

    /// <summary>Whether an object says of itself that a property was not read: what it holds then says nothing.</summary>
    private static bool IsUnread(PSObject source, string name) =>
        source.Properties[nameof(IdentityPool.UnreadParts)]?.Value is { } parts
        && PSValue.Base(parts) is IEnumerable list
        && list.Cast<object?>().Any(part => LanguagePrimitives.ConvertTo<string>(part) == name);

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => property.Name);

    private static object? Shown(string name, object? value) =>
        value is not null && Documents.Contains(name) && DocumentLines.Find(LanguagePrimitives.ConvertTo<string>(value)) is { } lines
            ? lines.Select(ShownText.Escape).ToArray()
            : Shown(value);

    /// <summary>Numbers, times and words of ours as they are; lists as lists; everything else as text.</summary>
    private static object? Shown(object? value) =>
        PSValue.Base(value) switch
        {
            null => null,
            bool or ValueType and IFormattable => value,
            IEnumerable list when IsList(list) => list.Cast<object?>().Select(item => Text(item)).ToArray(),
            _ => Text(value),
        };

    private static bool IsList(IEnumerable value) => value is not (string or IDictionary);

    private static string Text(object? value) => ShownText.Escape(LanguagePrimitives.ConvertTo<string>(value));

    private sealed class Late(string name, Func<object?> read) : PSVariable(name)
    {
        public override object? Value
        {
            get => read();
            set => throw new NotSupportedException();
        }
    }
}

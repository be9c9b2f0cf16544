using System.Collections;
using System.Globalization;
using System.Management.Automation;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>Takes values out of the wrappers in which the engine may hand them over, at any depth.</summary>
internal static class PSValue
{
    // As deep as JSON may be; each level takes two, one for its wrapper.
    private const int MaximumDepth = 128;

    /// <summary>The value without its outermost wrapper.</summary>
    public static object? Base(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;

    /// <summary>The value as a command takes it: what a file or a job left of a definition is that definition.</summary>
    /// <exception cref="DefinitionException">The definition cannot be read.</exception>
    public static object? Taken(object? value) =>
        value is PSObject stored && DefinitionConverter.IsStored(stored) ? DefinitionConverter.Restored(stored) : Base(value);

    /// <exception cref="DefinitionException">The value is nested without end, as a hashtable that holds itself.</exception>
    public static object? Unwrapped(object? value) => Unwrapped(value, depth: 0);

    private static object? Unwrapped(object? value, int depth) =>
        depth > MaximumDepth
            ? throw DefinitionErrors.Create(nameof(Messages.ValueTooDeep), nameof(value), MaximumDepth)
            : value switch
            {
                PSObject { BaseObject: PSCustomObject } stored when DefinitionConverter.IsStored(stored) => DefinitionConverter.Restored(stored),
                PSObject { BaseObject: PSCustomObject } custom => custom.Properties.ToDictionary(
                    property => property.Name,
                    property => Unwrapped(property.Value, depth + 1)
                ),
                PSObject wrapper => Unwrapped(wrapper.BaseObject, depth + 1),
                string or TemplateValue => value,
                IDictionary map => Members(map).ToDictionary(member => member.Key, member => Unwrapped(member.Value, depth + 1)),
                IList list => list.Cast<object?>().Select(item => Unwrapped(item, depth + 1)).ToList(),
                _ => value,
            };

    /// <summary>The entries of a hashtable as text and template values.</summary>
    /// <param name="map">The hashtable; null for a parameter that was not given.</param>
    /// <param name="parameter">The parameter, which errors name beside the key.</param>
    /// <exception cref="DefinitionException">Two keys are the same text, or a value cannot be one of a template.</exception>
    public static IEnumerable<KeyValuePair<string, TemplateValue>> Entries(IDictionary? map, string parameter) =>
        Values(map).Select(entry => KeyValuePair.Create(entry.Key, OfEntry(parameter, entry.Key, () => TemplateValue.FromObject(entry.Value))));

    /// <summary>The entries of a hashtable as nodes of a template, hashtables in it included.</summary>
    /// <param name="map">The hashtable; null for a parameter that was not given.</param>
    /// <param name="parameter">The parameter, which errors name beside the keys.</param>
    /// <exception cref="DefinitionException">Two keys are the same text, or a value cannot be in a template.</exception>
    public static IEnumerable<KeyValuePair<string, TemplateNode>> Nodes(IDictionary? map, string parameter) =>
        Values(map).Select(entry => KeyValuePair.Create(entry.Key, Node(parameter, entry.Key, entry.Value)));

    /// <summary>The entries of a hashtable, their values as the script gave them.</summary>
    /// <exception cref="DefinitionException">Two keys are the same text.</exception>
    public static IEnumerable<KeyValuePair<string, object?>> Values(IDictionary? map) =>
        map is null ? [] : Members(map).Select(member => KeyValuePair.Create(member.Key, Unwrapped(member.Value)));

    private static TemplateNode Node(string parameter, string path, object? value) =>
        value is IDictionary inner
            ? TemplateObject.ToNode(Members(inner).ToDictionary(member => member.Key, member => Node(parameter, $"{path}.{member.Key}", member.Value)))
            : OfEntry(parameter, path, () => TemplateObject.ToNode(value));

    /// <summary>What an entry means; an error of its value keeps its id and says where the value is.</summary>
    private static T OfEntry<T>(string parameter, string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException exception)
        {
            throw new DefinitionException(
                exception.ErrorId,
                MessageText.Format(nameof(Messages.InEntry), parameter, LongText.Cut(key), exception.Message),
                key
            );
        }
    }

    private static Dictionary<string, object?> Members(IDictionary map)
    {
        var members = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        // Not by LINQ: as a mere enumerable, a generic dictionary is one of pairs of its own type.
        foreach (DictionaryEntry entry in map)
        {
            var key = Convert.ToString(Unwrapped(entry.Key), CultureInfo.InvariantCulture) ?? "";
            if (!members.TryAdd(key, entry.Value))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateKey), key, key);
            }
        }

        return members;
    }
}

using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IdentityPools.Binding;

/// <summary>Takes values out of the wrappers in which the engine may hand them over, at any depth.</summary>
internal static class PSValue
{
    public static object? Unwrapped(object? value) =>
        value switch
        {
            PSObject { BaseObject: PSCustomObject } custom => custom.Properties.ToDictionary(property => property.Name, property => Unwrapped(property.Value)),
            PSObject wrapper => Unwrapped(wrapper.BaseObject),
            string or TemplateValue => value,
            IDictionary map => map.Cast<DictionaryEntry>().ToDictionary(entry => Text(entry.Key), entry => Unwrapped(entry.Value)),
            IList list => list.Cast<object?>().Select(Unwrapped).ToList(),
            _ => value,
        };

    /// <summary>The entries of a hashtable as text and template values.</summary>
    public static IEnumerable<KeyValuePair<string, TemplateValue>> Entries(IDictionary? map) =>
        map is null ? [] : map.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(Text(entry.Key), TemplateValue.FromObject(Unwrapped(entry.Value))));

    /// <summary>The entries of a hashtable, their values as the script gave them.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Values(IDictionary? map) =>
        map is null ? [] : map.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(Text(entry.Key), Unwrapped(entry.Value)));

    private static string Text(object key) => Convert.ToString(Unwrapped(key), CultureInfo.InvariantCulture) ?? "";
}

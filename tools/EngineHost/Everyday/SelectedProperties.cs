using System.Collections;
using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>An object with some of the properties of another, and calculated ones.</summary>
internal static class SelectedProperties
{
    public static PSObject Of(PSObject item, object[] properties)
    {
        var result = new PSObject();
        foreach (var property in properties.Select(property => property is PSObject wrapper ? wrapper.BaseObject : property))
        {
            if (property is IDictionary calculated)
            {
                Add(result, Text(calculated, "Name", "N", "Label", "L"), PropertyValue.Of(item, Entry(calculated, "Expression", "E")));
            }
            else if (property is string name && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                Add(result, name, PropertyValue.Of(item, name));
            }
            else
            {
                foreach (var match in item.Properties.Match(property.ToString()))
                {
                    Add(result, match.Name, match.Value);
                }
            }
        }

        return result;
    }

    private static void Add(PSObject result, string name, object? value)
    {
        if (result.Properties[name] is null)
        {
            result.Properties.Add(new PSNoteProperty(name, value));
        }
    }

    private static string Text(IDictionary table, params string[] keys) => LanguagePrimitives.ConvertTo<string>(Entry(table, keys));

    private static object Entry(IDictionary table, params string[] keys) =>
        table.Keys.Cast<object>().FirstOrDefault(key => keys.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase)) is { } found
            ? table[found]!
            : throw new PSArgumentException($"A calculated property needs '{keys[0]}'.");
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A value of an object: that of a property, or what a script block says of it.</summary>
internal static class PropertyValue
{
    public static object? Of(PSObject item, object property) =>
        (property is PSObject wrapper ? wrapper.BaseObject : property) switch
        {
            ScriptBlock script => Single(script.InvokeWithContext(null, [new PSVariable("_", item)])),
            var name => item.Properties[LanguagePrimitives.ConvertTo<string>(name)]?.Value,
        };

    private static object? Single(System.Collections.ObjectModel.Collection<PSObject> values) =>
        values.Count switch
        {
            0 => null,
            1 => values[0],
            _ => values.ToArray(),
        };
}

using System.Collections;
using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>An object of a type.</summary>
[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObjectCommand : PSCmdlet
{
    private static readonly ScriptBlock Construct = ScriptBlock.Create("param($type, $arguments) @{ Made = ([type]$type)::new.Invoke($arguments) }");

    /// <summary>The type.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string TypeName { get; set; } = null!;

    /// <summary>What its constructor is given.</summary>
    [Parameter(Position = 1)]
    public object[] ArgumentList { get; set; } = [];

    /// <summary>Properties to set, or to add to a PSObject.</summary>
    [Parameter]
    public IDictionary Property { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // In a table, so that a list comes out as it is.
        var table = (Hashtable)InvokeCommand.InvokeScript(useLocalScope: true, Construct, null, TypeName, ArgumentList).Single().BaseObject;
        var result = PSObject.AsPSObject(table["Made"]);
        foreach (DictionaryEntry entry in Property)
        {
            var name = entry.Key.ToString();
            if (result.Properties[name] is { } property)
            {
                property.Value = entry.Value;
            }
            else
            {
                result.Properties.Add(new PSNoteProperty(name, entry.Value));
            }
        }

        WriteObject(result);
    }
}

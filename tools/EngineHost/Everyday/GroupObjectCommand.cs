using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Input by the value of a property.</summary>
[Cmdlet(VerbsData.Group, "Object")]
public sealed class GroupObjectCommand : CollectingCommand
{
    /// <summary>The property.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Property { get; set; } = null!;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var group in Input.GroupBy(item => PropertyOf(item, Property)?.ToString() ?? "", StringComparer.OrdinalIgnoreCase))
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty("Name", group.Key));
            row.Properties.Add(new PSNoteProperty("Count", group.Count()));
            row.Properties.Add(new PSNoteProperty("Group", group.ToArray()));
            WriteObject(row);
        }
    }
}

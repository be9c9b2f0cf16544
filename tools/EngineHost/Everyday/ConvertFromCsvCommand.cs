using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Lines with commas as objects; values in quotes are not needed here and refused.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private string[]? header;

    /// <summary>The lines.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (
            var line in InputObject.SelectMany(text => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        )
        {
            if (line.Contains('"', StringComparison.Ordinal))
            {
                throw new PSNotSupportedException("ConvertFrom-Csv of this host reads no quotes.");
            }

            var values = line.Split(',');
            if (header is null)
            {
                header = values;
                continue;
            }

            var row = new PSObject();
            foreach (var (name, value) in header.Zip(values))
            {
                row.Properties.Add(new PSNoteProperty(name, value));
            }

            WriteObject(row);
        }
    }
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Lines with commas as objects.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private readonly CsvRows rows = new();

    /// <summary>The lines.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(rows.Read(InputObject.Select(line => line.ToString())), enumerateCollection: true);
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The lines of a file as objects.</summary>
[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PSCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Path")]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(new CsvRows().Read(File.ReadLines(GetUnresolvedProviderPathFromPSPath(LiteralPath))), enumerateCollection: true);
}

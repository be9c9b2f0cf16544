using System.Management.Automation;
using System.Management.Automation.Language;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The hashtable of a data file, read without running it.</summary>
[Cmdlet(VerbsData.Import, "PowerShellDataFile")]
public sealed class ImportPowerShellDataFileCommand : PSCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = Parser.ParseFile(GetUnresolvedProviderPathFromPSPath(LiteralPath), out _, out var errors);
        if (errors.Length > 0 || file.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is not HashtableAst table)
        {
            throw new ParseException(errors);
        }

        WriteObject(table.SafeGetValue());
    }
}

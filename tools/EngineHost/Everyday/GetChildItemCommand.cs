using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The files of a directory.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem")]
public sealed class GetChildItemCommand : PSCmdlet
{
    /// <summary>The directory.</summary>
    [Parameter(Position = 0)]
    public string Path { get; set; } = ".";

    /// <summary>Which names.</summary>
    [Parameter(Position = 1)]
    public string Filter { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var file in new DirectoryInfo(GetUnresolvedProviderPathFromPSPath(Path)).GetFiles(Filter).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var item = PSObject.AsPSObject(file);
            // What the file system provider adds, and LiteralPath binds to.
            item.Properties.Add(new PSNoteProperty("PSPath", file.FullName));
            WriteObject(item);
        }
    }
}

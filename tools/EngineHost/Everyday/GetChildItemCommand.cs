using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>What is in a directory.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = ByPath)]
public sealed class GetChildItemCommand : PSCmdlet
{
    private const string ByPath = nameof(Path);
    private const string ByLiteralPath = nameof(LiteralPath);

    /// <summary>The directory, with wildcards.</summary>
    [Parameter(Position = 0, ParameterSetName = ByPath)]
    public string Path { get; set; } = ".";

    /// <summary>The directory as it is written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    public string? LiteralPath { get; set; }

    /// <summary>Which names.</summary>
    [Parameter(Position = 1)]
    public string Filter { get; set; } = "*";

    /// <summary>With what is in its directories.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Files only.</summary>
    [Parameter]
    public SwitchParameter File { get; set; }

    /// <summary>Directories only.</summary>
    [Parameter]
    public SwitchParameter Directory { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var filter = WildcardPattern.Get(Filter, WildcardOptions.IgnoreCase);
        foreach (var item in InvokeProvider.ChildItem.Get([LiteralPath ?? Path], Recurse, uint.MaxValue, force: false, LiteralPath is not null))
        {
            var isWanted = (!File || item.BaseObject is FileInfo) && (!Directory || item.BaseObject is DirectoryInfo);
            if (isWanted && item.BaseObject is FileSystemInfo { Name: var name } && filter.IsMatch(name))
            {
                WriteObject(item);
            }
        }
    }
}

using System.Management.Automation.Runspaces;
using IdentityPools.EngineHost.Everyday;

namespace IdentityPools.EngineHost;

/// <summary>
/// The cmdlets of everyday that the engine's own package lacks and that examples and tests use. A closed list, with only the parameters in use: what is not
/// here fails, and nothing is faked silently.
/// </summary>
internal static class EverydayCmdlets
{
    public static IReadOnlyList<SessionStateCommandEntry> All { get; } =
    [
        new SessionStateCmdletEntry("ConvertFrom-Csv", typeof(ConvertFromCsvCommand), null),
        new SessionStateCmdletEntry("ConvertFrom-Json", typeof(ConvertFromJsonCommand), null),
        new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), null),
        new SessionStateCmdletEntry("Get-ChildItem", typeof(GetChildItemCommand), null),
        new SessionStateCmdletEntry("Get-Content", typeof(GetContentCommand), null),
        new SessionStateCmdletEntry("Get-Verb", typeof(GetVerbCommand), null),
        new SessionStateCmdletEntry("Group-Object", typeof(GroupObjectCommand), null),
        new SessionStateCmdletEntry("Import-PowerShellDataFile", typeof(ImportPowerShellDataFileCommand), null),
        new SessionStateCmdletEntry("Join-Path", typeof(JoinPathCommand), null),
        new SessionStateCmdletEntry("Out-String", typeof(OutStringCommand), null),
        new SessionStateCmdletEntry("Pop-Location", typeof(PopLocationCommand), null),
        new SessionStateCmdletEntry("Push-Location", typeof(PushLocationCommand), null),
        new SessionStateCmdletEntry("Select-Object", typeof(SelectObjectCommand), null),
        new SessionStateCmdletEntry("Set-Content", typeof(SetContentCommand), null),
        new SessionStateCmdletEntry("Sort-Object", typeof(SortObjectCommand), null),
        new SessionStateCmdletEntry("Split-Path", typeof(SplitPathCommand), null),
        new SessionStateCmdletEntry("Test-Path", typeof(TestPathCommand), null),
        new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), null),
        new SessionStateCmdletEntry("Write-Output", typeof(WriteOutputCommand), null),
    ];
}

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
        new SessionStateCmdletEntry("ConvertTo-Json", typeof(ConvertToJsonCommand), null),
        new SessionStateCmdletEntry("ConvertTo-SecureString", typeof(ConvertToSecureStringCommand), null),
        new SessionStateCmdletEntry("Copy-Item", typeof(CopyItemCommand), null),
        new SessionStateCmdletEntry("Format-Custom", typeof(FormatCustomCommand), null),
        new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), null),
        new SessionStateCmdletEntry("Format-Table", typeof(FormatTableCommand), null),
        new SessionStateCmdletEntry("Get-ChildItem", typeof(GetChildItemCommand), null),
        new SessionStateCmdletEntry("Get-Content", typeof(GetContentCommand), null),
        new SessionStateCmdletEntry("Get-Date", typeof(GetDateCommand), null),
        new SessionStateCmdletEntry("Get-Item", typeof(GetItemCommand), null),
        new SessionStateCmdletEntry("Get-Location", typeof(GetLocationCommand), null),
        new SessionStateCmdletEntry("Get-Member", typeof(GetMemberCommand), null),
        new SessionStateCmdletEntry("Get-Random", typeof(GetRandomCommand), null),
        new SessionStateCmdletEntry("Get-Variable", typeof(GetVariableCommand), null),
        new SessionStateCmdletEntry("Get-Verb", typeof(GetVerbCommand), null),
        new SessionStateCmdletEntry("Group-Object", typeof(GroupObjectCommand), null),
        new SessionStateCmdletEntry("Import-Csv", typeof(ImportCsvCommand), null),
        new SessionStateCmdletEntry("Import-PowerShellDataFile", typeof(ImportPowerShellDataFileCommand), null),
        new SessionStateCmdletEntry("Join-Path", typeof(JoinPathCommand), null),
        new SessionStateCmdletEntry("Measure-Object", typeof(MeasureObjectCommand), null),
        new SessionStateCmdletEntry("New-Item", typeof(NewItemCommand), null),
        new SessionStateCmdletEntry("New-Object", typeof(NewObjectCommand), null),
        new SessionStateCmdletEntry("Out-String", typeof(OutStringCommand), null),
        new SessionStateCmdletEntry("Pop-Location", typeof(PopLocationCommand), null),
        new SessionStateCmdletEntry("Push-Location", typeof(PushLocationCommand), null),
        new SessionStateCmdletEntry("Remove-Item", typeof(RemoveItemCommand), null),
        new SessionStateCmdletEntry("Resolve-Path", typeof(ResolvePathCommand), null),
        new SessionStateCmdletEntry("Select-Object", typeof(SelectObjectCommand), null),
        new SessionStateCmdletEntry("Set-Content", typeof(SetContentCommand), null),
        new SessionStateCmdletEntry("Set-Location", typeof(SetLocationCommand), null),
        new SessionStateCmdletEntry("Set-Variable", typeof(SetVariableCommand), null),
        new SessionStateCmdletEntry("Sort-Object", typeof(SortObjectCommand), null),
        new SessionStateCmdletEntry("Split-Path", typeof(SplitPathCommand), null),
        new SessionStateCmdletEntry("Start-Sleep", typeof(StartSleepCommand), null),
        new SessionStateCmdletEntry("Test-Path", typeof(TestPathCommand), null),
        new SessionStateCmdletEntry("Write-Error", typeof(WriteErrorCommand), null),
        new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), null),
        new SessionStateCmdletEntry("Write-Information", typeof(WriteInformationCommand), null),
        new SessionStateCmdletEntry("Write-Output", typeof(WriteOutputCommand), null),
        new SessionStateCmdletEntry("Write-Verbose", typeof(WriteVerboseCommand), null),
        new SessionStateCmdletEntry("Write-Warning", typeof(WriteWarningCommand), null),
    ];
}

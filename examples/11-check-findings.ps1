#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Checks the identity pools of templates and scripts, for a pipeline: exit codes by severity, a JUnit report and a SARIF log.

.DESCRIPTION
Reads every definition in a directory, or one file, checks it with Get-IdentityPoolFinding, returns the findings, and writes them as a JUnit report and as a SARIF
log. Accepted findings are in both, as skipped tests and suppressed results. Nothing is changed, and without -Session nothing is called.

A definition is a CloudFormation template (*.yaml, *.yml, *.json) or a script (*.ps1, but not *.Tests.ps1) that returns pools. The scripts are run, so use only
directories with scripts that you trust.

The exit codes show the most severe finding of at least the severity -Severity, so a pipeline can stop at errors and continue with warnings:

  0  there is no such finding
  1  something could not be checked, or there was nothing to check. PowerShell itself returns 1 if the module is missing or a parameter is wrong, so a failed check
     never looks like a clean one.
  2  the most severe finding is an Error
  3  the most severe finding is a Warning
  4  the most severe finding is an Information, which counts only with -Severity Information

.PARAMETER Path
The directory with the definitions, or a file.

.PARAMETER Severity
The severity from which a finding counts: Information, Warning or Error.

.PARAMETER ReportPath
The path of the JUnit report. Its directory is created if it does not exist.

.PARAMETER SarifPath
The path of the SARIF log. Its directory is created if it does not exist.

.PARAMETER Session
A session of Connect-IdentityPool, to check also what only the account knows, for example whether a role exists.

.EXAMPLE
./11-check-findings.ps1

Checks data/definitions.

.EXAMPLE
pwsh -NoProfile -File ./11-check-findings.ps1 -Path ./pools -Severity Error -ReportPath ./findings.xml

A step of a pipeline that fails only for errors.

.OUTPUTS
The findings that count.

.NOTES
Permissions: none without -Session. With -Session, those of Get-IdentityPoolFinding; all of them only read.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path = "$PSScriptRoot/data/definitions",

    [ValidateSet('Information', 'Warning', 'Error')]
    [string] $Severity = 'Warning',

    [ValidateNotNullOrEmpty()]
    [string] $ReportPath = 'out/findings/findings.xml',

    [ValidateNotNullOrEmpty()]
    [string] $SarifPath = 'out/findings/findings.sarif',

    [object] $Session
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $PSBoundParameters.ContainsKey('InformationAction')) { $InformationPreference = 'Continue' }

# The pools that a file defines.
function Read-Definition([IO.FileInfo] $File) {
    $pools = @(if ($File.Extension -eq '.ps1') { & $File.FullName } else { Import-IdentityPool -LiteralPath $File.FullName })
    if (-not $pools) { throw "'$($File.Name)' defines no identity pool." }
    $pools
}

function Save-Text([string] $File, [string] $Text) {
    $full = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($File)
    $null = New-Item -ItemType Directory -Path (Split-Path $full -Parent) -Force
    Set-Content -LiteralPath $full -Value $Text -NoNewline
}

try {
    $files = @(Get-ChildItem -LiteralPath $Path -File | Sort-Object Name |
        Where-Object { $_.Name -match '\.(ya?ml|json|ps1)$' -and $_.Name -notlike '*.Tests.ps1' })
    if (-not $files) { throw "'$Path' contains no definitions: no *.yaml, *.yml, *.json or *.ps1." }
    $account = $Session ? @{ Session = $Session } : @{}
    $all = @($files | ForEach-Object { Read-Definition $_ } | Get-IdentityPoolFinding -IncludeSuppressed @account)
    Save-Text $ReportPath ($all | ConvertTo-IdentityPoolJUnit -Severity $Severity)
    Save-Text $SarifPath ($all | ConvertTo-IdentityPoolSarif)
}
catch {
    Write-Error -ErrorRecord $_ -ErrorAction Continue
    exit 1
}

$ranks = 'Information', 'Warning', 'Error'
$counted = @($all | Where-Object { -not $_.Suppression -and $ranks.IndexOf("$($_.Severity)") -ge $ranks.IndexOf($Severity) })
Write-Information "Files: $($files.Count). Findings: $($counted.Count) of at least $Severity. Report: $ReportPath"
$counted
$worst = $counted | ForEach-Object { $ranks.IndexOf("$($_.Severity)") } | Measure-Object -Maximum
exit ($counted ? 4 - $worst.Maximum : 0)

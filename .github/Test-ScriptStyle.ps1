<#
.SYNOPSIS
Holds every script and data file of PowerShell in the repository against PSScriptAnalyzer.

.DESCRIPTION
The rules are those of PSScriptAnalyzerSettings.psd1. The version is fixed, so that a new rule fails no change that has nothing to do with it. The
module must be built: its manifest names files that lie beside it only there.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$analyzer = @{ ModuleName = 'PSScriptAnalyzer'; RequiredVersion = '1.25.0' }
if (-not (Get-Module -ListAvailable -FullyQualifiedName $analyzer)) {
    Install-PSResource -Name $analyzer.ModuleName -Version $analyzer.RequiredVersion -TrustRepository -Quiet
}

Import-Module -FullyQualifiedName $analyzer
$root = Split-Path -Parent $PSScriptRoot
$settings = Import-PowerShellDataFile -LiteralPath "$root/PSScriptAnalyzerSettings.psd1"
$forTests = @{
    Severity     = $settings.Severity
    ExcludeRules = $settings.ExcludeRules + @(
        # What BeforeAll assigns is read in It, another script block.
        'PSUseDeclaredVarsMoreThanAssignments'

        # The secrets of tests are made up, and credentials are what the module emits.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        'PSAvoidUsingPlainTextForPassword'
        'PSUsePSCredentialType'

        # A test puts its own command in the place of one that would install something.
        'PSAvoidOverwritingBuiltInCmdlets'
    )
}

$manifest = 'out/IdentityPool/IdentityPool.psd1'
if (-not (Test-Path -LiteralPath "$root/$manifest")) {
    throw "There is no $manifest. Run ./build.ps1 first."
}

# The fixture that does not parse is to be like that.
$files = @(git -C $root ls-files '*.ps1' '*.psm1' '*.psd1') -notlike '*/Unparsable.Fixture.ps1' -replace '^IdentityPool\.psd1$', $manifest
if ($LASTEXITCODE -ne 0 -or $files.Count -eq 0) {
    throw 'There is no script to look at.'
}

$findings = @(
    foreach ($file in $files) {
        Invoke-ScriptAnalyzer -Path "$root/$file" -Settings ($file -match '^tests/|\.Tests\.ps1$' ? $forTests : $settings)
    }
)
$findings | Format-List Severity, RuleName, ScriptPath, Line, Message
"$($files.Count) files, $($findings.Count) findings"
exit [int]($findings.Count -gt 0)

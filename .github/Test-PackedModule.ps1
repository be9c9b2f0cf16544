<#
.SYNOPSIS
Runs the Pester tests over the unpacked package in out/IdentityPool.

.PARAMETER PowerShellVersion
Major and minor version that must be the one that runs.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $PowerShellVersion
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$running = '{0}.{1}' -f $PSVersionTable.PSVersion.Major, $PSVersionTable.PSVersion.Minor
if ($running -ne $PowerShellVersion) {
    throw "This is PowerShell $running, not $PowerShellVersion."
}

$root = Split-Path -Parent $PSScriptRoot
$env:PSModulePath = "$root/out" + [IO.Path]::PathSeparator + $env:PSModulePath
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 })) {
    Install-PSResource -Name Pester -Version '[5.0,7.0)' -TrustRepository -Quiet
}

Import-Module Pester -MinimumVersion 5.0
$result = Invoke-Pester -Path "$root/tests", "$root/examples" -PassThru
exit [int]($result.Result -ne 'Passed')

<#
.SYNOPSIS
Builds, tests or packages IdentityPool.

.DESCRIPTION
The PowerShell user's door to the same targets that dotnet uses. Build lays the module out in out/IdentityPool, ready for
Import-Module ./out/IdentityPool. Test runs every test and, where Pester 5 or later is installed, the *.Tests.ps1 files in this PowerShell
too. Package makes out/IdentityPool.<version>.nupkg, with the same bytes for the same commit wherever the clone lies.

.PARAMETER Task
What to do.

.PARAMETER Configuration
Debug or Release. Package is always made of Release.

.PARAMETER ForRelease
With Package: refuses what is not ready to be published: files that no commit has, and changes that the changelog has under no version yet.

.EXAMPLE
./build.ps1
Import-Module ./out/IdentityPool

.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [switch] $ForRelease
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Invoke-Pester5 {
    $pester = Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 }
    if (-not $pester) {
        return
    }

    # A process of its own: the module must not stay loaded in the session of whoever builds.
    $root = [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($PSScriptRoot)
    $command = @(
        "`$env:PSModulePath = '$root/out' + [IO.Path]::PathSeparator + `$env:PSModulePath"
        'Import-Module Pester -MinimumVersion 5.0'
        "`$result = Invoke-Pester -Path '$root/tests', '$root/examples' -PassThru"
        "exit [int](`$result.Result -ne 'Passed')"
    ) -join '; '
    & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $command
    if ($LASTEXITCODE -ne 0) {
        throw 'A test failed under Pester.'
    }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build IdentityPool.sln --configuration $Configuration }
        'Test' {
            Invoke-DotNet test --configuration $Configuration
            Invoke-Pester5
        }
        'Package' { Invoke-DotNet build src/IdentityPool/IdentityPool.csproj --configuration Release '-target:PackModule' "-property:PackageForRelease=$ForRelease" }
    }
}
finally {
    Pop-Location
}

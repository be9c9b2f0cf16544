# A session that gets other builds of the module's dependencies first and the module second. Writes every loaded assembly: when, context, name, version, path.
param([string] $Format, [string] $File, [Parameter(ValueFromRemainingArguments)] [string[]] $Foreign)
$ErrorActionPreference = 'Stop'

function Show-Assembly([string] $When) {
    foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
        foreach ($assembly in $context.Assemblies) {
            if (-not $assembly.IsDynamic) {
                $name = $assembly.GetName()
                "$When|$($context.Name)|$($name.Name)|$($name.Version)|$($assembly.Location)"
            }
        }
    }
}

foreach ($path in $Foreign) { [void][System.Reflection.Assembly]::LoadFrom($path) }
Show-Assembly Before

Import-Module IdentityPool
$pool = New-IdentityPool -Name shop -LogicalId Shop | Add-LoginProvider -Facebook 102030405060708
$pool | Export-IdentityPool -Path $File -Format $Format
if ((Import-IdentityPool -Path $File) -ne $pool) { throw 'What was read is not what was written.' }
Show-Assembly After

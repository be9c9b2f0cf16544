<#
.SYNOPSIS
Compares the memory of pools that were read and are held, which remember what was read, with the same pools without that memory.
.PARAMETER Count
How many pools.
.PARAMETER Rounds
How many measurements; the median counts.
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 100000)] [int] $Count = 300,
    [ValidateRange(1, 99)] [int] $Rounds = 5
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

# What a definition remembers is no property, so that only reflection can take it away.
$origin = [IdentityPools.IdentityPool].GetProperty('Origin', [Reflection.BindingFlags]'Instance, NonPublic')
$asRead = $origin.PropertyType.GetProperty('AsRead')
$memberwiseClone = [object].GetMethod('MemberwiseClone', [Reflection.BindingFlags]'Instance, NonPublic')

function Get-Forgetful([IdentityPools.IdentityPool] $Pool) {
    $copy = $memberwiseClone.Invoke($Pool, @())
    $empty = $memberwiseClone.Invoke($origin.GetValue($Pool), @())
    if ($null -eq $asRead.GetValue($empty)) { throw 'The pool does not remember what was read.' }
    $asRead.SetValue($empty, $null)
    $origin.SetValue($copy, $empty)
    $copy
}

function Get-Held([scriptblock] $Read) {
    $null = [GC]::GetTotalMemory($true)
    $before = [GC]::GetTotalMemory($true)
    $held = [object[]](& $Read)
    $bytes = [GC]::GetTotalMemory($true) - $before
    if ($held.Count -ne $Count) { throw "$($held.Count) pools were read." }
    $bytes
}

$session = Connect-IdentityPool -Sandbox -PassThru
$editor = New-IdentityPoolRole Editor
1..$Count | ForEach-Object {
    New-IdentityPool "shop-$_" -Tag @{ team = 'web' } |
        Add-LoginProvider -Amazon amzn1.application.shop -Google 123456789012-shop.apps.googleusercontent.com |
        Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email admin@shop.example $editor) |
        Add-PrincipalTag -Provider Google -Tag @{ mail = 'email' } |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource "arn:aws:s3:::shop-$_-pictures/*"
} | Publish-IdentityPool -ThrottleLimit 16

$rows = 1..($Rounds + 1) | ForEach-Object {
    $session.Sandbox.ClearCalls()
    $with = Get-Held { Get-IdentityPool }
    $session.Sandbox.ClearCalls()
    $without = Get-Held { Get-IdentityPool | ForEach-Object { Get-Forgetful $_ } }
    [pscustomobject]@{ With = $with; Without = $without; Ratio = $with / $without }
} | Select-Object -Skip 1 | Sort-Object Ratio

$median = $rows[[int][Math]::Floor($rows.Count / 2)]
"$Count pools, read and held: $([Math]::Round($median.With / 1KB)) KB with what was read, $([Math]::Round($median.Without / 1KB)) KB without, ratio $($median.Ratio.ToString('F3', [cultureinfo]::InvariantCulture)) (goal: at most 1.10)"
if ($median.Ratio -gt 1.1) { exit 1 }

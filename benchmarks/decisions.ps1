<#
.SYNOPSIS
Decides roles for many claim sets: with Resolve-IdentityPoolRole, and with the loop over rules that a script would have instead, in the same process.
.PARAMETER Count
How many claim sets.
.PARAMETER Round
How many rounds; the first one is for warming up.
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 10000000)] [int] $Count = 100000,
    [ValidateRange(2, 100)] [int] $Round = 4
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

$rules = foreach ($number in 1..25) { New-RoleMappingRule custom:tier "tier-$number" (New-IdentityPoolRole "Tier$number") }
$pool = New-IdentityPool shop |
    Add-UserPoolAuthentication -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
    Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -Rule $rules
$claims = @(foreach ($number in 1..$Count) { @{ 'custom:tier' = "tier-$($number % 25 + 1)"; sub = "$number"; email = "user-$number@shop.example" } })

# What the rule mapping says, as plain values: the loop shall not pay for our objects.
$plain = @(foreach ($number in 1..25) { @{ Claim = 'custom:tier'; Value = "tier-$number"; Role = "Tier$number" } })

function Find-Role([hashtable] $Claim) {
    foreach ($rule in $plain) {
        if ($Claim.ContainsKey($rule.Claim) -and $Claim[$rule.Claim] -ceq $rule.Value) { return $rule.Role }
    }
}

foreach ($turn in 1..$Round) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $array = @(Resolve-IdentityPoolRole -InputObject $pool -Claim $claims)
    $atOnce = $watch.Elapsed.TotalSeconds
    $watch.Restart()
    $piped = @($claims | Resolve-IdentityPoolRole -InputObject $pool)
    $pipeline = $watch.Elapsed.TotalSeconds
    $watch.Restart()
    $byHand = @(foreach ($claim in $claims) { Find-Role $claim })
    $loop = $watch.Elapsed.TotalSeconds
    if ($array.Count -ne $Count -or $piped.Count -ne $Count -or "$($array[-1].Role)" -cne "$($byHand[-1])") { throw 'The contestants do not agree.' }
    if ($turn -gt 1) {
        '{0} decisions: at once {1:n2} of the time of the loop ({2:n0}/s), by pipeline {3:n2} ({4:n0}/s)' -f $Count, ($atOnce / $loop), ($Count / $atOnce), ($pipeline / $loop), ($Count / $pipeline)
    }
}

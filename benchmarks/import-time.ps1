<#
.SYNOPSIS
Writes how many milliseconds Import-Module takes in this process.
#>
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module IdentityPool
$watch.Elapsed.TotalMilliseconds.ToString('F1', [cultureinfo]::InvariantCulture)

<#
.SYNOPSIS
Writes how many milliseconds Import-Module and the first live command after it take in this process, without the network.
#>
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module IdentityPool
$import = $watch.Elapsed.TotalMilliseconds
$watch.Restart()
Connect-IdentityPool -Sandbox -Region eu-west-1
$null = Get-IdentityPool
$command = $watch.Elapsed.TotalMilliseconds
[string]::Format([cultureinfo]::InvariantCulture, '{0:F1} {1:F1}', $import, $command)

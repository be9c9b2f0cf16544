# The same account as for the comparison.
. (Join-Path $PSScriptRoot Compare-IdentityPool.Setup.ps1)

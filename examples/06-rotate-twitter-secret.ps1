#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Updates the Twitter consumer key and secret of an identity pool from a vault.

.DESCRIPTION
Reads the secret from a SecretManagement vault, reads the pool, replaces the key and secret, shows the plan and publishes it. All other settings of the pool are
kept. Then it compares the pool with the definition.

The secret is only in memory on its way from the vault to AWS: it is not in any file, output, log, error or plan. The output contains the time and the key that was
set in the pool.

Store the secret as a PSCredential, with the consumer key as the user name:

  Set-Secret -Name TwitterConsumer -Secret (Get-Credential)

A second run changes nothing. Regenerate the key and secret at Twitter first. Nobody can sign in with Twitter from the time the old pair is revoked until the new
one is published.

.PARAMETER Name
The name of the pool.

.PARAMETER SecretName
The name of the secret in the vault.

.PARAMETER VaultName
The name of the vault. The default is the default vault of SecretManagement.

.PARAMETER Credential
The key and secret, instead of a vault.

.PARAMETER Sandbox
Rotates the secret of a pool in an in-memory account, with a generated secret. This is the default.

.PARAMETER ProfileName
The profile of the AWS account.

.PARAMETER Region
The region of the pool.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./06-rotate-twitter-secret.ps1

Rotates a secret in an in-memory account.

.EXAMPLE
./06-rotate-twitter-secret.ps1 shop -SecretName TwitterConsumer -VaultName Operations -ProfileName prod -Region eu-west-1 -WhatIf

Shows what would change: the secret, and the key if it differs.

.OUTPUTS
One object: Pool, Id, ConsumerKey, Result (Rotated, Unchanged) and Time. Nothing with -WhatIf, or if you answer No to -Confirm.

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
UpdateIdentityPool; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies. And read access to the secret in the vault.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Name = 'shop',

    [ValidateNotNullOrEmpty()]
    [string] $SecretName = 'TwitterConsumer',

    [ValidateNotNullOrEmpty()]
    [string] $VaultName,

    [pscredential] [Management.Automation.Credential()] $Credential,

    [Parameter(ParameterSetName = 'Sandbox')]
    [switch] $Sandbox,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $ProfileName,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $Region,

    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [object] $Session
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# A random secret for the in-memory account.
function New-MadeUpCredential([string] $Key) {
    $secret = [securestring]::new()
    foreach ($character in [guid]::NewGuid().ToString('N').ToCharArray()) { $secret.AppendChar($character) }
    [pscredential]::new($Key, $secret)
}

function Get-ConsumerCredential {
    if ($Credential) { return $Credential }
    if (-not (Get-Command -Name Get-Secret -ErrorAction Ignore)) {
        throw 'Get-Secret was not found. Install-PSResource Microsoft.PowerShell.SecretManagement and register a vault, or specify -Credential.'
    }

    $where = @{ Name = $SecretName }
    if ($VaultName) { $where.Vault = $VaultName }
    $secret = Get-Secret @where
    if ($secret -isnot [pscredential]) {
        # The message contains only its type.
        $type = if ($null -eq $secret) { 'missing' } else { "a $($secret.GetType().Name)" }
        throw "The secret '$SecretName' is $type. Store it as a PSCredential with the consumer key as the user name: Set-Secret -Name '$SecretName' -Secret (Get-Credential)."
    }
    $secret
}

switch ($PSCmdlet.ParameterSetName) {
    'Sandbox' {
        $Session = Connect-IdentityPool -Sandbox -NotDefault
        New-IdentityPool $Name | Add-LoginProvider -Google shop.apps.googleusercontent.com -Twitter (New-MadeUpCredential oldkey) |
            Publish-IdentityPool -Session $Session -WhatIf:$false -Confirm:$false -InformationAction SilentlyContinue
        if (-not $Credential) { $Credential = New-MadeUpCredential newkey }
    }
    'Account' { $Session = Connect-IdentityPool -ProfileName $ProfileName -Region $Region -NotDefault }
}

$new = Get-ConsumerCredential
$pools = @(Get-IdentityPool -Session $Session | Where-Object { "$($_.Name)" -ceq $Name })
if ($pools.Count -ne 1) { throw "There are $($pools.Count) identity pools named '$Name' in $($Session.Region); there must be exactly one." }
$pool = $pools[0]
if ('Twitter' -notin @($pool.LoginProviders | ForEach-Object { $_.Provider })) { throw "Identity pool '$Name' ($($pool.Id)) does not have Twitter as a login provider." }

$wanted = $pool | Set-LoginProvider -Twitter $new
$changes = @($wanted | Compare-IdentityPool -Session $Session)
if ($changes) {
    if (-not ($wanted | Publish-IdentityPool -Session $Session -PassThru)) { return }
    $left = @($wanted | Compare-IdentityPool -Session $Session)
    if ($left) { throw "Identity pool '$Name' ($($pool.Id)) still differs after publishing: $($left.Path -join ', ')" }
}

[pscustomobject]@{
    Pool = $Name
    Id = $pool.Id
    ConsumerKey = $new.UserName
    Result = if ($changes) { 'Rotated' } else { 'Unchanged' }
    Time = [DateTimeOffset]::UtcNow
}

#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Brings a new consumer key and secret of Twitter from a vault into an identity pool.

.DESCRIPTION
Reads the secret from a vault of SecretManagement, reads the pool, puts key and secret in the place of the old ones, shows the plan and publishes it. Everything
else of the pool stays as it is. Then the pool is compared with what was wanted.

The secret goes from the vault to AWS over memory only: it is in no file, no output, no log and no error, and no plan shows it. What is written down is when
which key came into which pool.

Store the secret as a PSCredential, with the consumer key as the user name:

  Set-Secret -Name TwitterConsumer -Secret (Get-Credential)

A second run changes nothing. Regenerate key and secret at Twitter first; while the old pair is revoked and the new one not yet here, nobody can sign in with
Twitter.

.PARAMETER Name
The name of the pool.

.PARAMETER SecretName
The name of the secret in the vault.

.PARAMETER VaultName
The vault. Left out, SecretManagement asks its default vault.

.PARAMETER Credential
Key and secret themselves, in place of a vault.

.PARAMETER Sandbox
Rotates the secret of a pool in an account in memory, from a secret made up for it. This is the default.

.PARAMETER ProfileName
The profile of the AWS account.

.PARAMETER Region
The region of the pool.

.PARAMETER Session
A session of Connect-IdentityPool to work with.

.EXAMPLE
./06-rotate-twitter-secret.ps1

Rotates a secret in an account in memory.

.EXAMPLE
./06-rotate-twitter-secret.ps1 shop -SecretName TwitterConsumer -VaultName Operations -ProfileName prod -Region eu-west-1 -WhatIf

Shows what would change: the secret, and the key if it is another one.

.OUTPUTS
One object: Pool, Id, ConsumerKey, Result (Rotated, Unchanged) and Time. Nothing with -WhatIf, or when -Confirm was answered with no.

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

# A secret that nobody else knows, for the account in memory.
function New-MadeUpCredential([string] $Key) {
    $secret = [securestring]::new()
    foreach ($character in [guid]::NewGuid().ToString('N').ToCharArray()) { $secret.AppendChar($character) }
    [pscredential]::new($Key, $secret)
}

function Get-ConsumerCredential {
    if ($Credential) { return $Credential }
    if (-not (Get-Command -Name Get-Secret -ErrorAction Ignore)) {
        throw 'Get-Secret was not found. Install-PSResource Microsoft.PowerShell.SecretManagement and register a vault, or give -Credential.'
    }

    $where = @{ Name = $SecretName }
    if ($VaultName) { $where.Vault = $VaultName }
    $secret = Get-Secret @where
    if ($secret -isnot [pscredential]) {
        # Its type is all that may be said of it.
        $type = if ($null -eq $secret) { 'missing' } else { "a $($secret.GetType().Name)" }
        throw "The secret '$SecretName' is $type; store it as a PSCredential with the consumer key as user name: Set-Secret -Name '$SecretName' -Secret (Get-Credential)."
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
if ($pools.Count -ne 1) { throw "There are $($pools.Count) identity pools named '$Name' in $($Session.Region); rotating needs exactly one." }
$pool = $pools[0]
if ('Twitter' -notin @($pool.LoginProviders | ForEach-Object { $_.Provider })) { throw "Identity pool '$Name' ($($pool.Id)) has no Twitter to rotate the secret of." }

$wanted = $pool | Add-LoginProvider -Twitter $new -Force
$changes = @($wanted | Compare-IdentityPool -Session $Session)
if ($changes) {
    if (-not ($wanted | Publish-IdentityPool -Session $Session -PassThru)) { return }
    $left = @($wanted | Compare-IdentityPool -Session $Session)
    if ($left) { throw "Identity pool '$Name' ($($pool.Id)) still differs after it was published: $($left.Path -join ', ')" }
}

[pscustomobject]@{
    Pool = $Name
    Id = $pool.Id
    ConsumerKey = $new.UserName
    Result = if ($changes) { 'Rotated' } else { 'Unchanged' }
    Time = [DateTimeOffset]::UtcNow
}

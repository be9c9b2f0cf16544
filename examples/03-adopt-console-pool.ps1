#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Brings an identity pool from the console under version control.

.DESCRIPTION
Reads the pool with its roles, mappings and tags, writes it as a CloudFormation template to a directory of your repository, reads that file again, and verifies
that it is equal to the pool in the account. Then it adopts the pool: Publish-IdentityPool -Adopt sets the tag by which the module recognizes its pools, and changes
nothing else. From then on, edit, review and publish the file.

A second run changes nothing. An existing file is never overwritten, but compared: if it differs from the account, the script shows the differences and does not
adopt the pool. To write the file again, use -Force.

The roles of the pool remain existing roles: the file refers to them by ARN, and does not contain their trust policies and permissions. The module adds only those
permissions that you add to the file.

.PARAMETER Name
The name of the pool.

.PARAMETER OutputFolder
The directory for the template <name>.template.yaml. It is created if it does not exist.

.PARAMETER Force
Overwrites the file.

.PARAMETER Sandbox
Works in an in-memory account, in which it first creates a pool as the console does. This is the default.

.PARAMETER ProfileName
The profile of the AWS account to use.

.PARAMETER Region
The region to use.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./03-adopt-console-pool.ps1

Creates the pool helpdesk in an in-memory account and adopts it.

.EXAMPLE
./03-adopt-console-pool.ps1 -Name helpdesk -OutputFolder ./pools -ProfileName prod -Region eu-west-1 -WhatIf

Shows what would be written and what adoption would change. Without -WhatIf, run git add pools/helpdesk.template.yaml afterwards.

.OUTPUTS
One object: Name, Id, Path of the template, and Result (Adopted, AlreadyAdopted, NotAdopted).

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap, TagResource;
iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies.

The consumer secret of Twitter is not written to a file. To publish a pool with one, specify it again: Add-LoginProvider -Twitter on the output of
Import-IdentityPool.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Name = 'helpdesk',

    [ValidateNotNullOrEmpty()]
    [string] $OutputFolder = 'out/adopted',

    [switch] $Force,

    [Parameter(ParameterSetName = 'Sandbox')]
    [switch] $Sandbox,

    [Parameter(ParameterSetName = 'Account')]
    [string] $ProfileName,

    [Parameter(ParameterSetName = 'Account')]
    [string] $Region,

    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [object] $Session
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $PSBoundParameters.ContainsKey('InformationAction')) { $InformationPreference = 'Continue' }
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)

# The calls that the console makes for a new pool, without anything that this module adds.
function Initialize-ConsolePool($Account) {
    $Account.AddUserPool('eu-west-1_Hd1Hd2Hd3', 'helpdeskweb')
    $id = ($Account.Invoke('CreateIdentityPool', (ConvertTo-Json -Depth 5 @{
        IdentityPoolName = $Name
        AllowUnauthenticatedIdentities = $false
        CognitoIdentityProviders = @(@{ ProviderName = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Hd1Hd2Hd3'; ClientId = 'helpdeskweb' })
        SupportedLoginProviders = @{ 'accounts.google.com' = '1234567890-helpdesk.apps.googleusercontent.com' }
        IdentityPoolTags = @{ team = 'support' }
    })) | ConvertFrom-Json).IdentityPoolId
    $trust = @{
        Version = '2012-10-17'
        Statement = @(@{
            Effect = 'Allow'
            Principal = @{ Federated = 'cognito-identity.amazonaws.com' }
            Action = 'sts:AssumeRoleWithWebIdentity'
            Condition = @{
                StringEquals = @{ 'cognito-identity.amazonaws.com:aud' = $id }
                'ForAnyValue:StringLike' = @{ 'cognito-identity.amazonaws.com:amr' = 'authenticated' }
            }
        })
    }
    $role = "arn:aws:iam::$($Account.AccountId):role/service-role/cognito-$Name"
    $Account.AddRole($role, (ConvertTo-Json $trust -Depth 9))
    $null = $Account.Invoke('SetIdentityPoolRoles', (ConvertTo-Json @{ IdentityPoolId = $id; Roles = @{ authenticated = $role } }))
}

# Whether the pool with that name is managed by the module and equal to the definition. For a pool that is not managed, the module returns a specific error.
function Test-Adopted($Definition) {
    try { -not ($Definition | Compare-IdentityPool -Session $live) }
    catch { if ($_.FullyQualifiedErrorId -like 'PoolNotManaged,*') { $false } else { throw } }
}

$account = @{}
foreach ($key in 'ProfileName', 'Region') { if ($PSBoundParameters.ContainsKey($key)) { $account[$key] = $PSBoundParameters[$key] } }
$live = switch ($PSCmdlet.ParameterSetName) {
    'Session' { $Session }
    'Account' { Connect-IdentityPool @account -NotDefault }
    'Sandbox' {
        if (-not $Sandbox) { Write-Information 'No account was specified, so the script uses the sandbox.' }
        Connect-IdentityPool -Sandbox -Region eu-west-1 -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') { Initialize-ConsolePool $live.Sandbox }

# 1. Read. Names are not unique, so there must be exactly one pool.
$pools = @(Get-IdentityPool -Session $live | Where-Object { "$($_.Name)" -ceq $Name })
if ($pools.Count -ne 1) {
    $ids = $pools | ForEach-Object Id
    throw "There are $($pools.Count) identity pools named '$Name' in $($live.Region); there must be exactly one. $($ids -join ', ')"
}
$pool = $pools[0]
$parts = "providers: $(@($pool.Providers).Count), roles: $(@($pool.Roles).Count), role mappings: $(@($pool.RoleMappings).Count)"
Write-Information "Read $Name ($($pool.Id)); $parts."

# 2. Write the template. It is not overwritten, because it might be newer than the account.
$path = Join-Path $OutputFolder "$($Name -replace '[^\w.-]', '_').template.yaml"
if ($Force -or -not (Test-Path -LiteralPath $path)) {
    if ($PSCmdlet.ShouldProcess($OutputFolder, 'Make the folder')) { $null = New-Item -ItemType Directory -Path $OutputFolder -Force }
    $pool | Export-IdentityPool -LiteralPath $path -Description "The identity pool $Name, adopted from the console" -Force
}
if ($WhatIfPreference -and -not (Test-Path -LiteralPath $path)) { return }

# 3. Read it again: the file and the account must be equal.
$definition = Import-IdentityPool -LiteralPath $path
$differences = @($definition | Compare-IdentityPool -ReferenceObject $pool -Prune)
if ($differences) {
    throw "$path differs from the account, so the pool was not adopted. Edit the file, or write it again with -Force:`n$($differences -join "`n")"
}

# 4. Adopt. This sets only a tag, and a second run changes nothing.
$wasAdopted = Test-Adopted $definition
$definition | Publish-IdentityPool -Adopt -Session $live
$isAdopted = Test-Adopted $definition

[pscustomobject]@{
    Name = $Name
    Id = $pool.Id
    Region = $pool.Region
    Path = (Resolve-Path -LiteralPath $path).Path
    Result = $wasAdopted ? 'AlreadyAdopted' : $isAdopted ? 'Adopted' : 'NotAdopted'
}

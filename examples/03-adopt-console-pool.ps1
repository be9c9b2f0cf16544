#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Brings an identity pool that was made in the console under version control.

.DESCRIPTION
Reads the pool with its roles, mappings and tags, writes it as a CloudFormation template into a folder of your repository, reads that file back, and makes sure
that it says exactly what the account has. Then it adopts the pool: Publish-IdentityPool -Adopt sets the tag by which the module knows its pools and changes
nothing else. From then on the file is the truth: edit it, review it, publish it.

A second run changes nothing. A file that exists is never overwritten, it is compared: when it says something else than the account, the differences are shown
and nothing is adopted. -Force writes the file anew.

The roles of the pool stay what they are, roles that somebody made: the file names them by ARN, and their trust and permissions are not part of it. The module
grants to them only what the file says in addition.

.PARAMETER Name
The name of the pool.

.PARAMETER OutputFolder
The folder for the template <name>.template.yaml. It is made when it does not exist.

.PARAMETER Force
Overwrites the file.

.PARAMETER Sandbox
Works in an account in memory, in which it first makes a pool as the console does. This is the default.

.PARAMETER ProfileName
The profile of the AWS account to work in.

.PARAMETER Region
The region to work in.

.PARAMETER Session
A session of Connect-IdentityPool to work in.

.EXAMPLE
./03-adopt-console-pool.ps1

Makes the pool helpdesk in an account in memory and adopts it.

.EXAMPLE
./03-adopt-console-pool.ps1 -Name helpdesk -OutputFolder ./pools -ProfileName prod -Region eu-west-1 -WhatIf

Says what would be written and what adoption would change. Without -WhatIf, git add pools/helpdesk.template.yaml afterwards.

.OUTPUTS
One object: Name, Id, Path of the template, and Result (Adopted, AlreadyAdopted, NotAdopted).

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap, TagResource;
iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies.

The consumer secret of Twitter does not go into a file. A pool with one needs it again to be published: Add-LoginProvider -Twitter on what Import-IdentityPool
reads.
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

# The calls that the console makes for a new pool: nothing of this module's is in them.
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

# Whether the account's pool of that name is the module's, and as defined. One that is not the module's own is an error of that id.
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
        if (-not $Sandbox) { Write-Information 'No account is named: working in the sandbox.' }
        Connect-IdentityPool -Sandbox -Region eu-west-1 -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') { Initialize-ConsolePool $live.Sandbox }

# 1. Read. Names are not unique; a pool that is meant has to be the only one.
$pools = @(Get-IdentityPool -Session $live | Where-Object { "$($_.Name)" -ceq $Name })
if ($pools.Count -ne 1) {
    $ids = $pools | ForEach-Object Id
    throw "There are $($pools.Count) identity pools named '$Name' in $($live.Region); adoption needs exactly one. $($ids -join ', ')"
}
$pool = $pools[0]
$parts = "providers: $(@($pool.Providers).Count), roles: $(@($pool.Roles).Count), role mappings: $(@($pool.RoleMappings).Count)"
Write-Information "Read $Name ($($pool.Id)); $parts."

# 2. Write the template. It is not overwritten: it may be newer than what the account has.
$path = Join-Path $OutputFolder "$($Name -replace '[^\w.-]', '_').template.yaml"
if ($Force -or -not (Test-Path -LiteralPath $path)) {
    if ($PSCmdlet.ShouldProcess($OutputFolder, 'Make the folder')) { $null = New-Item -ItemType Directory -Path $OutputFolder -Force }
    $pool | Export-IdentityPool -LiteralPath $path -Description "The identity pool $Name, adopted from the console" -Force
}
if ($WhatIfPreference -and -not (Test-Path -LiteralPath $path)) { return }

# 3. Read it back: the file and the account have to say the same, with nothing left out.
$definition = Import-IdentityPool -LiteralPath $path
$differences = @($definition | Compare-IdentityPool -ReferenceObject $pool -Prune)
if ($differences) {
    throw "$path says something else than the account, so nothing was adopted. Edit it, or write it anew with -Force:`n$($differences -join "`n")"
}

# 4. Adopt. Only a tag is set, and the second time nothing.
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

#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Switches the roles that users are mapped to, from blue to green and back.

.DESCRIPTION
Permissions of signed-in users change in one step and can be taken back in one step: every rule points to a role of one colour. The script publishes the
definition with the colour that is asked for. The roles of that colour are made or brought up to date first, the rules are switched after them, and the roles of
the other colour stay: who signed in before keeps them until the credentials expire, and going back is the same command with the other colour.

Before anything is published, the table of expectations at the end of the definition is played through: who has which claims must get which role. A definition
that gives somebody another role is not published. The switch itself is not asked about, as it can be taken back; -Confirm asks.

-Retire removes the roles of the other colour once the credentials handed out before the switch have expired: after the longest session duration, an hour
for the credentials of an identity pool. It removes whatever else the pool has and the definition does not mention. It asks before, unless -Confirm:$false says
that somebody has answered; and it does not switch: a pool whose rules do not have the colour yet is an error, because who is signed in would lose the roles at
once.

.PARAMETER Color
The colour that new sessions shall get.

.PARAMETER Retire
Removes what the definition of this colour does not mention, the roles of the other colour among it.

.PARAMETER Sandbox
Works in an account in memory. This is the default: there the pool is made with blue roles first, and with -Retire switched too.

.PARAMETER ProfileName
The profile of the AWS account.

.PARAMETER Region
The region of the pool.

.PARAMETER Session
A session of Connect-IdentityPool to work with.

.EXAMPLE
./07-blue-green-roles.ps1 Green

Makes a pool with blue roles in an account in memory and switches it.

.EXAMPLE
./07-blue-green-roles.ps1 Green -ProfileName prod -Region eu-west-1 -WhatIf

Shows the plan: the green roles, then the rules.

.EXAMPLE
./07-blue-green-roles.ps1 Blue -ProfileName prod -Region eu-west-1

Goes back.

.OUTPUTS
The changes that were made, as Compare-IdentityPool shows them. A pool that did not exist gives none.

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, TagResource; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, CreateRole,
UpdateRole, UpdateAssumeRolePolicy, TagRole, PutRolePolicy, PassRole, and to retire or to take back DeleteRolePolicy, DeleteRole and
cognito-identity:DeleteIdentityPool.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateSet('Blue', 'Green')]
    [string] $Color,

    [switch] $Retire,

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

# The definition: put yours here. Green editors may also write.
$access = @{
    Blue = @{ Viewer = 's3:GetObject'; Editor = 's3:GetObject' }
    Green = @{ Viewer = 's3:GetObject'; Editor = 's3:GetObject', 's3:PutObject' }
}

function New-Definition([string] $Color) {
    $rules = @(
        New-RoleMappingRule custom:role editor (New-IdentityPoolRole "Editor-$Color")
        New-RoleMappingRule custom:role viewer (New-IdentityPoolRole "Viewer-$Color")
    )
    $pool = New-IdentityPool catalogue |
        Add-LoginProvider -Google catalogue.apps.googleusercontent.com |
        Add-RoleMapping -Provider Google -Rule $rules
    foreach ($role in $access[$Color].Keys) {
        $pool = $pool | Grant-IdentityPoolAccess -Role "$role-$Color" -Action $access[$Color][$role] -Resource 'arn:aws:s3:::catalogue-data/*'
    }
    $pool
}

# Who must get which role, whatever the colour. No role: must be refused.
$expectations = @(
    @{ Claim = @{ 'custom:role' = 'editor' }; Role = 'Editor' }
    @{ Claim = @{ 'custom:role' = 'viewer' }; Role = 'Viewer' }
    @{ Claim = @{ 'custom:role' = 'Editor' }; Role = $null }
    @{ Claim = @{}; Role = $null }
)

function Test-Expectation($Definition, [string] $Color) {
    foreach ($expectation in $expectations) {
        $decision = $Definition | Resolve-IdentityPoolRole -Provider Google -Claim $expectation.Claim
        $expected = if ($expectation.Role) { "$($expectation.Role)-$Color" } else { '' }
        if ("$($decision.Role)" -cne $expected) {
            $claims = ($expectation.Claim.GetEnumerator() | ForEach-Object { "$($_.Key) = $($_.Value)" }) -join ', '
            throw "Nothing was published. With the claims {$claims} $Color gives '$($decision.Role)', not '$expected'."
        }
    }
}

switch ($PSCmdlet.ParameterSetName) {
    'Sandbox' {
        $Session = Connect-IdentityPool -Sandbox -NotDefault
        $colors = if ($Retire) { 'Blue', 'Green' | Sort-Object { $_ -eq $Color } } else { 'Blue' }
        $colors | ForEach-Object { New-Definition $_ | Publish-IdentityPool -Session $Session -WhatIf:$false -Confirm:$false -InformationAction SilentlyContinue -WarningAction SilentlyContinue }
    }
    'Account' { $Session = Connect-IdentityPool -ProfileName $ProfileName -Region $Region -NotDefault }
}

$definition = New-Definition $Color
Test-Expectation $definition $Color
$exists = [bool](Get-IdentityPool -Session $Session | Where-Object { "$($_.Name)" -ceq "$($definition.Name)" })
$confirm = @{}
if ($Retire) {
    if (-not $exists -or ($definition | Compare-IdentityPool -Session $Session)) {
        throw "Nothing was retired: '$($definition.Name)' is not as its $Color definition says. Switch first, and retire when the credentials of the other colour have expired."
    }
}
# To switch replaces the rules, which is what the colour asks for; to retire has to be agreed to.
if (-not $PSBoundParameters.ContainsKey('Confirm')) { $confirm.Confirm = [bool]$Retire }

$changes = @(if ($exists) { $definition | Compare-IdentityPool -Session $Session -Prune:$Retire })
if ($definition | Publish-IdentityPool -Session $Session -Prune:$Retire -PassThru @confirm) { $changes }

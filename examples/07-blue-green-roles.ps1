#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Switches the roles that users are mapped to, from blue to green and back.

.DESCRIPTION
The permissions of authenticated users change in one step and can be reverted in one step: every rule refers to a role of one color. The script publishes the
definition with the requested color. The roles of that color are created or updated first, then the rules are switched, and the roles of the other color are kept:
users who are already signed in keep them until their credentials expire. To go back, run the same command with the other color.

Before anything is published, the script simulates the table of expectations at the end of the definition: which claims must get which role. A definition with a
different result is not published. The script does not ask before it switches, because you can switch back; use -Confirm to be asked.

-Retire removes the roles of the other color. Use it when the credentials from before the switch have expired: after the longest session duration, one hour for the
credentials of an identity pool. It also removes everything else in the pool that the definition does not mention. It asks first, unless you use -Confirm:$false.
It does not switch: a pool whose rules do not have the requested color yet is an error, because signed-in users would lose their roles immediately.

.PARAMETER Color
The color for new sessions.

.PARAMETER Retire
Removes what the definition of this color does not mention, including the roles of the other color.

.PARAMETER Sandbox
Works in an in-memory account. This is the default: the script first creates the pool with blue roles and, with -Retire, also switches it.

.PARAMETER ProfileName
The profile of the AWS account.

.PARAMETER Region
The region of the pool.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./07-blue-green-roles.ps1 Green

Creates a pool with blue roles in an in-memory account and switches it.

.EXAMPLE
./07-blue-green-roles.ps1 Green -ProfileName prod -Region eu-west-1 -WhatIf

Shows the plan: the green roles, then the rules.

.EXAMPLE
./07-blue-green-roles.ps1 Blue -ProfileName prod -Region eu-west-1

Switches back.

.OUTPUTS
The changes, as Compare-IdentityPool shows them. For a pool that did not exist, nothing.

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, TagResource; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, CreateRole,
UpdateRole, UpdateAssumeRolePolicy, TagRole, PutRolePolicy, PassRole, and to retire or to roll back DeleteRolePolicy, DeleteRole and
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

# Replace this with your definition. Green editors can also write.
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

# Who must get which role, regardless of the color. Without a role, the user must be denied.
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
            throw "Nothing was published. With the claims {$claims}, $Color results in '$($decision.Role)', not in '$expected'."
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
        throw "Nothing was retired, because '$($definition.Name)' differs from its $Color definition. Switch first, and retire when the credentials of the other color have expired."
    }
}
# Switching replaces the rules, which is the purpose of the color, but retiring requires confirmation.
if (-not $PSBoundParameters.ContainsKey('Confirm')) { $confirm.Confirm = [bool]$Retire }

$changes = @(if ($exists) { $definition | Compare-IdentityPool -Session $Session -Prune:$Retire })
if ($definition | Publish-IdentityPool -Session $Session -Prune:$Retire -PassThru @confirm) { $changes }

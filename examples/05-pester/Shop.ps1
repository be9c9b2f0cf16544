#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Defines the identity pool of the shop.

.DESCRIPTION
Returns the definition and does nothing else, so that you can test, compare and publish it: ./Shop.ps1 | Publish-IdentityPool. Shop.Tests.ps1 in the same directory
contains its tests.

.PARAMETER UserPool
The ID of the user pool of the shop's customers and staff.

.PARAMETER UserPoolClient
The ID of the shop's app client of that user pool.

.EXAMPLE
./Shop.ps1 | Compare-IdentityPool -Region eu-west-1 -ProfileName prod

.NOTES
No permissions are required: the script makes no calls to AWS.
#>
[CmdletBinding()]
param(
    [string] $UserPool = 'eu-west-1_Sh1Sh2Sh3',
    [string] $UserPoolClient = '1shopclient0123456789abcde'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$editor = New-IdentityPoolRole Editor -Description 'Staff who maintain the catalogue'

New-IdentityPool shop -AllowClassicFlow:$false -NoUnauthenticatedRole -Tag @{ team = 'storefront' } |
    Add-UserPoolAuthentication -UserPool $UserPool -UserPoolClient $UserPoolClient |
    Add-RoleMapping -UserPool $UserPool -Rule (New-RoleMappingRule custom:role editor $editor) -ResolveAmbiguousRoles |
    Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access ReadWrite -Resource arn:aws:s3:::shop-uploads -PerIdentity |
    Grant-IdentityPoolAccess -Role Editor -Service S3 -Access Read -Resource arn:aws:s3:::shop-catalogue |
    Add-IdentityPoolSuppression -RuleId WritableClaim -Reason 'The app client does not let users write custom:role.'

<#
.SYNOPSIS
Exports rich identity pools as CloudFormation templates. cdk/rich-pools.js defines the same pools with the CDK.
.PARAMETER Count
How many pools.
.PARAMETER Path
The directory that receives the templates.
.PARAMETER Format
The text form of the templates.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateRange(1, 100000)] [int] $Count,
    [Parameter(Mandatory)] [string] $Path,
    [ValidateSet('Json', 'Yaml')] [string] $Format = 'Json'
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

function New-RichPool([int] $Number) {
    # The roles could be defined once and shared. They are not, because the CDK constructs them anew for every pool.
    $rules = @(
        New-RoleMappingRule email admin@shop.example (New-IdentityPoolRole Admin)
        New-RoleMappingRule hd shop.example (New-IdentityPoolRole Staff) -MatchType Contains
    )

    New-IdentityPool "shop-$Number" |
        Add-UserPoolAuthentication (New-UserPool "customers-$Number") |
        Add-LoginProvider -Amazon amzn1.application.shop -Google 123456789012-shop.apps.googleusercontent.com |
        Add-RoleMapping -Provider Google -Rule $rules |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource "arn:aws:s3:::shop-$Number-pictures/*"
}

$template = [IO.Path]::Combine($Path, "shops.template.$($Format.ToLowerInvariant())")
1..$Count | ForEach-Object { New-RichPool $_ } | Export-IdentityPool $template -Format $Format

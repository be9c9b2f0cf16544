#Requires -Version 7.4
$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

# An in-memory AWS account. For a real one, use: Connect-IdentityPool -Region eu-west-1 -ProfileName prod
Connect-IdentityPool -Sandbox -Region eu-west-1

$customers = New-UserPool customers -AllowSelfSignUp:$false
$editor = New-IdentityPoolRole Editor -Description 'Staff who maintain the catalogue'
$shop = New-IdentityPool -Name shop -Tag @{ team = 'storefront' } |
    Add-UserPoolAuthentication -UserPool $customers |
    Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com |
    Add-RoleMapping -UserPool $customers -UseToken -ResolveAmbiguousRoles |
    Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email catalogue@shop.example $editor) |
    Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access ReadWrite -Resource arn:aws:s3:::shop-uploads -PerIdentity

'The plan:'
$shop | Publish-IdentityPool -WhatIf

'Published:'
$published = $shop | Publish-IdentityPool -PassThru
$published | Format-List -Property Name, Id, Arn
$published.Roles | Format-Table -Property Name, Arn

'Published again, there is nothing to do:'
$shop | Publish-IdentityPool -Verbose 4>&1 | Select-Object -Last 1 | ForEach-Object { "$_" }

'A change, seen before it is made:'
$next = $shop | Add-LoginProvider -Facebook 102030405060708
$next | Compare-IdentityPool
$next | Publish-IdentityPool
"Differences left: $(@($next | Compare-IdentityPool).Count)"

'Read back and written as a template:'
$null = New-Item -ItemType Directory -Path out -Force
$template = 'out/existing.template.yaml'
Get-IdentityPool -Name shop* | Export-IdentityPool -Path $template
Split-Path $template -Leaf

Remove-IdentityPool -Id $published.Id -Confirm:$false -WarningAction SilentlyContinue
"Pools left: $(@(Get-IdentityPool).Count)"
Disconnect-IdentityPool

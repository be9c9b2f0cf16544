#Requires -Version 7.4
$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

$userPool = 'eu-west-1_Ab1Cd2Ef3'
$partners = 'arn:aws:iam::123456789012:oidc-provider/login.partner.example'

$editor = New-IdentityPoolRole Editor -Description 'Staff who maintain the catalogue'
$viewer = New-IdentityPoolRole Viewer -Description 'Staff who read the catalogue'
$staffRules = @(
    New-RoleMappingRule email catalogue@shop.example $editor
    New-RoleMappingRule hd shop.example $viewer
)

$shop = New-IdentityPool -Name shop -AllowUnauthenticatedIdentities -Tag @{ team = 'storefront'; stage = 'production' } |
    Add-UserPoolAuthentication -UserPool $userPool |
    Add-LoginProvider -Facebook 102030405060708 -Google 1234567890-shop.apps.googleusercontent.com |
    Add-OpenIdConnectProvider -Provider $partners |
    Add-RoleMapping -UserPool $userPool -UseToken -ResolveAmbiguousRoles |
    Add-RoleMapping -Provider Google -Rule $staffRules |
    Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access ReadWrite -Resource arn:aws:s3:::shop-uploads -PerIdentity |
    Grant-IdentityPoolAccess -Role Unauthenticated -Service DynamoDB -Access Read -Resource arn:aws:dynamodb:eu-west-1:123456789012:table/Products |
    Grant-IdentityPoolAccess -Role Editor -Service DynamoDB -Access ReadWrite -Resource arn:aws:dynamodb:eu-west-1:123456789012:table/Products |
    Grant-IdentityPoolAccess -Role Viewer -Service DynamoDB -Access Read -Resource arn:aws:dynamodb:eu-west-1:123456789012:table/Products |
    Add-PrincipalTag -UserPool $userPool -Tag @{ customer = 'sub'; tier = 'custom:tier' }

$shop

$null = New-Item -ItemType Directory -Path out -Force
$template = 'out/quickstart.template.yaml'
$shop | Export-IdentityPool -Path $template

$imported = Import-IdentityPool -Path $template
"Read back from $(Split-Path $template -Leaf): equal to the definition is $($imported -eq $shop)"

<#
.SYNOPSIS
Writes the number of calls that each operation makes for one pool: a login provider, a mapping to a managed role, principal tags, two default roles.
#>
$ErrorActionPreference = 'Stop'
Import-Module IdentityPool
$session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru

function New-Shop([string] $Email) {
    $editor = New-IdentityPoolRole Editor -Statement (New-PolicyStatement -Action s3:PutObject -Resource arn:aws:s3:::shop/*)
    New-IdentityPool shop |
        Add-LoginProvider -Facebook 102030405060708 |
        Add-RoleMapping -Provider Facebook -Rule (New-RoleMappingRule email $Email $editor) |
        Add-PrincipalTag -Provider Facebook -UseDefaults |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::shop/*
}

function Measure-Call([string] $Name, [scriptblock] $Action) {
    $session.Sandbox.ClearCalls()
    $null = & $Action
    $own = @($session.Sandbox.Calls | Where-Object Operation -NE GetCallerIdentity)
    "$Name $($own.Count)"
}

Measure-Call 'create' { New-Shop a@shop.example | Publish-IdentityPool }
Measure-Call 'publish-unchanged' { New-Shop a@shop.example | Publish-IdentityPool }
Measure-Call 'change-a-rule' { New-Shop b@shop.example | Publish-IdentityPool }
$id = (Get-IdentityPool -Name shop).Id
Measure-Call 'read-by-id' { Get-IdentityPool -Id $id }
Measure-Call 'remove' { Remove-IdentityPool -Id $id -Confirm:$false }

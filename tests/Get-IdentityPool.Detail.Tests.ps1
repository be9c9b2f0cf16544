BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'

    function Get-Call { @($session.Sandbox.Calls | ForEach-Object Operation) }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Get-IdentityPool -Detail Pool' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web', 'app')
        $shop = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication $web -UserPoolClient web |
            Add-LoginProvider -Facebook 1 -Google g |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd shop.example (New-IdentityPoolRole Admin)) |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * |
            Publish-IdentityPool -PassThru
        New-IdentityPool blog | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
    }

    It 'makes one call for each pool, beside the list' {
        (Get-IdentityPool -Detail Pool | Sort-Object Name).Name | Should -Be 'blog', 'shop'
        Get-Call | Sort-Object | Should -Be 'DescribeIdentityPool', 'DescribeIdentityPool', 'ListIdentityPools'
    }

    It 'makes one call for a pool: <Line>' -ForEach @(
        @{ Line = 'Get-IdentityPool $shop.Id -Detail Pool' }
        @{ Line = 'Get-IdentityPool -Arn $shop.Arn -Detail Pool' }
        @{ Line = '$shop | Get-IdentityPool -Detail Pool' }
        @{ Line = '$shop.Id | Get-IdentityPool -Detail Pool' }
    ) {
        (& ([scriptblock]::Create($Line))).Name | Should -Be 'shop'
        Get-Call | Should -Be 'DescribeIdentityPool'
    }

    It 'finds the pools of a user pool' {
        Set-StrictMode -Off
        (Get-IdentityPool -Detail Pool | Where-Object { $_.UserPools.UserPool.Id -contains 'eu-west-1_Ab1Cd2Ef3' }).Name | Should -Be 'shop'
        Get-Call | Should -Not -Contain 'GetRole'
        Get-Call | Should -Not -Contain 'GetIdentityPoolRoles'
    }

    It 'tells what the pool itself says, and what was not read' {
        $pool = Get-IdentityPool shop -Detail Pool
        $pool.Id | Should -Be $shop.Id
        $pool.Arn | Should -Be $shop.Arn
        $pool.AllowClassicFlow | Should -BeFalse
        $pool.LoginProviders.Provider | Should -Be 'Facebook', 'Google'
        $pool.Tags['team'] | Should -Be 'web'
        @($pool.Tags.Keys) | Should -HaveCount 1
        $pool.UnreadParts | Should -Be 'RoleMappings', 'AuthenticatedRole', 'UnauthenticatedRole', 'Roles', 'PrincipalTags', 'UserPoolGroups'
        $pool.Roles | Should -BeNullOrEmpty
        (Get-IdentityPool shop).UnreadParts | Should -BeNullOrEmpty
        (New-IdentityPool shop).UnreadParts | Should -BeNullOrEmpty
        (Get-IdentityPool $shop.Id -AsReference).UnreadParts | Should -Contain 'Tags'
    }

    It 'is read completely again by who needs it' {
        Set-StrictMode -Off
        Get-IdentityPool -Detail Pool | Where-Object { $_.LoginProviders.Provider -contains 'Google' } | Get-IdentityPool | ForEach-Object { $_.Roles.Count } | Should -Be 3
    }

    It 'is shown as what it is' {
        $partial = Get-IdentityPool shop -Detail Pool
        $partial | Out-String -Width 100 | Should -Match 'shop \(partial\)'
        Get-IdentityPool $shop.Id -AsReference | Out-String -Width 100 | Should -Match '(?m)^\?\s+eu-west-1:\S+\s+\(partial\)\s*$'
        $shop | Out-String -Width 100 | Should -Not -Match 'partial'
        $list = $partial | Format-List | Out-String -Width 100
        foreach ($part in 'RoleMappings', 'AuthenticatedRole', 'UnauthenticatedRole', 'Roles', 'PrincipalTags', 'UserPoolGroups') { $list | Should -Match "(?m)^$part +: not read\s*$" }
        $list | Should -Match '(?m)^Name +: shop\s*$'
        $list | Should -Match '(?m)^AllowUnauthenticatedIdentities +: False\s*$'
        $partial | Format-Custom | Out-String | Should -Match 'Roles: not read'
        $shop | Format-List | Out-String | Should -Not -Match 'not read'
        $shop | Format-Custom | Out-String | Should -Not -Match 'not read'
        $changed = $partial | Set-IdentityPool -Name store
        $changed | Out-String -Width 100 | Should -Match '(?m)^False\s+\?\s+\?\s+store'
    }

    It 'is refused where all has to be known: <_>' -ForEach @(
        'Export-IdentityPool "$TestDrive/shop.yaml"', 'ConvertTo-IdentityPoolTemplate', 'Copy-IdentityPool', 'Get-IdentityPoolFinding', 'Test-IdentityPool',
        'Resolve-IdentityPoolRole -Guest', 'Resolve-IdentityPoolRole -Coverage', 'Resolve-IdentityPoolRole -Provider Google -Claim @{}', 'ConvertTo-IdentityPoolDiagram',
        'Set-IdentityPool -NoUnauthenticatedRole', 'Set-IdentityPool -AuthenticatedRole arn:aws:iam::123456789012:role/Admin', 'Set-IdentityPool -UnauthenticatedRole arn:aws:iam::123456789012:role/Guest',
        'Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -NewUserPoolClient app', 'Add-RoleMapping -Provider Facebook -UseToken', 'Set-RoleMapping -Provider Google -UseToken',
        'Remove-RoleMapping -Provider Google', 'Add-RoleMappingRule -Provider Google -Rule (New-RoleMappingRule a b Admin)', 'Set-RoleMappingRule -Provider Google -At 1 -Claim a',
        'Remove-RoleMappingRule -Provider Google -At 1', 'Add-PrincipalTag -Provider Google -UseDefaults', 'Set-PrincipalTag -Provider Google -UseDefaults', 'Remove-PrincipalTag -Provider Google',
        'Set-IdentityPoolRole Authenticated -Description users', 'Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource *', 'Revoke-IdentityPoolAccess -Role Authenticated -All',
        'ForEach-Object { $shop | Compare-IdentityPool -ReferenceObject $_ }'
    ) {
        $partial = Get-IdentityPool shop -Detail Pool
        $line = [scriptblock]::Create("`$args[0] | $_ -WarningAction Ignore")
        $thrown = try { & $line $partial } catch { $_ }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'PoolIsPartial,*'
        "$($thrown.CategoryInfo.Category)" | Should -Be 'InvalidOperation'
        "$($thrown.TargetObject)" | Should -Be 'shop'
        "$thrown" | Should -Match "Get-IdentityPool -Id $($shop.Id)"
        "$TestDrive/shop.yaml" | Should -Not -Exist
    }

    It 'is refused before anything is looked up: <_>' -ForEach 'Get-IdentityPoolFinding', 'Test-IdentityPool' {
        $partial = Get-IdentityPool shop -Detail Pool
        $session.Sandbox.ClearCalls()
        $line = [scriptblock]::Create("`$args[0] | $_ -Session `$session")
        { & $line $partial } | Should -Throw -ErrorId 'PoolIsPartial,*'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'is changed in what was read, and nothing else is written: <_>' -ForEach @(
        'Set-IdentityPool -AllowUnauthenticatedIdentities', 'Set-IdentityPool -Name store -AllowClassicFlow', 'Remove-LoginProvider Facebook', 'Set-LoginProvider -Facebook 2',
        'Add-LoginProvider -Amazon amzn1', 'Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -DisableServerSideTokenCheck', 'Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3',
        'Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient app', 'Add-DeveloperProvider login.shop'
    ) {
        $line = [scriptblock]::Create("Get-IdentityPool shop -Detail Pool | $_ | Publish-IdentityPool -Prune -Force -PassThru")
        $published = & $line
        @($session.Sandbox.Calls | Where-Object Mutating).Operation | Should -Be 'UpdateIdentityPool'
        Get-Call | Should -Not -Contain 'GetRole'
        $published.UnreadParts | Should -Contain 'Roles'
        $now = Get-IdentityPool $shop.Id
        $now.Roles.Count | Should -Be 3
        $now.RoleMappings.Count | Should -Be 1
        $now.AuthenticatedRole.Statements.Count | Should -Be 1
    }

    It 'writes tags of the pool alone' {
        Get-IdentityPool shop -Detail Pool | Set-IdentityPool -Tag @{ stage = 'live' } -RemoveTag team | Publish-IdentityPool -Force
        @($session.Sandbox.Calls | Where-Object Mutating).Operation | Should -Be 'TagResource', 'UntagResource'
    }

    It 'plans and compares what was read, and calls nothing of the rest kept' {
        $partial = Get-IdentityPool shop -Detail Pool
        $partial | Compare-IdentityPool -IncludeUnmanaged -Prune | Should -BeNullOrEmpty
        $changes = $partial | Set-IdentityPool -AllowUnauthenticatedIdentities | Compare-IdentityPool -IncludeUnmanaged -WarningVariable warnings
        $changes.Path | Should -Be 'AllowUnauthenticatedIdentities'
        $warnings | Should -BeNullOrEmpty
        $partial | Set-IdentityPool -Name store | Compare-IdentityPool -ReferenceObject $shop | ForEach-Object Path | Should -Be 'Name'
        Compare-IdentityPool $partial $partial | Should -BeNullOrEmpty
    }

    It 'does not remove a provider with a mapping that was not read' {
        $thrown = try { Get-IdentityPool shop -Detail Pool | Remove-LoginProvider Google | Publish-IdentityPool -Force } catch { $_ }
        $thrown.FullyQualifiedErrorId | Should -Be 'LeavingProviderUsed,IdentityPools.Commands.PublishIdentityPoolCommand'
        "$thrown" | Should -Match 'accounts.google.com'
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -BeNullOrEmpty
    }

    It 'is removed like any other' {
        Get-IdentityPool -Detail Pool | Where-Object { $_.LoginProviders.Count } | Remove-IdentityPool -Force
        (Get-IdentityPool).Name | Should -Be 'blog'
    }

    It 'gives credentials, and explains a login that is refused' {
        $partial = Get-IdentityPool shop -Detail Pool
        $thrown = try { $partial | Get-IdentityPoolCredential } catch { $_ }
        $thrown.FullyQualifiedErrorId | Should -Not -BeLike 'PoolIsPartial,*'
        $whole = try { $shop | Get-IdentityPoolCredential } catch { $_ }
        $text = $thrown, $whole | ForEach-Object { "$_" -replace 'request [0-9a-f-]+', 'request' }
        $text[0] | Should -Be $text[1]
    }
}

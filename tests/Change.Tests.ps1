# Commands that change a pool, as they are typed; what each of them makes of a definition is tested in Core.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $google = '1234567890-shop.apps.googleusercontent.com'
    $shop = New-IdentityPool shop | Add-LoginProvider -Google $google -Facebook 102030405060708 |
        Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ann@shop.example (New-IdentityPoolRole Editor)), (New-RoleMappingRule hd shop.example (New-IdentityPoolRole Viewer)) |
        Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' }
}

Describe 'A command that changes a definition' {
    It 'leaves the definition that comes to it as it is' {
        $before = $shop | ConvertTo-IdentityPoolTemplate
        $null = $shop | Remove-LoginProvider Google | Set-IdentityPool -Name store -Tag @{ a = 'b' }
        $shop | ConvertTo-IdentityPoolTemplate | Should -BeExactly $before
    }

    It 'says what a provider takes along, in the verbose stream only' {
        $lines = $shop | Remove-LoginProvider Google -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$lines" | Should -Be "The role mapping of Google was removed from identity pool 'shop' with its provider. The principal tags of Google were removed from identity pool 'shop' with their provider."
        @($shop | Remove-LoginProvider Facebook -Verbose 4>&1) | Should -HaveCount 1
    }

    It 'takes rules by their places before the first one goes' {
        $three = $shop | Add-RoleMappingRule -Provider Google -Rule (New-RoleMappingRule sub x Editor)
        "$(($three | Remove-RoleMappingRule -Provider Google -At 1, 3).RoleMappings.Rules.Claim)" | Should -Be 'hd'
    }

    It 'removes what null takes away, and nothing else' {
        $bounded = $shop | Set-IdentityPoolRole Editor -PermissionsBoundary arn:aws:iam::123456789012:policy/Limit -Description texts
        $free = $bounded | Set-IdentityPoolRole Editor -PermissionsBoundary $null
        $free.RoleMappings.Rules[0].MappedRole.PermissionsBoundary | Should -BeNullOrEmpty
        "$($free.RoleMappings.Rules[0].MappedRole.Description)" | Should -Be 'texts'
        ($free | Set-IdentityPoolRole Editor -Description $null) -eq $shop | Should -BeTrue
    }

    It 'warns of what a pattern goes on allowing' {
        $open = $shop | Grant-IdentityPoolAccess -Role Editor -Action s3:PutObject -Resource arn:aws:s3:::shop/a | Grant-IdentityPoolAccess -Role Editor -Action 's3:*' -Resource arn:aws:s3:::shop/*
        $null = $open | Revoke-IdentityPoolAccess -Role Editor -Action s3:PutObject -WarningAction SilentlyContinue -WarningVariable warnings
        "$warnings" | Should -Match "^The role 'Editor' is still allowed s3:PutObject: the statement .+s3:\*"
        $null = $open | Revoke-IdentityPoolAccess -Role Editor -Action 's3:*' -WarningAction SilentlyContinue -WarningVariable warnings
        @($warnings).Count | Should -Be 1
        $null = $open | Revoke-IdentityPoolAccess -Role Editor -Action 's3:*', s3:PutObject -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'goes on with the next pool after one that it cannot change' {
        $pools = (New-IdentityPool bare), $shop | Remove-LoginProvider Facebook -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($pools.Name)" | Should -Be 'shop'
        $failed.FullyQualifiedErrorId | Should -Be 'ProviderNotFound,IdentityPools.Commands.RemoveLoginProviderCommand'
    }

    It 'binds nothing of an object in the pipeline but the definition' {
        foreach ($command in Get-Command -Module IdentityPool | Where-Object { $_.ImplementingType.GetInterface('IChangesPool') }) {
            $byName = $command.Parameters.Values | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName } }
            $byName | Should -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'ends where an argument cannot be: <Id>' -ForEach @(
        @{ Id = 'TagBothWays'; Action = { $shop | Set-IdentityPool -Tag @{ a = 'b' } -RemoveTag A } }
        @{ Id = 'UnauthenticatedRoleBothWays'; Action = { $shop | Set-IdentityPool -UnauthenticatedRole arn:aws:iam::123456789012:role/Guest -NoUnauthenticatedRole } }
        @{ Id = 'RulePlaceOrClaim'; Action = { $shop | Remove-RoleMappingRule -Provider Google } }
        @{ Id = 'RulePlaceOrClaim'; Action = { $shop | Remove-RoleMappingRule -Provider Google -At 1 -Claim hd } }
        @{ Id = 'TokenAndRules'; Action = { $shop | Set-RoleMapping -Provider Google -UseToken -Rule (New-RoleMappingRule a b Editor) } }
        @{ Id = 'DefaultsAndTags'; Action = { $shop | Set-PrincipalTag -Provider Google -UseDefaults -Tag @{ a = 'b' } } }
        @{ Id = 'LoginProviderMissing'; Action = { $shop | Set-LoginProvider } }
    ) {
        $ended = $false
        try { & { . $Action; 'after' } -ErrorAction Continue | Should -Not -Be 'after' } catch { $ended = $true; $_.FullyQualifiedErrorId | Should -BeLike "$Id,*" }
        $ended | Should -BeTrue
    }

    It 'refuses a reference: <_>' -ForEach @(
        'Set-IdentityPool -Name x', 'Copy-IdentityPool', 'Set-LoginProvider -Google g', 'Remove-LoginProvider Google', 'Remove-DeveloperProvider',
        'Remove-SamlProvider arn:aws:iam::123456789012:saml-provider/A', 'Remove-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/a.example',
        'Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -NewUserPoolClient a', 'Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3', 'Set-RoleMapping -Provider Google -UseToken',
        'Remove-RoleMapping -Provider Google', 'Set-RoleMappingRule -Provider Google -At 1 -Claim a', 'Remove-RoleMappingRule -Provider Google -At 1',
        'Set-PrincipalTag -Provider Google -UseDefaults', 'Remove-PrincipalTag -Provider Google'
    ) {
        $reference = Get-IdentityPool -Id eu-west-1:12345678-1234-1234-1234-123456789012 -AsReference
        $line = [scriptblock]::Create("`$args[0] | $_ -WarningAction Ignore")
        { & $line $reference } | Should -Throw -ErrorId 'PoolIsReference,*'
    }
}

Describe 'A pool that was read' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $shop | Publish-IdentityPool
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'loses what is taken out of it, and nothing else' {
        Get-IdentityPool shop | Remove-LoginProvider Google | Publish-IdentityPool -Force
        $now = Get-IdentityPool shop
        "$($now.LoginProviders.Provider)" | Should -Be 'Facebook'
        $now.RoleMappings | Should -HaveCount 0
        $now.PrincipalTags | Should -HaveCount 0
        $session.Sandbox.ClearCalls()
        $now | Publish-IdentityPool
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -HaveCount 0
    }

    It 'asks before something goes, and says what' {
        { Get-IdentityPool shop | Remove-RoleMapping -Provider Google | Publish-IdentityPool } | Should -Throw -ErrorId 'ConfirmationNeeded,*'
        (Get-IdentityPool shop).RoleMappings | Should -HaveCount 1
    }

    It 'is an error with all three values where somebody else changed the same part, until it is overwritten' {
        $held = Get-IdentityPool shop
        Get-IdentityPool shop | Set-LoginProvider -Facebook 222222222222222 | Publish-IdentityPool
        $caught = { $held | Set-LoginProvider -Facebook 333333333333333 | Publish-IdentityPool } | Should -Throw -ErrorId 'EditConflict,*' -PassThru
        foreach ($value in '102030405060708', '222222222222222', '333333333333333') { $caught.Exception.Message | Should -Match $value }
        $held | Publish-IdentityPool -Overwrite
        "$((Get-IdentityPool shop).LoginProviders[0].AppId)" | Should -Be '102030405060708'
    }

    It 'may get the name of another pool, and a warning says so' {
        New-IdentityPool store | Publish-IdentityPool
        $other = (Get-IdentityPool store).Id
        Get-IdentityPool shop | Set-IdentityPool -Name store | Publish-IdentityPool -WarningAction SilentlyContinue -WarningVariable warnings
        "$warnings" | Should -BeExactly "The name 'store' is also the name of $other. AWS allows this; commands that find a pool by its name then need the ID."
        @(Get-IdentityPool store) | Should -HaveCount 2
        Get-IdentityPool -Id $other | Set-IdentityPool -Name shop | Publish-IdentityPool -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'is compared as it would be published' {
        $held = Get-IdentityPool shop
        Get-IdentityPool shop | Set-IdentityPool -AllowUnauthenticatedIdentities | Publish-IdentityPool
        @($held | Compare-IdentityPool -WarningAction Ignore) | Should -HaveCount 0
        ($held | Compare-IdentityPool -IncludeUnmanaged).Kind | Should -Be 'Keep'
        ($held | Compare-IdentityPool -Overwrite).Path | Should -Be 'AllowUnauthenticatedIdentities'
    }

    It 'is copied to another region' {
        Get-IdentityPool shop | Copy-IdentityPool -Name shop-eu | Publish-IdentityPool -Region eu-central-1
        (Get-IdentityPool shop-eu -Region eu-central-1).RoleMappings.Rules.Count | Should -Be 2
        { Get-IdentityPool shop | Copy-IdentityPool | Publish-IdentityPool } | Should -Throw -ErrorId 'CopyOfItself,*'
    }
}

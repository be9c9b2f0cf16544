BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }
}

Describe 'Remove-IdentityPool' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
        $shop = New-IdentityPool shop |
            Add-UserPoolAuthentication -UserPool $web |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*' |
            Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'removes the pool and what was made for it, by <Way>' -ForEach @(
        @{ Way = 'name'; Remove = { Remove-IdentityPool shop -Confirm:$false } }
        @{ Way = 'name in another case'; Remove = { Remove-IdentityPool -Name SHOP, shop -Confirm:$false } }
        @{ Way = 'id as name'; Remove = { Remove-IdentityPool $shop.Id -Confirm:$false } }
        @{ Way = 'ARN as name'; Remove = { Remove-IdentityPool $shop.Arn -Confirm:$false } }
        @{ Way = 'pool as name'; Remove = { Remove-IdentityPool $shop -Confirm:$false } }
        @{ Way = 'id'; Remove = { Remove-IdentityPool -Id $shop.Id -Confirm:$false } }
        @{ Way = 'ARN'; Remove = { Remove-IdentityPool -Arn $shop.Arn -Confirm:$false } }
        @{ Way = 'object'; Remove = { Get-IdentityPool -Name shop | Remove-IdentityPool -Confirm:$false } }
        @{ Way = 'reference'; Remove = { Get-IdentityPool -Id $shop.Id -AsReference | Remove-IdentityPool -Confirm:$false } }
        @{ Way = 'property'; Remove = { [pscustomobject]@{ IdentityPoolId = $shop.Id } | Remove-IdentityPool -Confirm:$false } }
    ) {
        . $Remove | Should -BeNullOrEmpty
        Get-IdentityPool | Should -BeNullOrEmpty
        'DeleteIdentityPool', 'DeleteUserPoolClient', 'DeleteRolePolicy' | ForEach-Object { Get-Mutation | Should -Contain $_ }
        @(Get-Mutation) -eq 'DeleteRole' | Should -HaveCount 2
    }

    It 'takes names for what they are: <Name>' -ForEach @(
        @{ Name = 'sho*' }
        @{ Name = 'sho?' }
        @{ Name = '*' }
        @{ Name = 'sho[p]' }
        @{ Name = 'sho[' }
    ) {
        { Remove-IdentityPool $Name -Force -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'RemovalByWildcard,IdentityPools.Commands.RemoveIdentityPoolCommand'
        { Remove-IdentityPool shop, $Name -Force -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'RemovalByWildcard,*'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'removes none of several pools of a name, and lists them' {
        $twin = ($session.Sandbox.Invoke('CreateIdentityPool', '{"IdentityPoolName":"Shop","AllowUnauthenticatedIdentities":false}') | ConvertFrom-Json).IdentityPoolId
        $null = New-IdentityPool other | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        Remove-IdentityPool shop, other -Force -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults.FullyQualifiedErrorId | Should -Be 'PoolNameAmbiguous,IdentityPools.Commands.RemoveIdentityPoolCommand'
        $faults[0].TargetObject | Should -Be 'shop'
        "$($faults[0])" | Should -Match $shop.Id
        "$($faults[0])" | Should -Match $twin
        (Get-IdentityPool).Id | Sort-Object | Should -Be @($shop.Id, $twin | Sort-Object)
        Remove-IdentityPool $twin -Force
        Remove-IdentityPool shop -Force
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'has an error for each name that no pool has, and removes the others' {
        Remove-IdentityPool gone, shop, away -Force -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults.FullyQualifiedErrorId | Should -Be @('IdentityPoolNotFound,IdentityPools.Commands.RemoveIdentityPoolCommand', 'IdentityPoolNotFound,IdentityPools.Commands.RemoveIdentityPoolCommand')
        $faults.TargetObject | Should -Be 'gone', 'away'
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'asks the account once for all names, before the first pool goes' {
        $null = New-IdentityPool other | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        Remove-IdentityPool shop, other -Force
        @($session.Sandbox.Calls | Where-Object Operation -EQ ListIdentityPools) | Should -HaveCount 1
        @($session.Sandbox.Calls)[0].Operation | Should -Be 'ListIdentityPools'
    }

    It 'removes nothing by name where the list cannot be read' {
        $session.Sandbox.DenyAction('cognito-identity:ListIdentityPools')
        Remove-IdentityPool shop, other -Force -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults.FullyQualifiedErrorId | Should -Be 'AccessDenied,IdentityPools.Commands.RemoveIdentityPoolCommand'
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'asks about the pool that it found by its name' {
        Remove-IdentityPool SHOP -WhatIf *>&1 | Out-Null
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'takes no null, no empty text and no definition: <Line>' -ForEach @(
        @{ Line = 'Remove-IdentityPool $null -Force' }
        @{ Line = "Remove-IdentityPool '' -Force" }
        @{ Line = "Remove-IdentityPool shop, '' -Force" }
        @{ Line = 'Remove-IdentityPool shop, $null -Force' }
        @{ Line = 'Remove-IdentityPool (New-IdentityPool shop) -Force' }
        @{ Line = 'Remove-IdentityPool shop, (New-IdentityPool shop) -Force' }
    ) {
        $run = [scriptblock]::Create($Line)
        { & $run } | Should -Throw -ErrorId 'Parameter*,IdentityPools.Commands.RemoveIdentityPoolCommand'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'does not find the pool of another account by the name of one that was read: <Line>' -ForEach @(
        @{ Line = 'Remove-IdentityPool $shop -Session $other -Force' }
        @{ Line = 'Get-IdentityPool $shop -Session $other' }
        @{ Line = '$shop.Arn | Get-IdentityPool -Session $other' }
    ) {
        $other = Connect-IdentityPool -Sandbox -AccountId 999999999999 -NotDefault
        $null = New-IdentityPool shop | Publish-IdentityPool -Session $other
        $run = [scriptblock]::Create($Line)
        { & $run } | Should -Throw -ErrorId 'IdentityPoolOfAnotherAccount,*'
        @(Get-IdentityPool -Session $other) | Should -HaveCount 1
    }

    It 'takes no text by the pipeline' {
        { 'shop' | Remove-IdentityPool -Force } | Should -Throw -ErrorId 'InputObjectNotBound,*'
        { [pscustomobject]@{ Name = 'shop' } | Remove-IdentityPool -Force } | Should -Throw -ErrorId 'InputObjectNotBound,*'
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'leaves the roles with -KeepRoles' {
        Remove-IdentityPool -Id $shop.Id -KeepRoles -Confirm:$false
        @(Get-Mutation) -eq 'DeleteRole' | Should -HaveCount 0
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'asks nobody with -Force, whatever $ConfirmPreference says' {
        & { $ConfirmPreference = 'Low'; Remove-IdentityPool -Id $shop.Id -Force }
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf, not even with -Force' {
        Remove-IdentityPool -Id $shop.Id -WhatIf
        Remove-IdentityPool -Id $shop.Id -WhatIf -Force
        & { $WhatIfPreference = $true; Remove-IdentityPool -Id $shop.Id -Force }
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'leaves a user pool and a client that it did not make' {
        $other = New-IdentityPool other | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web | Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
        Remove-IdentityPool -Id $other.Id -Force -WarningAction SilentlyContinue
        Get-Mutation | Should -Not -Contain 'DeleteUserPoolClient'
        Get-Mutation | Should -Not -Contain 'DeleteUserPool'
    }

    It 'removes the next although one cannot be' {
        $second = New-IdentityPool second | Publish-IdentityPool -PassThru
        $missing = 'eu-west-1:12345678-1234-1234-1234-123456789012'
        Remove-IdentityPool -Id $missing, $second.Id -Force -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults[0].FullyQualifiedErrorId | Should -Be 'IdentityPoolNotFound,IdentityPools.Commands.RemoveIdentityPoolCommand'
        (Get-IdentityPool).Id | Should -Be $shop.Id
    }

    It 'removes a pool that a failed removal left' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('AccessDenied', 'DeleteIdentityPool'))
        { Remove-IdentityPool -Id $shop.Id -Force } | Should -Throw -ErrorId 'AccessDenied,IdentityPools.Commands.RemoveIdentityPoolCommand'
        Remove-IdentityPool -Id $shop.Id -Force
        Get-IdentityPool | Should -BeNullOrEmpty
        @(Get-Mutation) -eq 'DeleteRole' | Should -HaveCount 2
    }

    It 'removes although an answer was lost' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('TimeOutAfter', 'DeleteIdentityPool'))
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('TimeOutAfter', 'DeleteRole'))
        Remove-IdentityPool -Id $shop.Id -Force
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'makes room for a pool of the same name' {
        $definition = New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web
        Remove-IdentityPool -Id $shop.Id -Force
        $again = $definition | Publish-IdentityPool -PassThru
        $again.Id | Should -Not -Be $shop.Id
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
    }
}

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

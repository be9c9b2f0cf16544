#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0.0' }

BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module IdentityPool
    Connect-IdentityPool -Sandbox -Region eu-west-1 | Out-Null
    function Import-FieldPool([string] $Name) { Import-IdentityPool "$PSScriptRoot/field/templates/$Name" -WarningAction SilentlyContinue }
}

Describe 'Templates from the field' {
    It 'are published and compare equal: <_>' -ForEach @(
        '03-same-role-for-both.yaml'
        '05-trust-under-if.yaml'
        '15a-policy-document-sub-text.yaml'
        '15b-managedpolicy-roles.yaml'
        '17b-mapping-userpool.yaml'
        '22-several-pools-one-role.yaml'
        '26-own-pool-in-policy.yaml'
    ) {
        $name = $_ -replace '\W'
        $pools = @(Import-FieldPool $_ | ForEach-Object { $_ | Set-IdentityPool -Name "$name$($_.LogicalId)" })

        $pools | Publish-IdentityPool -PassThru -WarningAction SilentlyContinue | Should -HaveCount $pools.Count
        $pools | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'name their own pool by its ID' {
        $pool = Import-FieldPool '26-own-pool-in-policy.yaml' | Set-IdentityPool -Name own
        $live = $pool | Publish-IdentityPool -PassThru

        $live.AuthenticatedRole.Statements.Resources | Should -Be "arn:aws:cognito-sync:eu-west-1:123456789012:identitypool/$($live.Id)"
    }

    It 'are not published while parts are unknown: <Name>' -ForEach @(
        @{ Name = '04-if-default-roles.yaml'; Place = 'Attach.Roles.authenticated' }
        @{ Name = '06-guests-by-parameter.yaml'; Place = 'Pool.AllowUnauthenticatedIdentities' }
        @{ Name = '12a-two-attachments.yaml'; Place = 'AttachA' }
        @{ Name = '18a-if-login-providers.yaml'; Place = 'Pool.SupportedLoginProviders' }
    ) {
        $pool = Import-FieldPool $Name

        $thrown = { $pool | Publish-IdentityPool } | Should -Throw -PassThru
        $thrown.FullyQualifiedErrorId | Should -BeLike 'PoolUntold,*'
        "$thrown" | Should -BeLike "*$Place*-ParameterValue*"
    }

    It 'are published when the user says what was unknown' {
        Import-FieldPool '06-guests-by-parameter.yaml' | Set-IdentityPool -Name said -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru -WarningAction SilentlyContinue |
            ForEach-Object AllowUnauthenticatedIdentities | Should -BeTrue
    }

    It 'show what is known only after deployment, and which roles trust the pool' {
        Import-FieldPool '12a-two-attachments.yaml' | Format-Custom | Out-String | Should -Match '(?s)TrustingRoles.*"A".*UnknownParts.*AttachA\.Condition'
    }
}

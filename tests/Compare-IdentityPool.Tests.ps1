BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Compare-IdentityPool' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $definition = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-LoginProvider -Facebook 1234567890 |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource 'arn:aws:s3:::shop/*'
        $shop = $definition | Publish-IdentityPool -PassThru
    }

    BeforeEach {
        $session.Sandbox.ClearCalls()
    }

    AfterEach {
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -HaveCount 0
    }

    It 'emits nothing for a pool that is as defined' {
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
        $definition | Compare-IdentityPool -Id $shop.Id -Prune -IncludeUnmanaged | Should -BeNullOrEmpty
        $definition | Compare-IdentityPool -ReferenceObject $shop | Should -BeNullOrEmpty
    }

    It 'shows each change with path, kind, both values and the call' {
        $changes = @($definition | Add-LoginProvider -Google 'abc.apps.googleusercontent.com' | Compare-IdentityPool)
        $changes | Should -HaveCount 1
        $changes[0] | Should -BeOfType IdentityPools.IdentityPoolChange
        $changes[0].Path | Should -Be 'LoginProviders[accounts.google.com]'
        $changes[0].Kind | Should -Be 'Create'
        $changes[0].Before | Should -BeNullOrEmpty
        $changes[0].After | Should -Be 'abc.apps.googleusercontent.com'
        $changes[0].Operation | Should -Be 'cognito-identity:UpdateIdentityPool'
    }

    It 'shows a changed value' {
        $changes = @(New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'mobile' } | Compare-IdentityPool)
        ($changes | Where-Object Path -EQ AllowUnauthenticatedIdentities).Kind | Should -Be 'Update'
        ($changes | Where-Object Path -EQ 'Tags[team]').Before | Should -Be 'web'
        ($changes | Where-Object Path -EQ 'Tags[team]').After | Should -Be 'mobile'
    }

    It 'shows what is kept only with -IncludeUnmanaged' {
        $bare = New-IdentityPool shop -Tag @{ team = 'web' }
        $bare | Compare-IdentityPool | Where-Object Path -Like 'LoginProviders*' | Should -BeNullOrEmpty
        $kept = @($bare | Compare-IdentityPool -IncludeUnmanaged | Where-Object Kind -EQ Keep)
        $kept.Path | Should -Contain 'LoginProviders[graph.facebook.com]'
    }

    It 'shows what would go with -Prune' {
        $gone = @(New-IdentityPool shop -Tag @{ team = 'web' } | Compare-IdentityPool -Prune | Where-Object Kind -EQ Delete)
        $gone.Path | Should -Contain 'LoginProviders[graph.facebook.com]'
        ($gone | Where-Object Path -EQ 'LoginProviders[graph.facebook.com]').Before | Should -Be '1234567890'
    }

    It 'shows a pool that does not exist as created' {
        $changes = @(New-IdentityPool blog | Compare-IdentityPool)
        $changes.Path | Should -Contain 'Name'
        @($changes | Where-Object Kind -NE Create) | Should -HaveCount 0
    }

    It 'agrees with what Publish-IdentityPool does' {
        $changed = $definition | Add-LoginProvider -Amazon 'amzn1.application-oa2-client.abc' | Add-DeveloperProvider login.shop.example
        $operations = @($changed | Compare-IdentityPool | ForEach-Object Operation | Sort-Object -Unique)
        $other = Connect-IdentityPool -Sandbox -PassThru
        $definition | Publish-IdentityPool -Session $other
        $other.Sandbox.ClearCalls()
        $changed | Publish-IdentityPool -Session $other
        @($other.Sandbox.Calls | Where-Object Mutating | ForEach-Object { "$($_.Service):$($_.Operation)" } | Sort-Object -Unique) | Should -Be $operations
    }

    It 'compares with an object without calling anything' {
        $session.Sandbox.ClearCalls()
        @(New-IdentityPool shop -AllowUnauthenticatedIdentities | Compare-IdentityPool -ReferenceObject (New-IdentityPool shop) -Session $session) | Should -HaveCount 1
        @($session.Sandbox.Calls) | Should -HaveCount 0
    }

    It 'compares with a reference, which it reads' {
        $definition | Compare-IdentityPool -ReferenceObject (Get-IdentityPool -Id $shop.Id -AsReference) -Session $session | Should -BeNullOrEmpty
    }

    It 'names the pool of each change' {
        $changes = @((New-IdentityPool blog), (New-IdentityPool wiki) | Compare-IdentityPool -Session $session)
        @($changes | ForEach-Object IdentityPool | Sort-Object -Unique) | Should -Be 'blog', 'wiki'
    }
}

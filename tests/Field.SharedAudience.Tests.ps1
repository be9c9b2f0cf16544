# tests/field/situations/oidc-audience-shared.ps1: an account has one provider for an issuer, and what one definition asks of it does not take away what others need.
BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    # As at a prompt: a line that fails does not keep the next one from being run.
    $ErrorActionPreference = 'Continue'
    $said = & { & "$PSScriptRoot/field/situations/oidc-audience-shared.ps1"; Disconnect-IdentityPool }
    $said = $said -join "`n"
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'An issuer that several share' {
    It 'keeps the audience of roles that were not made from here' {
        $said | Should -Match '(?m)^before: sts\.amazonaws\.com$'
        $said | Should -Match '(?m)^after: sts\.amazonaws\.com$'
    }

    It 'has the audiences of both definitions, one after the other, together or in one template' {
        $said | Should -Match '(?m)^after a: a$'
        $said | Should -Match '(?m)^after b: a, b$'
        $said | Should -Match '(?m)^after both: a, b$'
        $said | Should -Not -Match 'RemoveClientID'
        $said | Should -Match '(?m)^ +- a\r?\n +- b\r?$'
    }

    It 'says how a provider is taken over, and what of others stays' {
        $session = Connect-IdentityPool -Sandbox -NotDefault
        $session.Sandbox.AddOpenIdConnectProvider('arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', 'sts.amazonaws.com')
        $taken = New-IdentityPool gha | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://token.actions.githubusercontent.com -ClientId web)
        { $taken | Publish-IdentityPool -Session $session -ErrorAction Stop } | Should -Throw '*-Adopt*'

        $one, $two = 'a', 'b' | ForEach-Object { New-IdentityPool "uses $_" | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://idp.example -ClientId $_) }
        $one | Publish-IdentityPool -Session $session
        $kept = $two | Compare-IdentityPool -Session $session -IncludeUnmanaged | Where-Object Kind -EQ Keep
        $kept.Path | Should -Be 'OpenIdConnectProviders[https://idp.example].ClientIds'
        $kept.Before | Should -Be 'a'
    }
}

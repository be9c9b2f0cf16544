# tests/field/situations/oidc-audience-shared.ps1: an account has one provider for an issuer, and what one definition asks of it does not take away what others need.
BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    # As at a prompt: a line that fails does not keep the next one from being run.
    $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
    $said = $shell.AddScript('& $args[0]; Disconnect-IdentityPool').AddArgument("$PSScriptRoot/field/situations/oidc-audience-shared.ps1").Invoke() -join "`n"
    $shell.Dispose()
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'An issuer that several share' {
    It 'keeps the audience of roles that were not made from here, and says how the provider is taken over' {
        $said | Should -Match '(?m)^before: sts\.amazonaws\.com$'
        $said | Should -Match '(?m)^after: sts\.amazonaws\.com$'
        $said | Should -Match '-Adopt'
    }

    It 'has the audiences of both definitions, one after the other or together' {
        $said | Should -Match '(?m)^after a: a$'
        $said | Should -Match '(?m)^after b: a, b$'
        $said | Should -Match '(?m)^after both: a, b$'
        $said | Should -Match '= OpenIdConnectProviders\[https://idp\.example\]\.ClientIds \(a\)'
        $said | Should -Not -Match 'RemoveClientID'
    }
}

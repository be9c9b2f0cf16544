# tests/field/situations/oidc-port-and-account.ps1: what IAM refuses at the last call is refused when it is written.
BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    # As at a prompt: a line that fails does not keep the next one from being run.
    $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
    $said = $shell.AddScript('& $args[0]; Disconnect-IdentityPool').AddArgument("$PSScriptRoot/field/situations/oidc-port-and-account.ps1").Invoke() -join "`n"
    $refused = @($shell.Streams.Error)
    $shell.Runspace.Dispose()
    $shell.Dispose()
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'An issuer with a port and an account id with dashes' {
    It 'runs to the end' {
        $said | Should -Match 'refused at the call, as a matter of iam:PassRole'
    }

    It 'refuses the port where the provider is defined' {
        "$($refused[0].FullyQualifiedErrorId)" | Should -Be 'OpenIdConnectPort,IdentityPools.Commands.NewOpenIdConnectProviderCommand'
        "$($refused[0])" | Should -Match 'https://keycloak\.example:8443/realms/shop'
    }

    It 'refuses the account id where the role is named' {
        $account = @($refused | Where-Object FullyQualifiedErrorId -Like 'ArnAccountId,*')
        $account | Should -HaveCount 1
        "$($account[0].FullyQualifiedErrorId)" | Should -Be 'ArnAccountId,IdentityPools.Commands.NewIdentityPoolCommand'
        "$($account[0])" | Should -Match '1234-5678-9012'
    }

    It 'writes neither into a template' {
        $said | Should -Not -Match 'Url: https://keycloak'
        $said | Should -Not -Match 'arn:aws:iam::1234-'
    }
}

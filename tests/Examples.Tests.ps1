BeforeAll {
    $ErrorActionPreference = 'Stop'
    $separator = [IO.Path]::PathSeparator
    $pathBefore = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$separator$pathBefore"
    # The examples write below the current folder.
    Push-Location $TestDrive
}

AfterAll {
    Pop-Location
    $env:PSModulePath = $pathBefore
}

Describe 'examples/quickstart.ps1' {
    BeforeAll {
        $output = & "$PSScriptRoot/../examples/quickstart.ps1"
    }

    It 'shows the pool' {
        $output[0] | Should -BeOfType IdentityPools.IdentityPool
        $output[0].Name | Should -Be 'shop'
        $output[0].Providers | Should -HaveCount 4
        $output[0].Roles.Name | Should -Be @('Authenticated', 'Unauthenticated', 'Editor', 'Viewer')
    }

    It 'reads back what it wrote' {
        $output[1] | Should -Be 'Read back from quickstart.template.yaml: equal to the definition is True'
    }

    It 'writes a template that people can read' {
        $template = [IO.File]::ReadAllText("$TestDrive/out/quickstart.template.yaml")
        $template | Should -Match '(?m)^  ShopIdentityPool:$'
        $template | Should -Match '!GetAtt ShopIdentityPoolEditorRole\.Arn'
        $template | Should -Match ([regex]::Escape('${cognito-identity.amazonaws.com:sub}'))
    }
}

Describe 'examples/publish.ps1' {
    BeforeAll {
        $lines = (& "$PSScriptRoot/../examples/publish.ps1" | Out-String) -split '\r?\n'
    }

    It 'publishes, finds nothing to do, changes, reads back and removes' {
        $lines | Should -Contain 'shop: nothing to do'
        $lines | Should -Contain 'Differences left: 0'
        $lines | Should -Contain 'existing.template.yaml'
        $lines | Should -Contain 'Pools left: 0'
    }

    It 'shows a change before it is made' {
        ($lines -match 'LoginProviders\[graph\.facebook\.com\]') | Should -HaveCount 1
    }

    It 'writes what it read as a template' {
        [IO.File]::ReadAllText("$TestDrive/out/existing.template.yaml") | Should -Match 'graph\.facebook\.com'
    }
}

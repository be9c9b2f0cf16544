BeforeAll {
    $ErrorActionPreference = 'Stop'
    $separator = [IO.Path]::PathSeparator
    $pathBefore = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$separator$pathBefore"
}

AfterAll {
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
        $template = [IO.File]::ReadAllText("$PSScriptRoot/../out/quickstart.template.yaml")
        $template | Should -Match '(?m)^  ShopIdentityPool:$'
        $template | Should -Match '!GetAtt ShopIdentityPoolEditorRole\.Arn'
        $template | Should -Match ([regex]::Escape('${cognito-identity.amazonaws.com:sub}'))
    }
}

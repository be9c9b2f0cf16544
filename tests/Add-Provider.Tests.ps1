BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $oidc = 'arn:aws:iam::123456789012:oidc-provider/login.partner.example'
    $saml = 'arn:aws:iam::123456789012:saml-provider/Office'
}

Describe 'Add-OpenIdConnectProvider' {
    It 'takes ARNs, functions and definitions together' {
        $definition = New-OpenIdConnectProvider https://login.shop.example -ClientId web
        $pool = New-IdentityPool | Add-OpenIdConnectProvider $oidc, @{ 'Fn::ImportValue' = 'Partner' }, $definition
        $pool.OpenIdConnectProviders | Should -HaveCount 3
        ($pool.OpenIdConnectProviders | Where-Object IsManaged).Url | Should -Be 'https://login.shop.example'
    }

    It 'creates a native provider, not a custom resource' {
        $template = New-IdentityPool | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.shop.example -ClientId web) | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.LoginShopExampleOidcProvider.Type | Should -Be 'AWS::IAM::OIDCProvider'
    }

    It 'refuses <Provider>' -ForEach @(
        @{ Provider = 'login.partner.example' }
        @{ Provider = 'arn:aws:iam::123456789012:saml-provider/Office' }
    ) {
        { New-IdentityPool | Add-OpenIdConnectProvider $Provider } |
            Should -Throw -ErrorId 'InvalidOpenIdConnectProvider,IdentityPools.Commands.AddOpenIdConnectProviderCommand'
    }

    It 'refuses one twice' {
        { New-IdentityPool | Add-OpenIdConnectProvider $oidc, $oidc } |
            Should -Throw -ErrorId 'DuplicateOpenIdConnectProvider,IdentityPools.Commands.AddOpenIdConnectProviderCommand'
    }
}

Describe 'New-OpenIdConnectProvider' {
    It 'refuses <Why>' -ForEach @(
        @{ Why = 'http'; Arguments = @{ Url = 'http://login.shop.example' }; Id = 'InvalidOpenIdConnectUrl' }
        @{ Why = 'a query'; Arguments = @{ Url = 'https://login.shop.example?x=1' }; Id = 'InvalidOpenIdConnectUrl' }
        @{ Why = 'a short thumbprint'; Arguments = @{ Url = 'https://a.example'; Thumbprint = 'ab' }; Id = 'InvalidThumbprint' }
        @{ Why = 'six thumbprints'; Arguments = @{ Url = 'https://a.example'; Thumbprint = @('a' * 40) * 6 }; Id = 'TooManyThumbprints' }
    ) {
        { New-OpenIdConnectProvider @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewOpenIdConnectProviderCommand"
    }
}

Describe 'Add-SamlProvider' {
    It 'takes an ARN' {
        (New-IdentityPool | Add-SamlProvider $saml).SamlProviders[0].Arn | Should -Be $saml
    }

    It 'takes a definition from a file' {
        $path = Join-Path $TestDrive 'metadata.xml'
        Set-Content -LiteralPath $path -Value ('<EntityDescriptor>' + ('x' * 1000) + '</EntityDescriptor>') -NoNewline
        $provider = New-SamlProvider Office -MetadataPath $path
        $template = New-IdentityPool | Add-SamlProvider $provider | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.OfficeSamlProvider.Properties.SamlMetadataDocument | Should -Match '^<EntityDescriptor>x+</EntityDescriptor>$'
    }

    It 'refuses an OpenID Connect provider' {
        { New-IdentityPool | Add-SamlProvider $oidc } | Should -Throw -ErrorId 'InvalidSamlProvider,IdentityPools.Commands.AddSamlProviderCommand'
    }

    It 'refuses a document that is too short' {
        { New-SamlProvider Office -MetadataDocument '<x/>' } | Should -Throw -ErrorId 'InvalidSamlMetadata,IdentityPools.Commands.NewSamlProviderCommand'
    }

    It 'refuses a file that does not exist' {
        { New-SamlProvider Office -MetadataPath (Join-Path $TestDrive 'none.xml') } | Should -Throw -ErrorId 'FileNotFound,IdentityPools.Commands.NewSamlProviderCommand'
    }
}

Describe 'Add-DeveloperProvider' {
    It 'takes one' {
        (New-IdentityPool | Add-DeveloperProvider login.shop.example).DeveloperProviderName | Should -Be 'login.shop.example'
    }

    It 'refuses a second one' {
        { New-IdentityPool | Add-DeveloperProvider a | Add-DeveloperProvider b } |
            Should -Throw -ErrorId 'SecondDeveloperProvider,IdentityPools.Commands.AddDeveloperProviderCommand'
    }

    It 'refuses a name with a slash' {
        { New-IdentityPool | Add-DeveloperProvider a/b } |
            Should -Throw -ErrorId 'InvalidDeveloperProviderName,IdentityPools.Commands.AddDeveloperProviderCommand'
    }
}

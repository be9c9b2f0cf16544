BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
}

Describe 'New-UserPool' {
    It 'keeps strangers out and survives its stack' {
        $userPool = New-UserPool customers
        $userPool.IsManaged | Should -BeTrue
        $userPool.AllowSelfSignUp | Should -BeFalse
        $userPool.DeletionPolicy | Should -Be 'Retain'
    }

    It 'asks for longer passwords without dropping the other requirements' {
        $template = New-IdentityPool | Add-UserPoolAuthentication (New-UserPool customers -PasswordMinimumLength 14) | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $policy = $template.Resources.CustomersUserPool.Properties.Policies.PasswordPolicy
        $policy.MinimumLength | Should -Be 14
        $policy.RequireSymbols | Should -BeTrue
    }

    It 'is one resource when several pools share it' {
        $userPool = New-UserPool customers
        $template = 'a', 'b' | ForEach-Object { New-IdentityPool $_ | Add-UserPoolAuthentication $userPool } | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        @($template.Resources.psobject.Properties.Value | Where-Object Type -EQ 'AWS::Cognito::UserPool') | Should -HaveCount 1
        @($template.Resources.psobject.Properties.Value | Where-Object Type -EQ 'AWS::Cognito::UserPoolClient') | Should -HaveCount 2
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'passwords of 5 characters'; Arguments = @{ PasswordMinimumLength = 5 }; Id = 'InvalidPasswordMinimumLength' }
        @{ Why = 'an empty name'; Arguments = @{ Name = '' }; Id = 'InvalidUserPoolName' }
    ) {
        { New-UserPool @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewUserPoolCommand"
    }
}

Describe 'New-UserPoolClient' {
    It 'defines a client for hosted pages' {
        $client = New-UserPoolClient web -AllowedOAuthFlow code -AllowedOAuthScope openid, email -CallbackUrl https://shop.example/signed-in
        $template = New-IdentityPool shop | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient $client | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $properties = $template.Resources.ShopIdentityPoolEuWest1Ab1Cd2Ef3WebClient.Properties
        $properties.AllowedOAuthFlowsUserPoolClient | Should -BeTrue
        $properties.CallbackURLs[0] | Should -Be 'https://shop.example/signed-in'
        $properties.UserPoolId | Should -Be 'eu-west-1_Ab1Cd2Ef3'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a flow that does not exist'; Arguments = @{ AllowedOAuthFlow = 'magic' }; Id = 'InvalidOAuthFlow' }
        @{ Why = 'a code flow without callback'; Arguments = @{ AllowedOAuthFlow = 'code'; AllowedOAuthScope = 'openid' }; Id = 'CallbackUrlRequired' }
        @{ Why = 'a flow without scope'; Arguments = @{ AllowedOAuthFlow = 'code'; CallbackUrl = 'https://a.example' }; Id = 'OAuthScopeRequired' }
        @{ Why = 'http on another host'; Arguments = @{ CallbackUrl = 'http://shop.example' }; Id = 'InvalidCallbackUrl' }
        @{ Why = 'a fragment'; Arguments = @{ CallbackUrl = 'https://shop.example/#x' }; Id = 'InvalidCallbackUrl' }
        @{ Why = 'a relative URL'; Arguments = @{ LogoutUrl = 'signed-out' }; Id = 'InvalidCallbackUrl' }
        @{ Why = 'an unknown sign-in flow'; Arguments = @{ ExplicitAuthFlow = 'FOO' }; Id = 'InvalidAuthFlow' }
    ) {
        { New-UserPoolClient @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewUserPoolClientCommand"
    }
}

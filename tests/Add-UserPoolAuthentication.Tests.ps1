BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $userPoolId = 'eu-west-1_Ab1Cd2Ef3'
    $providerName = "cognito-idp.eu-west-1.amazonaws.com/$userPoolId"
    $arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/$userPoolId"
}

Describe 'Add-UserPoolAuthentication' {
    It 'never changes its input' {
        $base = New-IdentityPool shop
        $null = $base | Add-UserPoolAuthentication $userPoolId
        $base.UserPools | Should -HaveCount 0
    }

    It 'takes id, ARN and provider name as the same user pool' {
        $pools = $userPoolId, $arn, $providerName | ForEach-Object { New-IdentityPool shop | Add-UserPoolAuthentication $_ -UserPoolClient abc }
        $pools[0] -eq $pools[1] | Should -BeTrue
        $pools[0] -eq $pools[2] | Should -BeTrue
        $pools[0].UserPools[0].ProviderName | Should -Be $providerName
        $pools[0].UserPools[0].ClientId | Should -Be 'abc'
    }

    It 'checks tokens at the server unless told otherwise' {
        (New-IdentityPool | Add-UserPoolAuthentication $userPoolId).UserPools[0].ServerSideTokenCheck | Should -BeTrue
        (New-IdentityPool | Add-UserPoolAuthentication $userPoolId -DisableServerSideTokenCheck).UserPools[0].ServerSideTokenCheck | Should -BeFalse
    }

    It 'defines a client without implicit flow, secret and example URL, and hands it over' {
        $pool = New-IdentityPool | Add-UserPoolAuthentication $userPoolId -ClientVariable client
        $client | Should -BeOfType IdentityPools.UserPoolClient
        $client.IsManaged | Should -BeTrue
        $client -eq $pool.UserPools[0].UserPoolClient | Should -BeTrue
        "$($client.ExplicitAuthFlows)" | Should -Be 'ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_SRP_AUTH'
        $client.AllowedOAuthFlows | Should -HaveCount 0
        $client.CallbackUrls | Should -HaveCount 0
        $client.GenerateSecret | Should -BeNullOrEmpty
        $client.PreventUserExistenceErrors | Should -Be 'ENABLED'
    }

    It 'collects clients in a variable with a plus' {
        $null = New-IdentityPool | Add-UserPoolAuthentication $userPoolId -ClientVariable clients | Add-UserPoolAuthentication us-east-1_Ab1Cd2Ef3 -ClientVariable +clients
        $clients | Should -HaveCount 2
    }

    It 'takes several clients of one user pool' {
        $pool = New-IdentityPool | Add-UserPoolAuthentication $userPoolId -UserPoolClient web | Add-UserPoolAuthentication $userPoolId -UserPoolClient mobile
        "$($pool.UserPools.ClientId)" | Should -Be 'mobile web'
    }

    It 'names a user pool of another region by its own region' {
        $pool = New-IdentityPool | Add-UserPoolAuthentication us-east-1_Xy9 -UserPoolClient abc
        $pool.UserPools[0].ProviderName | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Xy9'
    }

    It 'takes a definition, created with the pool' {
        $template = New-IdentityPool shop | Add-UserPoolAuthentication (New-UserPool customers) | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.CustomersUserPool.Type | Should -Be 'AWS::Cognito::UserPool'
        $template.Resources.CustomersUserPool.DeletionPolicy | Should -Be 'Retain'
        $provider = $template.Resources.ShopIdentityPool.Properties.CognitoIdentityProviders[0]
        "$($provider.ProviderName.'Fn::GetAtt')" | Should -Be 'CustomersUserPool ProviderName'
    }

    It 'takes the region out of an id that is known at deployment only' {
        $template = New-IdentityPool shop | Add-UserPoolAuthentication @{ Ref = 'UserPoolId' } | ConvertTo-IdentityPoolTemplate -Format Json
        $template | Should -Match 'Fn::Split'
        ($template | ConvertFrom-Json).Parameters.UserPoolId.Type | Should -Be 'String'
    }

    It 'refuses <UserPool> as a user pool' -ForEach @(
        @{ UserPool = ''; Id = 'InvalidUserPool' }
        @{ UserPool = 'customers'; Id = 'InvalidUserPool' }
        @{ UserPool = 'eu-west-1:Ab1'; Id = 'InvalidUserPool' }
        @{ UserPool = 'arn:aws:s3:::bucket'; Id = 'InvalidUserPool' }
        @{ UserPool = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/eu-west-1_Ab1'; Id = 'UserPoolRegionMismatch' }
        @{ UserPool = 'cognito-idp.us-east-1.amazonaws.com/eu-west-1_Ab1'; Id = 'UserPoolRegionMismatch' }
        @{ UserPool = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1'; Id = 'UserPoolIsUrl' }
        @{ UserPool = @{ 'Fn::GetAtt' = 'Pool.ProviderURL' }; Id = 'UserPoolIsUrl' }
        @{ UserPool = @{ 'Fn::Split' = @('_', 'a_b') }; Id = 'IntrinsicMalformed' }
    ) {
        { New-IdentityPool | Add-UserPoolAuthentication $UserPool } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.AddUserPoolAuthenticationCommand"
    }

    It 'refuses a client id with a space' {
        { New-IdentityPool | Add-UserPoolAuthentication $userPoolId -UserPoolClient 'a b' } |
            Should -Throw -ErrorId 'InvalidClientId,IdentityPools.Commands.AddUserPoolAuthenticationCommand'
    }

    It 'refuses the same client twice' {
        { New-IdentityPool | Add-UserPoolAuthentication $userPoolId -UserPoolClient abc | Add-UserPoolAuthentication $arn -UserPoolClient abc } |
            Should -Throw -ErrorId 'DuplicateUserPool,IdentityPools.Commands.AddUserPoolAuthenticationCommand'
    }

    It 'refuses a client that is defined for another user pool' {
        $client = New-UserPoolClient -UserPool us-east-1_Xy9
        { New-IdentityPool | Add-UserPoolAuthentication $userPoolId -UserPoolClient $client } |
            Should -Throw -ErrorId 'UserPoolClientOfAnotherPool,IdentityPools.Commands.AddUserPoolAuthenticationCommand'
    }
}

Describe 'A command that takes pools' {
    It 'goes on after a pool that fails' {
        $with = New-IdentityPool a | Add-UserPoolAuthentication $userPoolId -UserPoolClient abc
        $without = New-IdentityPool b
        $result = $with, $without | Add-UserPoolAuthentication $userPoolId -UserPoolClient abc -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($result.Name)" | Should -Be 'b'
        $problems | Should -HaveCount 1
        $problems[0].TargetObject | Should -Be $with
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
    }

    It 'says nothing for an empty pipeline' {
        @() | Add-UserPoolAuthentication $userPoolId | Should -BeNullOrEmpty
    }

    It 'refuses <Kind> in the pipeline' -ForEach @(
        @{ Kind = 'null'; Value = $null; Id = 'ParameterArgumentValidationError' }
        @{ Kind = 'a number'; Value = 1; Id = 'InputObjectNotBound' }
        @{ Kind = 'text'; Value = 'shop'; Id = 'InputObjectNotBound' }
    ) {
        { $Value | Add-UserPoolAuthentication $userPoolId } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.AddUserPoolAuthenticationCommand"
    }
}

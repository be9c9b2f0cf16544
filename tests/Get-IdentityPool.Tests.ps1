BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Connect-IdentityPool -Sandbox' {
    It 'emits nothing, and is the default from then on' {
        Connect-IdentityPool -Sandbox | Should -BeNullOrEmpty
        New-IdentityPool shop | Publish-IdentityPool
        @(Get-IdentityPool) | Should -HaveCount 1
    }

    It 'says where it leads to with -PassThru' {
        $session = Connect-IdentityPool -Sandbox -Region ap-southeast-2 -AccountId 210987654321 -PassThru
        $session | Should -BeOfType IdentityPools.IdentityPoolSession
        $session.Region | Should -Be 'ap-southeast-2'
        $session.IsSandbox | Should -BeTrue
        $session.Sandbox.AccountId | Should -Be '210987654321'
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $pool.Arn | Should -BeLike 'arn:aws:cognito-identity:ap-southeast-2:210987654321:identitypool/ap-southeast-2:*'
    }

    It 'works in the partition <Partition>' -ForEach @(
        @{ Region = 'cn-north-1'; Partition = 'aws-cn' }
        @{ Region = 'us-gov-west-1'; Partition = 'aws-us-gov' }
    ) {
        Connect-IdentityPool -Sandbox -Region $Region
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $pool.Arn | Should -BeLike "arn:${Partition}:cognito-identity:${Region}:*"
        $pool.AuthenticatedRole.Arn | Should -BeLike "arn:${Partition}:iam::*"
        New-IdentityPool shop | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'is a new and empty account each time' {
        $first = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop | Publish-IdentityPool
        Connect-IdentityPool -Sandbox
        Get-IdentityPool | Should -BeNullOrEmpty
        @(Get-IdentityPool -Session $first) | Should -HaveCount 1
    }

    It 'is forgotten by Disconnect-IdentityPool, but not by who holds the session' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop | Publish-IdentityPool
        Disconnect-IdentityPool
        @(Get-IdentityPool -Session $session) | Should -HaveCount 1
    }

    It 'takes the region of a pool that is named, where the session has the same' {
        Connect-IdentityPool -Sandbox -Region us-west-2
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        (Get-IdentityPool -Id $pool.Id).Region | Should -Be 'us-west-2'
    }
}

Describe 'Get-IdentityPool' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web', 'app')
        $session.Sandbox.AddOpenIdConnectProvider('arn:aws:iam::123456789012:oidc-provider/login.example.com', 'web')
        $session.Sandbox.AddSamlProvider('arn:aws:iam::123456789012:saml-provider/Corp')
        $rich = New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web -DisableServerSideTokenCheck |
            Add-LoginProvider -Facebook 1234567890 -Google 'abc.apps.googleusercontent.com' |
            Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example.com |
            Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Corp |
            Add-DeveloperProvider login.shop.example |
            Add-RoleMapping -UserPool $web -ResolveAmbiguousRoles -Rule @(
                New-RoleMappingRule 'cognito:groups' admins (New-IdentityPoolRole Admin -Statement (New-PolicyStatement -Action 's3:*' -Resource '*')) -MatchType Contains
            ) |
            Add-PrincipalTag -UserPool $web -Tag @{ department = 'custom:department' } |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource 'arn:aws:s3:::shop/*'
        $shop = $rich | Publish-IdentityPool -PassThru
        'shop-test', 'blog' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool
    }

    It 'lists all' {
        (Get-IdentityPool | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
    }

    It 'finds a name, with wildcards or without' {
        (Get-IdentityPool shop).Id | Should -Be $shop.Id
        (Get-IdentityPool -Name 'SHOP*' | Sort-Object Name).Name | Should -Be 'shop', 'shop-test'
        Get-IdentityPool -Name 'nothing*' | Should -BeNullOrEmpty
    }

    It 'reads by id and by ARN' {
        (Get-IdentityPool -Id $shop.Id).Name | Should -Be 'shop'
        (Get-IdentityPool -Arn $shop.Arn).Id | Should -Be $shop.Id
        ([pscustomobject]@{ IdentityPoolId = $shop.Id } | Get-IdentityPool).Name | Should -Be 'shop'
    }

    It 'reads what it emitted again' {
        (Get-IdentityPool | Get-IdentityPool | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
    }

    It 'reads a reference' {
        (Get-IdentityPool -Id $shop.Id -AsReference | Get-IdentityPool).Name | Should -Be 'shop'
    }

    It 'reads everything that belongs to the pool' {
        $pool = Get-IdentityPool -Id $shop.Id
        $pool.AllowUnauthenticatedIdentities | Should -BeTrue
        $pool.UserPools[0].ProviderName | Should -Be "cognito-idp.eu-west-1.amazonaws.com/$web"
        $pool.UserPools[0].ClientId | Should -Be 'web'
        $pool.UserPools[0].ServerSideTokenCheck | Should -BeFalse
        @($pool.LoginProviders) | Should -HaveCount 2
        @($pool.OpenIdConnectProviders) | Should -HaveCount 1
        @($pool.SamlProviders) | Should -HaveCount 1
        $pool.DeveloperProviderName | Should -Be 'login.shop.example'
        $pool.RoleMappings[0].Rules[0].MappedRole.Name | Should -Be 'Admin'
        $pool.RoleMappings[0].Rules[0].MatchType | Should -Be 'Contains'
        $pool.RoleMappings[0].AmbiguousRoleResolution | Should -Be 'AuthenticatedRole'
        @($pool.Roles) | Should -HaveCount 3
        @(($pool.Roles | Where-Object Name -EQ Admin).Statements) | Should -HaveCount 1
        $pool.AuthenticatedRole.Statements[0].Actions | Should -Be 's3:GetObject'
        @($pool.PrincipalTags) | Should -HaveCount 1
        $pool.Tags['team'] | Should -Be 'web'
        @($pool.Tags.Keys) | Should -HaveCount 1
    }

    It 'reads without changing anything' {
        $session.Sandbox.ClearCalls()
        Get-IdentityPool | Out-Null
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -HaveCount 0
    }

    It 'gives what Compare-IdentityPool finds no difference in' {
        Get-IdentityPool | Compare-IdentityPool | Should -BeNullOrEmpty
        $rich | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'gives what can be exported and read back' {
        $path = "$TestDrive/account.yaml"
        Get-IdentityPool | Export-IdentityPool -Path $path -WarningAction SilentlyContinue
        $read = @(Import-IdentityPool -Path $path)
        ($read | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
        Get-Content -LiteralPath $path -Raw | Should -Not -Match 'IdentityPool:(Managed|Client|PoolId)'
    }

    It 'keeps to -First and -Skip' {
        $names = @(Get-IdentityPool | ForEach-Object Name)
        @(Get-IdentityPool -First 2 | ForEach-Object Name) | Should -Be $names[0, 1]
        @(Get-IdentityPool -Skip 2 | ForEach-Object Name) | Should -Be $names[2]
        (Get-IdentityPool -IncludeTotalCount -First 1)[0] | Should -Be 3
    }

    It 'fits a pool of another session' {
        $other = Connect-IdentityPool -Sandbox -PassThru
        Get-IdentityPool -Name blog -Session $session | Publish-IdentityPool -Session $other -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults[0].FullyQualifiedErrorId | Should -Be 'IdentityPoolNotFound,IdentityPools.Commands.PublishIdentityPoolCommand'
        New-IdentityPool blog | Publish-IdentityPool -Session $other
        @(Get-IdentityPool -Session $other) | Should -HaveCount 1
        @(Get-IdentityPool -Session $session) | Should -HaveCount 3
    }
}

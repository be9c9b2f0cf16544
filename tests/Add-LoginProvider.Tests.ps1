BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $password = [securestring]::new()
    'S3cret-Value'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
    $twitter = [pscredential]::new('consumer-key', $password)
}

Describe 'Add-LoginProvider' {
    It 'lists providers in one order, however they were added' {
        $one = New-IdentityPool | Add-LoginProvider -Google g.apps.googleusercontent.com -Amazon amzn1.application -Apple com.shop.web -Facebook 123
        $two = New-IdentityPool | Add-LoginProvider -Facebook 123 | Add-LoginProvider -Apple com.shop.web -Google g.apps.googleusercontent.com -Amazon amzn1.application
        "$($one.LoginProviders.Provider)" | Should -Be 'Amazon Facebook Google Apple'
        $one -eq $two | Should -BeTrue
    }

    It 'puts them into the template under the names that AWS knows' {
        $template = New-IdentityPool shop | Add-LoginProvider -Google g -Amazon a | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $logins = $template.Resources.ShopIdentityPool.Properties.SupportedLoginProviders
        $logins.'www.amazon.com' | Should -Be 'a'
        $logins.'accounts.google.com' | Should -Be 'g'
    }

    It 'takes an id that is known at deployment only' {
        $pool = New-IdentityPool | Add-LoginProvider -Google @{ Ref = 'GoogleClientId' }
        $pool | ConvertTo-IdentityPoolTemplate | Should -Match '!Ref GoogleClientId'
    }

    It 'leaves it to Set-LoginProvider to replace an id and a secret, and nothing else' {
        $pool = New-IdentityPool shop | Add-LoginProvider -Google g -Twitter $twitter | Add-RoleMapping -Provider Twitter -Rule (New-RoleMappingRule sub x (New-IdentityPoolRole Admin))
        $rotated = $pool | Set-LoginProvider -Twitter ([pscredential]::new('new-key', $password))
        "$($rotated.LoginProviders | ForEach-Object { "$($_.Provider)=$($_.AppId)" })" | Should -Be 'Google=g Twitter=new-key'
        $rotated.RoleMappings.Equals($pool.RoleMappings) | Should -BeTrue
        ($rotated | Set-LoginProvider -Twitter $twitter) -eq $pool | Should -BeTrue
        { New-IdentityPool shop | Set-LoginProvider -Google g } | Should -Throw -ErrorId 'ProviderNotFound,*'
    }

    It 'never shows the secret for Twitter' {
        $pool = New-IdentityPool shop | Add-LoginProvider -Twitter $twitter
        $shown = $pool, $pool.LoginProviders, $pool.LoginProviders[0].Secret | Format-List -Property * | Out-String
        $shown | Should -Not -Match 'S3cret-Value'
        $pool | ConvertTo-IdentityPoolTemplate | Should -Not -Match 'S3cret-Value'
        $pool | ConvertTo-IdentityPoolTemplate -Format Json | Should -Not -Match 'S3cret-Value'
    }

    It 'makes the secret a parameter that does not echo' {
        $template = New-IdentityPool shop | Add-LoginProvider -Twitter $twitter | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Parameters.ShopIdentityPoolTwitterConsumerSecret.NoEcho | Should -BeTrue
        $template.Resources.ShopIdentityPool.Properties.SupportedLoginProviders.'api.twitter.com'.'Fn::Sub' |
            Should -Be 'consumer-key;${ShopIdentityPoolTwitterConsumerSecret}'
    }

    It 'does not repeat a secret that AWS would refuse' {
        $bad = [securestring]::new()
        'with spaces'.ToCharArray() | ForEach-Object { $bad.AppendChar($_) }
        $caught = { New-IdentityPool | Add-LoginProvider -Twitter ([pscredential]::new('key', $bad)) } | Should -Throw -PassThru
        $caught.FullyQualifiedErrorId | Should -Be 'InvalidTwitterSecret,IdentityPools.Commands.AddLoginProviderCommand'
        $caught.Exception.Message | Should -Not -Match 'with spaces'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'nothing at all'; Arguments = @{}; Id = 'LoginProviderMissing' }
        @{ Why = 'spaces in an id'; Arguments = @{ Google = 'a b' }; Id = 'InvalidLoginProviderId' }
        @{ Why = 'an empty id'; Arguments = @{ Apple = '' }; Id = 'InvalidLoginProviderId' }
    ) {
        { New-IdentityPool | Add-LoginProvider @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.AddLoginProviderCommand"
    }

    It 'refuses a provider twice and says what to do' {
        { New-IdentityPool | Add-LoginProvider -Google a | Add-LoginProvider -Google b } |
            Should -Throw -ErrorId 'DuplicateLoginProvider,IdentityPools.Commands.AddLoginProviderCommand' -ExpectedMessage '*New-OpenIdConnectProvider*'
    }
}

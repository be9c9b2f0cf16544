# Definitions through other hands: files of Export-Clixml, jobs, remoting. What comes back is taken by every command, with what it was read from and without secrets.
BeforeDiscovery {
    $parts = @(
        '$shop', '$shop.Roles[2]', '$shop.Roles[0].Statements[0]', '$shop.RoleMappings[0]', '$shop.RoleMappings[0].Rules[0]', '$shop.UserPools[0]', '$shop.UserPools[0].UserPool',
        '$shop.UserPools[0].UserPoolClient', '$shop.LoginProviders[0]', '$shop.PrincipalTags[0]', '$openId', '$saml'
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $twitter = [pscredential]::new('consumer-key', (ConvertTo-SecureString 'consumer-secret' -AsPlainText -Force))
    $openId = New-OpenIdConnectProvider https://issuer.example -ClientId app
    $saml = New-SamlProvider Okta -MetadataDocument "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'>$('x' * 1000)</EntityDescriptor>"
    $shop = New-IdentityPool shop -Tag @{ team = 'web' } | Add-UserPoolAuthentication -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
        Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com |
        Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ann@shop.example (New-IdentityPoolRole Admin)) | Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' } |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::shop/*

    # What a job or a remote session gives back of an object; one level deep, as they do.
    function ConvertTo-Stored($Value) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Value, 1)) }
}

Describe 'A definition that left the process' {
    It 'is the same again: <_>' -ForEach $parts {
        $part = Invoke-Expression $_
        $stored = ConvertTo-Stored $part
        $stored.PSObject.TypeNames[0] | Should -BeExactly "Deserialized.$($part.GetType().FullName)"
        ($stored -as $part.GetType()) -eq $part | Should -BeTrue
    }

    It 'comes back from a file' {
        $shop | Export-Clixml TestDrive:/shop.xml
        $stored = Import-Clixml TestDrive:/shop.xml
        $stored.Name | Should -BeExactly shop
        ($stored | Set-IdentityPool -Tag @{ team = 'web' }) -eq $shop | Should -BeTrue
        ($stored | Add-LoginProvider -Facebook 102030405060708).LoginProviders.Provider | Should -Be Facebook, Google
    }

    It 'goes into a job and comes out of it' {
        $module = "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"
        $stored = Start-Job { Import-Module $using:module; $using:shop | Add-LoginProvider -Facebook 102030405060708 } | Receive-Job -Wait -AutoRemoveJob
        ($stored | Remove-LoginProvider Facebook) -eq $shop | Should -BeTrue
    }

    It 'is taken although the module was loaded after it was read' {
        $shop | Export-Clixml TestDrive:/shop.xml
        $path = (Get-Item TestDrive:/shop.xml).FullName
        $module = "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"
        Start-Job { $stored = Import-Clixml $using:path; Import-Module $using:module; "$(($stored | Remove-LoginProvider Google).Providers)" } | Receive-Job -Wait -AutoRemoveJob |
            Should -BeExactly 'eu-west-1_Ab1Cd2Ef3 (1example23456789)'
    }

    It 'is taken by every command that takes a pool: <_>' -ForEach @(
        'Add-LoginProvider -Amazon amzn1.application.x', 'Set-LoginProvider -Google 1.apps.googleusercontent.com', 'Remove-LoginProvider Google', 'Add-DeveloperProvider login.shop.example',
        'Set-RoleMappingRule -Provider Google -At 1 -ClaimValue b@shop.example', 'Copy-IdentityPool -Name other', 'Revoke-IdentityPoolAccess -Role Authenticated -All', 'Test-IdentityPool',
        'Get-IdentityPoolFinding', 'ConvertTo-IdentityPoolTemplate', 'ConvertTo-IdentityPoolDiagram', 'Resolve-IdentityPoolRole -Guest', 'Add-IdentityPoolSuppression -RuleId ClassicFlow -Reason x'
    ) {
        $given = Invoke-Expression ('$shop | ' + $_)
        $stored = Invoke-Expression ('(ConvertTo-Stored $shop) | ' + $_)
        "$($stored | ConvertTo-Json -Depth 9 -WarningAction SilentlyContinue)" | Should -BeExactly "$($given | ConvertTo-Json -Depth 9 -WarningAction SilentlyContinue)"
    }

    It 'is taken as an argument: a rule, a role, a statement, a client, a provider' {
        $admin = New-IdentityPoolRole Admin
        (New-IdentityPool -AuthenticatedRole (ConvertTo-Stored $admin)).AuthenticatedRole -eq $admin | Should -BeTrue
        $pool = New-IdentityPool shop -AuthenticatedRole $admin | Add-LoginProvider -Google 1.apps.googleusercontent.com
        $rule = New-RoleMappingRule email ann@shop.example Admin
        ($pool | Add-RoleMapping -Provider Google -Rule (ConvertTo-Stored $rule)).RoleMappings[0].Rules[0].MappedRole -eq $admin | Should -BeTrue
        ($pool | Grant-IdentityPoolAccess -Role Admin -Statement (ConvertTo-Stored $shop.Roles[0].Statements[0])).AuthenticatedRole.Statements[0] -eq $shop.Roles[0].Statements[0] | Should -BeTrue
        ($pool | Add-OpenIdConnectProvider (ConvertTo-Stored $openId)).OpenIdConnectProviders[0] -eq $openId | Should -BeTrue
        ($pool | Add-SamlProvider (ConvertTo-Stored $saml)).SamlProviders[0] -eq $saml | Should -BeTrue
        ($pool | Add-UserPoolAuthentication (ConvertTo-Stored $shop.UserPools[0].UserPool) -UserPoolClient (ConvertTo-Stored $shop.UserPools[0].UserPoolClient)).UserPools[0] -eq $shop.UserPools[0] | Should -BeTrue
    }

    It 'holds no secret' {
        $pool = $shop | Add-LoginProvider -Twitter $twitter
        $pool | Export-Clixml TestDrive:/secret.xml -Depth 9
        $text = Get-Content -Raw TestDrive:/secret.xml
        $text | Should -Match 'consumer-key'
        $text | Should -Not -Match 'consumer-secret'
        (Import-Clixml TestDrive:/secret.xml | Set-LoginProvider -Twitter $twitter) -eq $pool | Should -BeTrue
    }

    It 'of another version is an error' {
        $text = [System.Management.Automation.PSSerializer]::Serialize($shop).Replace('{"Version":1,', '{"Version":2,')
        { [System.Management.Automation.PSSerializer]::Deserialize($text) | Remove-LoginProvider Google } | Should -Throw '*stored in version 2 of the format*reads version 1*'
    }

    It 'without its text is an error that says what to do' {
        $text = [System.Management.Automation.PSSerializer]::Serialize($shop) -replace '<S N="StoredDefinition">.*?</S>'
        { [System.Management.Automation.PSSerializer]::Deserialize($text) | Remove-LoginProvider Google } | Should -Throw '*Get-IdentityPool*'
        { New-IdentityPool -AuthenticatedRole ([System.Management.Automation.PSSerializer]::Deserialize(([System.Management.Automation.PSSerializer]::Serialize($shop.Roles[2]) -replace '<S N="StoredDefinition">.*?</S>'))) } |
            Should -Throw '*Get-IdentityPool*'
    }
}

Describe 'A pool that was read and left the process' {
    BeforeAll {
        Connect-IdentityPool -Sandbox
        $live = $shop | Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 | Publish-IdentityPool -PassThru
        $stored = ConvertTo-Stored $live
    }
    AfterAll { Disconnect-IdentityPool }

    It 'knows its pool and what it was read from' {
        $stored | Compare-IdentityPool | Should -BeNullOrEmpty
        ($stored | Remove-LoginProvider Google | Compare-IdentityPool).Path | Should -Contain 'LoginProviders[accounts.google.com]'
        ($stored | Remove-LoginProvider Google | Compare-IdentityPool).Kind | Should -Contain Delete
    }

    It 'is published as if it had stayed' {
        $stored | Remove-LoginProvider Google | Publish-IdentityPool -Force
        (Get-IdentityPool shop).Providers | Should -BeNullOrEmpty
        $stored | Publish-IdentityPool -Overwrite -Force
        (Get-IdentityPool shop) -eq $live | Should -BeTrue
    }

    It 'is removed' {
        $stored | Remove-IdentityPool -Force
        Get-IdentityPool | Should -BeNullOrEmpty
    }
}

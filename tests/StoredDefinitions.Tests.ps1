# Definitions through other hands: files of Export-Clixml and remoting; jobs are processes, which StoredDefinitionTests in C# start. What comes back is taken by every command, with what it was read from and without secrets.
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

    It 'keeps all its properties: <_>' -ForEach $parts {
        $part = Invoke-Expression $_
        $names = @($part.GetType().GetProperties().Name) + 'StoredDefinition' | Sort-Object
        (Get-TypeData $part.GetType().FullName).PropertySerializationSet.ReferencedProperties | Sort-Object | Should -Be $names
        (ConvertTo-Stored $part).PSObject.Properties.Name | Sort-Object | Should -Be $names
    }

    It 'comes back from a file' {
        $shop | Export-Clixml TestDrive:/shop.xml
        $stored = Import-Clixml TestDrive:/shop.xml
        $stored.Name | Should -BeExactly shop
        ($stored | Set-IdentityPool -Tag @{ team = 'web' }) -eq $shop | Should -BeTrue
        ($stored | Add-LoginProvider -Facebook 102030405060708).LoginProviders.Provider | Should -Be Facebook, Google
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
        $text = [System.Management.Automation.PSSerializer]::Serialize($shop).Replace('{"Version":3,', '{"Version":4,')
        { [System.Management.Automation.PSSerializer]::Deserialize($text) | Remove-LoginProvider Google } | Should -Throw '*stored in version 4 of the format*reads version 3*'
    }

    It 'is shown whatever became of its text' {
        $broken = [System.Management.Automation.PSSerializer]::Deserialize(([System.Management.Automation.PSSerializer]::Serialize($shop) -replace '<S N="StoredDefinition">.*?</S>', '<S N="StoredDefinition">x</S>'))
        $broken | Format-List Name, Providers | Out-String | Should -Match 'shop'
        $broken | Format-Table | Out-String | Should -Match 'shop'
    }

    It 'is known to completion, and one that cannot be read is no hindrance' {
        $stored = ConvertTo-Stored $shop
        $broken = ConvertTo-Stored $shop
        $broken.StoredDefinition = 'x'
        (TabExpansion2 '$stored | Remove-RoleMappingRule -Provider Google -At ').CompletionMatches.CompletionText | Should -Be 1
        (TabExpansion2 '$broken | Set-IdentityPoolRole ').CompletionMatches | Should -Not -BeNullOrEmpty
        $null = TabExpansion2 'New-IdentityPool x | Add-RoleMapping -Provider Google -Rule '
    }

    It 'runs nothing of an object that only pretends to be one' {
        $trap = [pscustomobject]@{ Name = 'x' } | Add-Member -MemberType ScriptProperty -Name StoredDefinition -Value { $global:StoredDefinitionRan = $true; 'x' } -PassThru
        $trap.PSObject.TypeNames.Insert(0, 'Deserialized.IdentityPools.IdentityPool')
        $global:StoredDefinitionRan = $false
        $null = TabExpansion2 '$trap | Remove-LoginProvider '
        { $trap | Remove-LoginProvider Google } | Should -Throw
        $global:StoredDefinitionRan | Should -BeFalse
        Remove-Variable StoredDefinitionRan -Scope Global
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

    It 'stays partial' {
        $partial = ConvertTo-Stored (Get-IdentityPool shop -Detail Pool)
        $partial | Format-List Name, RoleMappings | Out-String | Should -Not -Match 'Admin'
        "$($partial.UnreadParts)" | Should -Match 'RoleMappings'
        { $partial | Copy-IdentityPool } | Should -Throw -ErrorId 'PoolIsPartial,*'
        ($partial | Set-IdentityPool -AllowUnauthenticatedIdentities | Compare-IdentityPool).Path | Should -Be AllowUnauthenticatedIdentities
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

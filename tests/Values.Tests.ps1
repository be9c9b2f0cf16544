# What a definition holds, in the idioms of PowerShell: a string where the value is known, a dictionary where a function gives it.
BeforeDiscovery {
    # Type, property, an object that has it, and whether it holds one value, several or a map.
    $properties = @(
        'IdentityPool', 'Name', '$shop', 'one'
        'IdentityPool', 'DeveloperProviderName', '$shop', 'one'
        'IdentityPool', 'Tags', '$shop', 'map'
        'IdentityPoolRole', 'Arn', '$existing', 'one'
        'IdentityPoolRole', 'Description', '$admin', 'one'
        'IdentityPoolRole', 'Path', '$admin', 'one'
        'IdentityPoolRole', 'PermissionsBoundary', '$admin', 'one'
        'IdentityPoolRole', 'ManagedPolicyArns', '$admin', 'list'
        'IdentityPoolRole', 'Tags', '$admin', 'map'
        'LoginProvider', 'AppId', '$shop.LoginProviders[0]', 'one'
        'OpenIdConnectProvider', 'Url', '$openId', 'one'
        'OpenIdConnectProvider', 'ClientIds', '$openId', 'list'
        'OpenIdConnectProvider', 'Thumbprints', '$openId', 'list'
        'OpenIdConnectProvider', 'Tags', '$openId', 'map'
        'OpenIdConnectProvider', 'Arn', '$shop.OpenIdConnectProviders[0]', 'one'
        'SamlProvider', 'Arn', '$shop.SamlProviders[0]', 'one'
        'SamlProvider', 'Name', '$saml', 'one'
        'SamlProvider', 'MetadataDocument', '$saml', 'one'
        'SamlProvider', 'Tags', '$saml', 'map'
        'UserPool', 'Id', '$shop.UserPools[0].UserPool', 'one'
        'UserPool', 'Name', '$users', 'one'
        'UserPool', 'Tags', '$users', 'map'
        'UserPoolClient', 'Name', '$client', 'one'
        'UserPoolClient', 'ClientId', '$shop.UserPools[0].UserPoolClient', 'one'
        'UserPoolClient', 'ExplicitAuthFlows', '$client', 'list'
        'UserPoolClient', 'CallbackUrls', '$client', 'list'
        'UserPoolClient', 'LogoutUrls', '$client', 'list'
        'UserPoolClient', 'AllowedOAuthFlows', '$client', 'list'
        'UserPoolClient', 'AllowedOAuthScopes', '$client', 'list'
        'UserPoolClient', 'SupportedIdentityProviders', '$client', 'list'
        'UserPoolGroup', 'Name', '$team', 'one'
        'UserPoolGroup', 'Description', '$team', 'one'
        'UserPoolAuthentication', 'ClientId', '$shop.UserPools[0]', 'one'
        'RoleMapping', 'ProviderUrl', '$shop.RoleMappings[0]', 'one'
        'RoleMappingRule', 'Claim', '$shop.RoleMappings[0].Rules[0]', 'one'
        'RoleMappingRule', 'ClaimValue', '$shop.RoleMappings[0].Rules[0]', 'one'
        'PrincipalTagMapping', 'ProviderName', '$shop.PrincipalTags[0]', 'one'
        'PrincipalTagMapping', 'Tags', '$shop.PrincipalTags[0]', 'map'
        'PolicyStatement', 'Actions', '$statement', 'list'
        'PolicyStatement', 'Resources', '$statement', 'list'
        'PolicyStatement', 'NotActions', '$others', 'list'
        'PolicyStatement', 'NotResources', '$others', 'list'
    )
    $cases = for ($at = 0; $at -lt $properties.Count; $at += 4) {
        @{ Type = $properties[$at]; Property = $properties[$at + 1]; Owner = $properties[$at + 2]; Kind = $properties[$at + 3] }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $openId = New-OpenIdConnectProvider https://issuer.example -ClientId app -Thumbprint ('a' * 40) -Tag @{ team = 'web' }
    $saml = New-SamlProvider Okta -MetadataDocument "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'>$('x' * 1000)</EntityDescriptor>" -Tag @{ team = 'web' }
    $team = New-UserPoolGroup admins -Description texts
    $users = New-UserPool shoppers -Tag @{ team = 'web' }
    $client = New-UserPoolClient web -ExplicitAuthFlow ALLOW_USER_SRP_AUTH -CallbackUrl https://shop.example/in -LogoutUrl https://shop.example/out -AllowedOAuthFlow code -AllowedOAuthScope openid -SupportedIdentityProvider COGNITO
    $admin = New-IdentityPoolRole Admin -Description texts -Path /shop/ -PermissionsBoundary arn:aws:iam::123456789012:policy/Limit -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess -Tag @{ team = 'web' }
    $existing = (New-IdentityPool -AuthenticatedRole arn:aws:iam::123456789012:role/Editor).AuthenticatedRole
    $statement = New-PolicyStatement -Action s3:GetObject -Resource arn:aws:s3:::shop/*
    Set-Content TestDrive:/deny.json @'
{ "Resources": {
    "P": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": false } },
    "R": { "Type": "AWS::IAM::Role", "Properties": {
        "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "P" } }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } } ] },
        "Policies": [ { "PolicyName": "x", "PolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "NotAction": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/*" } ] } } ] } },
    "A": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment", "Properties": { "IdentityPoolId": { "Ref": "P" }, "Roles": { "authenticated": { "Fn::GetAtt": [ "R", "Arn" ] } } } } } }
'@
    $others = (Import-IdentityPool TestDrive:/deny.json).AuthenticatedRole.Statements[0]
    $shop = New-IdentityPool shop -Tag @{ team = 'web' } | Add-UserPoolAuthentication -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
        Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com | Add-DeveloperProvider login.shop.example |
        Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/issuer.example | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Okta |
        Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ann@shop.example $admin) | Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' }
    # The value of a case, whatever holds it.
    function Get-Value($Owner, $Property) { (Invoke-Expression $Owner).$Property }
}

Describe 'A known value' {
    It 'is a string: <Type>.<Property>' -ForEach $cases {
        $value = Get-Value $Owner $Property
        $texts = @(if ($Kind -eq 'map') { $value.Values } else { $value })
        $texts.Count | Should -BeGreaterThan 0
        foreach ($text in $texts) {
            $text | Should -BeOfType [string]
            $text.StartsWith($text[0]) | Should -BeTrue
            $text.Length | Should -BeGreaterThan 1
            @{ $text = 1 }[$text] | Should -Be 1
            $text -eq "$text".ToUpperInvariant() | Should -BeTrue
            "$text".ToUpperInvariant() -eq $text | Should -BeTrue
            $text -in 'x', "$text" | Should -BeTrue
            (& { switch ($text) { "$text" { 'found' } } }) | Should -Be found
            ConvertTo-Json $text | ConvertFrom-Json | Should -BeExactly $text
        }

        switch ($Kind) {
            one { ([pscustomobject]@{ V = $value } | Group-Object V -AsHashTable).ContainsKey($value) | Should -BeTrue }
            list { $value -contains $texts[0] | Should -BeTrue }
            map {
                $value.team | Should -BeExactly $texts[0]
                $value['team'] | Should -BeExactly $texts[0]
                $value['other'] | Should -BeNullOrEmpty
            }
        }
    }

    It 'is one in another runspace: <Type>.<Property>' -ForEach ($cases | Where-Object Kind -EQ one) {
        $owned = Invoke-Expression $Owner
        $owned | ForEach-Object -Parallel { $_.($using:Property).GetType().Name } | Should -Be String
    }

    It 'is plain in JSON, with everything else' {
        $json = $shop | ConvertTo-Json -Depth 9
        $json | Should -Not -Match 'IsLiteral|Literal|Typed|StoredDefinition|ViewTree|Shown'
        $plain = $json | ConvertFrom-Json
        $plain.Name | Should -BeExactly shop
        $plain.Tags.team | Should -BeExactly web
        $plain.RoleMappings[0].Rules[0].ClaimValue | Should -BeExactly ann@shop.example
    }

    It 'is found as users look for it' {
        $shop.UserPools.UserPool.Id -contains 'eu-west-1_Ab1Cd2Ef3' | Should -BeTrue
        ($shop | Where-Object Name -Like 's*').Name | Should -BeExactly shop
        @($shop, $shop | Sort-Object Name -Unique) | Should -HaveCount 1
        $shop.Name -replace 'sh', 'ch' | Should -BeExactly chop
        "$($shop.Name).yaml" | Should -BeExactly shop.yaml
    }

    It 'of every type is in this table' -ForEach @{ Listed = $cases.ForEach({ "$($_.Type).$($_.Property)" }) } {
        $core = [IdentityPools.IdentityPool].Assembly
        $found = foreach ($type in $core.GetExportedTypes() | Where-Object Namespace -EQ IdentityPools) {
            foreach ($property in $type.GetProperties() | Where-Object { $_.PropertyType -eq [object] -or "$($_.PropertyType)" -match 'Value(List|Map)\[System\.Object\]' }) {
                if (-not $property.GetIndexParameters() -and $type.Name -ne 'FunctionDictionary') { "$($type.Name).$($property.Name)" }
            }
        }
        $found | Sort-Object | Should -Be ($Listed | Sort-Object)
        $core.GetExportedTypes().GetProperties().Where({ "$($_.PropertyType)" -match 'TemplateValue' }) | Should -BeNullOrEmpty
    }
}

Describe 'A function' {
    BeforeAll { $pool = New-IdentityPool @{ 'Fn::ImportValue' = 'PoolName' } -Tag @{ team = @{ Ref = 'Team' } } }

    It 'is a dictionary, as it was written' {
        $pool.Name.'Fn::ImportValue' | Should -BeExactly PoolName
        $pool.Name['Fn::ImportValue'] | Should -BeExactly PoolName
        $pool.Tags.team.Ref | Should -BeExactly Team
        $pool.Name -is [System.Collections.IDictionary] | Should -BeTrue
        "$($pool.Name)" | Should -BeExactly '{"Fn::ImportValue":"PoolName"}'
        $pool | ConvertTo-Json -Depth 4 | ConvertFrom-Json | ForEach-Object { $_.Name.'Fn::ImportValue' } | Should -BeExactly PoolName
    }

    It 'equals the same function, and makes an equal definition' {
        $pool.Name -eq (New-IdentityPool @{ 'Fn::ImportValue' = 'PoolName' }).Name | Should -BeTrue
        (New-IdentityPool $pool.Name -Tag @{ team = $pool.Tags.team }) -eq $pool | Should -BeTrue
        (New-IdentityPool $pool.Name -Tag $pool.Tags) -eq $pool | Should -BeTrue
    }

    It 'cannot be changed' {
        { $pool.Name.'Fn::ImportValue' = 'x' } | Should -Throw -ExceptionType ([System.NotSupportedException])
        $pool.Name.'Fn::ImportValue' | Should -BeExactly PoolName
    }
}

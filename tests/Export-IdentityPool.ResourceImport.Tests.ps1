BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function Read-Json([string] $Name) { [IO.File]::ReadAllText("$TestDrive/$Name") | ConvertFrom-Json }
    function Get-FileName { @(Get-ChildItem -LiteralPath $TestDrive | ForEach-Object Name | Sort-Object) }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Export-IdentityPool -ResourceImport' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $session.Sandbox.AddUserPool('eu-west-1_Ab1Cd2Ef3', '1example23456789')
        $session.Sandbox.AddRole('arn:aws:iam::123456789012:role/team/Partner')
        $pool = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
            Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com |
            Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UseToken -ResolveAmbiguousRoles |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email a@b.c (New-IdentityPoolRole Admin)) |
            Add-PrincipalTag -Provider Google -Tag @{ mail = 'email' } |
            Grant-IdentityPoolAccess -Role Admin -Action s3:GetObject -Resource arn:aws:s3:::shop/* |
            Publish-IdentityPool -PassThru -WarningAction SilentlyContinue
        $guid = $pool.Id -replace '^.*:'
    }

    BeforeEach {
        Get-ChildItem -LiteralPath $TestDrive | ForEach-Object { Remove-Item -LiteralPath $_.FullName -Recurse }
    }

    It 'writes three files beside one another' {
        $files = Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.template.yaml" -ResourceImport -PassThru
        "$($files.Name)" | Should -Be 'shop.template.yaml shop.import.template.yaml shop.resources-to-import.json'
        Get-FileName | Should -Be @('shop.import.template.yaml', 'shop.resources-to-import.json', 'shop.template.yaml')
    }

    It 'is read once by a wildcard, which leaves out what is written beside a template' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/office.json" -ResourceImport
        (Import-IdentityPool "$TestDrive/*.json").Name | Should -Be 'shop'
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.template.yaml" -ResourceImport
        New-IdentityPool other | Export-IdentityPool "$TestDrive/other.import.template.yaml"
        New-IdentityPool other | Export-IdentityPool "$TestDrive/other.template.yaml"
        (Import-IdentityPool "$TestDrive/*.template.yaml").Name | Should -Be @('other', 'other', 'shop')
        $said = Import-IdentityPool "$TestDrive/shop*.yaml" -Verbose 4>&1
        "$($said[0])" | Should -BeLike '*shop.import.template.yaml is skipped:*shop.template.yaml*'
        $said | Should -HaveCount 2
    }

    It 'is read with what is written beside it where that is named' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.template.yaml" -ResourceImport
        Import-IdentityPool "$TestDrive/shop.import.template.yaml" | Should -HaveCount 1
        Import-IdentityPool "$TestDrive/*.import.template.yaml" | Should -HaveCount 1
        Get-ChildItem -Path $TestDrive -Filter '*.template.yaml' | Import-IdentityPool | Should -HaveCount 2
    }

    It 'names each resource by what it is called in AWS' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -ResourceImport
        $list = Read-Json shop.resources-to-import.json
        $known = @{}
        $list | ForEach-Object { $known[$_.LogicalResourceId] = $_ }
        $known.ShopIdentityPool.ResourceIdentifier.Id | Should -Be $pool.Id
        $known.ShopIdentityPoolRoleAttachment.ResourceIdentifier.IdentityPoolId | Should -Be $pool.Id
        $known.ShopIdentityPoolAdminRole.ResourceIdentifier.RoleName | Should -Be "Admin-$guid"
        $known.ShopIdentityPoolGooglePrincipalTag.ResourceIdentifier.IdentityProviderName | Should -Be accounts.google.com
        $session.Sandbox.Invoke('GetIdentityPoolRoles', (ConvertTo-Json @{ IdentityPoolId = $pool.Id })) | Should -Match "Admin-$guid"
    }

    It 'lists exactly the resources of the template, which has a deletion policy for each and no outputs' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -ResourceImport
        $template = Read-Json shop.import.json
        $list = Read-Json shop.resources-to-import.json
        @($template.Resources.PSObject.Properties.Name | Sort-Object) | Should -Be @($list.LogicalResourceId | Sort-Object)
        foreach ($resource in $list) {
            $made = $template.Resources.($resource.LogicalResourceId)
            $made.Type | Should -Be $resource.ResourceType
            $made.DeletionPolicy | Should -Be Retain
        }
        $template.PSObject.Properties.Name | Should -Not -Contain Outputs
        (Read-Json shop.json).PSObject.Properties.Name | Should -Contain Outputs
    }

    It 'has in both templates the same resources with the same properties, so that the update after the import changes none' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -ResourceImport
        $import = (Read-Json shop.import.json).Resources
        $full = (Read-Json shop.json).Resources
        foreach ($name in $full.PSObject.Properties.Name) {
            (ConvertTo-Json $import.$name.Properties -Depth 20) | Should -Be (ConvertTo-Json $full.$name.Properties -Depth 20) -Because $name
        }
    }

    It 'says of the pool what the account says of it' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -ResourceImport
        $resources = (Read-Json shop.json).Resources
        $said = $resources.ShopIdentityPool.Properties
        $there = $session.Sandbox.Invoke('DescribeIdentityPool', (ConvertTo-Json @{ IdentityPoolId = $pool.Id })) | ConvertFrom-Json
        foreach ($name in 'IdentityPoolName', 'AllowUnauthenticatedIdentities', 'AllowClassicFlow', 'CognitoIdentityProviders', 'SupportedLoginProviders') {
            (ConvertTo-Json $said.$name) | Should -Be (ConvertTo-Json $there.$name) -Because $name
        }

        $roles = $session.Sandbox.Invoke('GetIdentityPoolRoles', (ConvertTo-Json @{ IdentityPoolId = $pool.Id })) | ConvertFrom-Json
        $arns = @{}
        (Get-IdentityPool shop).Roles | ForEach-Object { $arns["ShopIdentityPool$($_.Name)Role"] = "$($_.Arn)" }
        $attachment = $resources.ShopIdentityPoolRoleAttachment.Properties
        foreach ($kind in 'authenticated', 'unauthenticated') { $arns[$attachment.Roles.$kind.'Fn::GetAtt'[0]] | Should -Be $roles.Roles.$kind }
        foreach ($key in $roles.RoleMappings.PSObject.Properties.Name) {
            $mapping = $attachment.RoleMappings.PSObject.Properties.Value | Where-Object IdentityProvider -EQ $key
            $mapping.Type | Should -Be $roles.RoleMappings.$key.Type
            $mapping.AmbiguousRoleResolution | Should -Be $roles.RoleMappings.$key.AmbiguousRoleResolution
        }
    }

    It 'reads back as the pool that was exported' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.yaml" -ResourceImport
        Import-IdentityPool "$TestDrive/shop.yaml" | Compare-IdentityPool -Id $pool.Id -Prune | Should -BeNullOrEmpty
        Import-IdentityPool "$TestDrive/shop.import.yaml" | Compare-IdentityPool -Id $pool.Id -Prune | Should -BeNullOrEmpty
    }

    It 'is refused for a pool that is not known to exist, and writes nothing' {
        { New-IdentityPool office | Export-IdentityPool "$TestDrive/office.yaml" -ResourceImport } |
            Should -Throw -ErrorId 'ResourceImportNeedsId,IdentityPools.Commands.ExportIdentityPoolCommand'
        Get-FileName | Should -BeNullOrEmpty
    }

    It 'is refused where a resource has no known name' {
        # The user pool of the definition was created, but the definition does not say as what.
        { Get-IdentityPool shop | Add-UserPoolAuthentication (New-UserPool people) | Export-IdentityPool "$TestDrive/shop.yaml" -ResourceImport } |
            Should -Throw -ErrorId 'ResourceImportUnknown,IdentityPools.Commands.ExportIdentityPoolCommand'
        Get-FileName | Should -BeNullOrEmpty
    }

    It 'is refused for a fragment' {
        { Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.yaml" -ResourceImport -Fragment } |
            Should -Throw -ErrorId 'ResourceImportOfFragment,IdentityPools.Commands.ExportIdentityPoolCommand'
    }

    It 'keeps every file that is there with -NoClobber' {
        Set-Content -LiteralPath "$TestDrive/shop.resources-to-import.json" -Value 'mine'
        { Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.yaml" -ResourceImport -NoClobber } |
            Should -Throw -ErrorId 'FileExists,IdentityPools.Commands.ExportIdentityPoolCommand'
        Get-FileName | Should -Be @('shop.resources-to-import.json')
    }

    It 'writes nothing with -WhatIf' {
        Get-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.yaml" -ResourceImport -WhatIf
        Get-FileName | Should -BeNullOrEmpty
    }
}

Describe 'ConvertTo-IdentityPoolTemplate -Parameter' {
    BeforeAll {
        $staged = New-IdentityPool @{ 'Fn::Sub' = 'shop-${Stage}' } | Add-LoginProvider -Google @{ Ref = 'GoogleClientId' }
    }

    It 'declares a default, and all that CloudFormation knows of a parameter' {
        $template = $staged | ConvertTo-IdentityPoolTemplate -Format Json -Parameter @{
            Stage = @{ Default = 'dev'; AllowedValues = 'dev', 'test', 'prod'; Description = 'The stage.'; MaxLength = 4 }
            GoogleClientId = '1234567890-dev.apps.googleusercontent.com'
        } | ConvertFrom-Json
        $template.Parameters.Stage.Type | Should -Be String
        $template.Parameters.Stage.Default | Should -Be dev
        "$($template.Parameters.Stage.AllowedValues)" | Should -Be 'dev test prod'
        $template.Parameters.Stage.MaxLength | Should -Be 4
        $template.Parameters.GoogleClientId.Default | Should -Be '1234567890-dev.apps.googleusercontent.com'
    }

    It 'does not change the definition that is read back' {
        $staged | Export-IdentityPool "$TestDrive/staged.yaml" -Parameter @{ Stage = 'dev' }
        (Import-IdentityPool "$TestDrive/staged.yaml") -eq $staged | Should -BeTrue
    }

    It 'takes a value from Parameter Store' {
        $template = $staged | ConvertTo-IdentityPoolTemplate -Format Json -Parameter @{
            GoogleClientId = @{ Type = 'AWS::SSM::Parameter::Value<String>'; Default = '/shop/google' }
        } | ConvertFrom-Json
        $template.Parameters.GoogleClientId.Type | Should -Be 'AWS::SSM::Parameter::Value<String>'
    }

    It 'lets the parameter of a secret be described, and not be given' {
        $password = [securestring]::new()
        'S3cret'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $pool = New-IdentityPool shop | Add-LoginProvider -Twitter ([pscredential]::new('key', $password))
        $template = $pool | ConvertTo-IdentityPoolTemplate -Format Json -Parameter @{ ShopIdentityPoolTwitterConsumerSecret = @{ MinLength = 10; NoEcho = $false } } | ConvertFrom-Json
        $template.Parameters.ShopIdentityPoolTwitterConsumerSecret.NoEcho | Should -BeTrue
        $template.Parameters.ShopIdentityPoolTwitterConsumerSecret.MinLength | Should -Be 10
        { $pool | ConvertTo-IdentityPoolTemplate -Parameter @{ ShopIdentityPoolTwitterConsumerSecret = 'S3cret' } } |
            Should -Throw -ErrorId 'ParameterDefaultOfSecret,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand'
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a parameter that nothing refers to'; Id = 'ParameterUnused'; Parameter = @{ Region = 'x' } }
        @{ Case = 'a name with a hyphen'; Id = 'InvalidParameterName'; Parameter = @{ 'the-stage' = 'x' } }
        @{ Case = 'an attribute that is none'; Id = 'UnknownParameterAttribute'; Parameter = @{ Stage = @{ Defalt = 'x' } } }
        @{ Case = 'a list as default'; Id = 'InvalidParameterValue'; Parameter = @{ Stage = 'a', 'b' } }
        @{ Case = 'no list of allowed values'; Id = 'InvalidParameterAttribute'; Parameter = @{ Stage = @{ AllowedValues = 'a' } } }
        @{ Case = 'a type that is none'; Id = 'InvalidParameterType'; Parameter = @{ Stage = @{ Type = 'Text' } } }
        @{ Case = 'a default that is not allowed'; Id = 'ParameterDefaultNotAllowed'; Parameter = @{ Stage = @{ Default = 'x'; AllowedValues = 'a', 'b' } } }
        @{ Case = 'a default that is too long'; Id = 'ParameterDefaultLength'; Parameter = @{ Stage = @{ Default = 'long'; MaxLength = 3 } } }
        @{ Case = 'a secret with its value'; Id = 'ParameterDefaultOfSecret'; Parameter = @{ Stage = @{ Default = 'x'; NoEcho = $true } } }
        @{ Case = 'a description that is too long'; Id = 'ParameterDescriptionTooLong'; Parameter = @{ Stage = @{ Description = 'x' * 4001 } } }
    ) {
        { $staged | ConvertTo-IdentityPoolTemplate -Parameter $Parameter } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand"
    }

    It 'refuses parameters of a fragment' {
        { $staged | ConvertTo-IdentityPoolTemplate -Fragment -Parameter @{ Stage = 'dev' } } |
            Should -Throw -ErrorId 'ParameterOfFragment,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand'
    }
}

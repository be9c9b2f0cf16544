BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $pool = New-IdentityPool shop | Add-LoginProvider -Google g
}

Describe 'Export-IdentityPool' {
    It 'writes <Extension> as <Start>' -ForEach @(
        @{ Extension = 'json'; Start = '{' }
        @{ Extension = 'yaml'; Start = 'AWSTemplateFormatVersion' }
        @{ Extension = 'yml'; Start = 'AWSTemplateFormatVersion' }
        @{ Extension = 'template'; Start = 'AWSTemplateFormatVersion' }
    ) {
        $path = Join-Path $TestDrive "shop.$Extension"
        $pool | Export-IdentityPool $path | Should -BeNullOrEmpty
        (Get-Content -LiteralPath $path -Raw).StartsWith($Start) | Should -BeTrue
        (Import-IdentityPool -LiteralPath $path) -eq $pool | Should -BeTrue
    }

    It 'writes the text that ConvertTo-IdentityPoolTemplate gives, in UTF-8 without a byte order mark' {
        $path = Join-Path $TestDrive 'same.yaml'
        $named = New-IdentityPool shop -Tag @{ city = 'Zürich' }
        $named | Export-IdentityPool -Path $path
        [IO.File]::ReadAllText($path) | Should -BeExactly ($named | ConvertTo-IdentityPoolTemplate)
        [IO.File]::ReadAllBytes($path)[0] | Should -Be ([byte][char]'A')
    }

    It 'emits the file on demand' {
        $file = $pool | Export-IdentityPool (Join-Path $TestDrive 'passed.yaml') -PassThru
        $file | Should -BeOfType System.IO.FileInfo
        $file.Name | Should -Be 'passed.yaml'
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.yaml'
        $pool | Export-IdentityPool $path -WhatIf
        Test-Path -LiteralPath $path | Should -BeFalse
    }

    It 'overwrites, unless told not to' {
        $path = Join-Path $TestDrive 'kept.yaml'
        Set-Content -LiteralPath $path -Value 'mine'
        { $pool | Export-IdentityPool $path -NoClobber } | Should -Throw -ErrorId 'FileExists,IdentityPools.Commands.ExportIdentityPoolCommand'
        Get-Content -LiteralPath $path | Should -Be 'mine'
        $pool | Export-IdentityPool $path
        Get-Content -LiteralPath $path -Raw | Should -Match 'AWS::Cognito::IdentityPool'
    }

    It 'overwrites a file that is read-only with -Force only' {
        $path = Join-Path $TestDrive 'readonly.yaml'
        Set-Content -LiteralPath $path -Value 'mine'
        [IO.File]::SetAttributes($path, 'ReadOnly')
        { $pool | Export-IdentityPool $path } | Should -Throw -ErrorId 'FileReadOnly,IdentityPools.Commands.ExportIdentityPoolCommand'
        Get-Content -LiteralPath $path | Should -Be 'mine'
        $pool | Export-IdentityPool $path -Force
        Get-Content -LiteralPath $path -Raw | Should -Match 'AWS::Cognito::IdentityPool'
    }

    It 'takes brackets literally with -LiteralPath' {
        $path = Join-Path $TestDrive 'shop[1].yaml'
        $pool | Export-IdentityPool -LiteralPath $path
        [IO.File]::Exists($path) | Should -BeTrue
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a directory that does not exist'; Path = 'none/shop.yaml'; Id = 'DirectoryNotFound' }
        @{ Why = 'a path that is a directory'; Path = '.'; Id = 'PathIsDirectory' }
        @{ Why = 'an extension that tells nothing'; Path = 'shop.txt'; Id = 'FormatUnknown' }
        @{ Why = 'a wildcard that fits nothing'; Path = 'none*.yaml'; Id = 'FileNotFound' }
    ) {
        $full = Join-Path $TestDrive $Path
        { $pool | Export-IdentityPool $full } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.ExportIdentityPoolCommand"
    }

    It 'refuses a path that is not of the file system' {
        { $pool | Export-IdentityPool variable:x -Format Json } | Should -Throw -ErrorId 'PathNotFileSystem,IdentityPools.Commands.ExportIdentityPoolCommand'
    }

    It 'leaves nothing half-written when a pool cannot be exported' {
        $path = Join-Path $TestDrive 'whole.yaml'
        $incomplete = New-IdentityPool bad | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b arn:aws:iam::123456789012:role/Admin)
        { $pool, $incomplete | Export-IdentityPool $path } | Should -Throw -ErrorId 'MappedProviderMissing,IdentityPools.Commands.ExportIdentityPoolCommand'
        Test-Path -LiteralPath $path | Should -BeFalse
        [IO.Directory]::GetFiles($TestDrive, '.whole*') | Should -HaveCount 0
    }

    It 'says when a function asks for what nobody defines' {
        { New-IdentityPool -Name @{ 'Fn::GetAtt' = 'Stack.Name' } | Export-IdentityPool (Join-Path $TestDrive 'x.yaml') } |
            Should -Throw -ErrorId 'AttributeOfUnknownResource,IdentityPools.Commands.ExportIdentityPoolCommand' -ExpectedMessage '*Fn::ImportValue*-Fragment*'
    }

    It 'spreads many pools over numbered files that are each a template' {
        $pools = 1..130 | ForEach-Object { New-IdentityPool "tenant-$_" }
        $files = $pools | Export-IdentityPool (Join-Path $TestDrive 'tenants.template.json') -PassThru
        $files.Count | Should -BeGreaterThan 1
        $files[0].Name | Should -Be 'tenants.template-001.json'
        $read = $files | Import-IdentityPool
        $read | Should -HaveCount 130
        for ($i = 0; $i -lt 130; $i++) { $read[$i] -eq $pools[$i] | Should -BeTrue }
    }

    It 'moves no pool to another file when one is added at the end' {
        $pools = 1..110 | ForEach-Object { New-IdentityPool "tenant-$_" }
        $before = $pools | Export-IdentityPool (Join-Path $TestDrive 'before.json') -PassThru
        $after = $pools + (New-IdentityPool last) | Export-IdentityPool (Join-Path $TestDrive 'after.json') -PassThru
        Get-Content -LiteralPath $after[0].FullName -Raw | Should -BeExactly (Get-Content -LiteralPath $before[0].FullName -Raw)
    }

    It 'refuses to create one user pool from two templates' {
        $shared = New-UserPool shared
        $pools = 1..130 | ForEach-Object { New-IdentityPool "tenant-$_" | Add-UserPoolAuthentication $shared }
        { $pools | Export-IdentityPool (Join-Path $TestDrive 'shared.json') } | Should -Throw -ErrorId 'SharedAcrossTemplates,IdentityPools.Commands.ExportIdentityPoolCommand'
    }
}

Describe 'ConvertTo-IdentityPoolTemplate' {
    It 'puts all pools of the pipeline into one template' {
        $template = (New-IdentityPool a), (New-IdentityPool b) | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.AIdentityPool.Type | Should -Be 'AWS::Cognito::IdentityPool'
        $template.Resources.BIdentityPool.Type | Should -Be 'AWS::Cognito::IdentityPool'
    }

    It 'refuses two pools with one logical id' {
        { (New-IdentityPool shop), (New-IdentityPool shop -AllowUnauthenticatedIdentities) | ConvertTo-IdentityPoolTemplate } |
            Should -Throw -ErrorId 'DuplicateLogicalId,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand'
    }

    It 'makes the Resources section alone' {
        $fragment = $pool | ConvertTo-IdentityPoolTemplate -Format Json -Fragment | ConvertFrom-Json
        "$($fragment.psobject.Properties.Name)" | Should -Be 'Resources'
    }

    It 'writes for a region: <Region>' -ForEach @(
        @{ Region = 'us-gov-west-1'; Principal = 'cognito-identity-us-gov.amazonaws.com' }
        @{ Region = 'us-gov-east-1'; Principal = 'cognito-identity.us-gov-east-1.amazonaws.com' }
        @{ Region = 'cn-north-1'; Principal = 'cognito-identity.cn-north-1.amazonaws.com.cn' }
        @{ Region = 'eu-west-1'; Principal = 'cognito-identity.amazonaws.com' }
    ) {
        $template = $pool | ConvertTo-IdentityPoolTemplate -Format Json -Region $Region | ConvertFrom-Json
        $trust = $template.Resources.ShopIdentityPoolAuthenticatedRole.Properties.AssumeRolePolicyDocument.Statement[0]
        $trust.Principal.Federated | Should -Be $Principal
        $trust.Condition.StringEquals."${Principal}:aud".Ref | Should -Be 'ShopIdentityPool'
        $template.Outputs.ShopIdentityPoolArn.Value.'Fn::Sub' | Should -Match ":cognito-identity:${Region}:"
    }

    It 'refuses a region that is none' {
        { $pool | ConvertTo-IdentityPoolTemplate -Region Europe } | Should -Throw -ErrorId 'InvalidRegion,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand'
    }

    It 'refuses more pools than one template holds' {
        { 1..130 | ForEach-Object { New-IdentityPool "t$_" } | ConvertTo-IdentityPoolTemplate } |
            Should -Throw -ErrorId 'TemplateTooLarge,IdentityPools.Commands.ConvertToIdentityPoolTemplateCommand' -ExpectedMessage '*Export-IdentityPool*'
    }
}

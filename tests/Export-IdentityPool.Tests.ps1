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
        @{ Why = 'a wildcard that cannot be read'; Path = 'shop[1/shop.yaml'; Id = 'FileNotFound' }
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

Describe 'Export-IdentityPool, pools of one name' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        foreach ($name in 'dup', 'dup', 'my-shop', 'my shop', 'MyShop') {
            $null = $session.Sandbox.Invoke('CreateIdentityPool', (ConvertTo-Json @{ IdentityPoolName = $name; AllowUnauthenticatedIdentities = $false; AllowClassicFlow = $true }))
        }

        function Get-LogicalId($Pool) { 'DupIdentityPool' + ($Pool.Id -replace '^.*:' -replace '-.*$') }
    }

    AfterAll {
        Disconnect-IdentityPool
    }

    It 'writes both of one name, each under its own id, and says so' {
        $path = Join-Path $TestDrive 'dup.yaml'
        $messages = Get-IdentityPool dup | Export-IdentityPool $path -Verbose 4>&1
        $read = Import-IdentityPool $path
        $read.Name | Should -Be @('dup', 'dup')
        $pools = Get-IdentityPool dup
        @($read.LogicalId | Sort-Object) | Should -Be @($pools | ForEach-Object { Get-LogicalId $_ } | Sort-Object)
        foreach ($pool in $pools) { "$messages" | Should -Match ([regex]::Escape($pool.Id) + ".*'$(Get-LogicalId $pool)'") }
    }

    It 'gives each the same logical id in any order, and keeps the one of a pool alone' {
        $pools = Get-IdentityPool dup
        $there = $pools | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $back = $pools[1], $pools[0] | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        @($there.Resources.PSObject.Properties.Name | Sort-Object) | Should -Be @($back.Resources.PSObject.Properties.Name | Sort-Object)
        $pools[0] | ConvertTo-IdentityPoolTemplate | Should -Match '(?m)^  DupIdentityPool:'
    }

    It 'lists each with its own id for an import' {
        $path = Join-Path $TestDrive 'import.json'
        Get-IdentityPool dup | Export-IdentityPool $path -ResourceImport
        $list = @(Get-Content -LiteralPath (Join-Path $TestDrive 'import.resources-to-import.json') -Raw | ConvertFrom-Json | Where-Object ResourceType -EQ AWS::Cognito::IdentityPool)
        $list.ResourceIdentifier.Id | Should -HaveCount 2
        foreach ($pool in Get-IdentityPool dup) {
            ($list | Where-Object { $_.ResourceIdentifier.Id -eq $pool.Id }).LogicalResourceId | Should -Be (Get-LogicalId $pool)
        }
    }

    It 'writes names that become one logical id' {
        $template = Get-IdentityPool | ConvertTo-IdentityPoolTemplate
        [regex]::Matches($template, '(?m)^      IdentityPoolName: ').Count | Should -Be 5
    }

    It 'writes a pool that was given twice once' {
        $pool = Get-IdentityPool 'my shop'
        [regex]::Matches(($pool, $pool | ConvertTo-IdentityPoolTemplate), '(?m)^      IdentityPoolName: ').Count | Should -Be 1
    }

    It 'refuses two definitions of one logical id, although they say the same, with a remedy that works' {
        $path = Join-Path $TestDrive 'refused.yaml'
        { (New-IdentityPool shop), (New-IdentityPool shop) | Export-IdentityPool $path } |
            Should -Throw -ErrorId 'DuplicateLogicalId,IdentityPools.Commands.ExportIdentityPoolCommand' -ExpectedMessage '*-LogicalId*separate*'
        (New-IdentityPool my-shop), (New-IdentityPool MyShop -LogicalId Other) | Export-IdentityPool $path
        (Import-IdentityPool $path).Name | Should -Be @('my-shop', 'MyShop')
    }

    It 'tells the findings of both apart' {
        $log = Get-IdentityPool dup | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif | ConvertFrom-Json
        $prints = $log.runs[0].results.partialFingerprints.'identityPoolFinding/v1'
        $prints.Count | Should -BeGreaterThan 1
        @($prints | Sort-Object -Unique) | Should -HaveCount $prints.Count
    }

    It 'writes a file for each, named after it, where each keeps its logical id' {
        $folder = Join-Path $TestDrive 'each'
        $files = Get-IdentityPool | Export-IdentityPool $folder -FilePerPool -PassThru
        $files | Should -HaveCount 5
        foreach ($file in $files) { (Import-IdentityPool -LiteralPath $file.FullName).Name | Should -Be ($file.BaseName -replace '^dup-[0-9a-f]{8}$', 'dup' -replace '^(my.?shop)-[0-9a-f]{8}$', '$1') }
        ($files | Where-Object Name -Like 'dup-*').Count | Should -Be 2
        (Import-IdentityPool -LiteralPath ($files | Where-Object Name -Like 'dup-*').FullName).LogicalId | Should -Be @('DupIdentityPool', 'DupIdentityPool')
    }

    It 'says which file is left from when a name was alone' {
        $folder = Join-Path $TestDrive 'left'
        (Get-IdentityPool dup)[0] | Export-IdentityPool $folder -FilePerPool
        $null = Get-IdentityPool dup | Export-IdentityPool $folder -FilePerPool -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'dup\.yaml'
    }
}

Describe 'Export-IdentityPool -FilePerPool' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'makes the folder and the files, in the format that is asked for' {
        $pools = (New-IdentityPool a), (New-IdentityPool 'b c')
        $files = $pools | Export-IdentityPool (Join-Path $folder 'deep/er') -FilePerPool -Format Json -PassThru
        $files.Name | Should -Be @('a.json', 'b c.json')
        (Import-IdentityPool -LiteralPath $files.FullName) | Should -Be $pools
        $pools | Export-IdentityPool -LiteralPath (Join-Path $folder 'deep/er/') -FilePerPool
        @(Get-ChildItem -LiteralPath (Join-Path $folder 'deep/er') -Filter *.yaml) | Should -HaveCount 2
    }

    It 'writes what an import needs beside each' {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        try {
            foreach ($name in 'one', 'two') { $null = $session.Sandbox.Invoke('CreateIdentityPool', (ConvertTo-Json @{ IdentityPoolName = $name; AllowUnauthenticatedIdentities = $false })) }
            $files = Get-IdentityPool | Export-IdentityPool $folder -FilePerPool -ResourceImport -PassThru
        } finally {
            Disconnect-IdentityPool
        }

        @($files.Name | Sort-Object) | Should -Be @('one.import.yaml', 'one.resources-to-import.json', 'one.yaml', 'two.import.yaml', 'two.resources-to-import.json', 'two.yaml')
    }

    It 'makes nothing with -WhatIf, and nothing when one cannot be exported' {
        New-IdentityPool a | Export-IdentityPool $folder -FilePerPool -WhatIf
        Test-Path -LiteralPath $folder | Should -BeFalse
        $incomplete = New-IdentityPool bad | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b arn:aws:iam::123456789012:role/Admin)
        { (New-IdentityPool a), $incomplete | Export-IdentityPool $folder -FilePerPool } | Should -Throw -ErrorId 'MappedProviderMissing,IdentityPools.Commands.ExportIdentityPoolCommand'
        Test-Path -LiteralPath $folder | Should -BeFalse
    }

    It 'keeps all files with -NoClobber when one is there, unless forced' {
        New-IdentityPool b | Export-IdentityPool $folder -FilePerPool
        { (New-IdentityPool a), (New-IdentityPool b) | Export-IdentityPool $folder -FilePerPool -NoClobber } |
            Should -Throw -ErrorId 'FileExists,IdentityPools.Commands.ExportIdentityPoolCommand'
        (Get-ChildItem -LiteralPath $folder).Name | Should -Be 'b.yaml'
        (New-IdentityPool a), (New-IdentityPool b) | Export-IdentityPool $folder -FilePerPool -NoClobber -Force
        (Get-ChildItem -LiteralPath $folder).Name | Should -Be @('a.yaml', 'b.yaml')
    }

    It 'refuses a file in place of the folder, and says of a folder without the switch how to use it' {
        $null = [IO.Directory]::CreateDirectory($folder)
        New-IdentityPool a | Export-IdentityPool (Join-Path $folder 'a.yaml')
        { New-IdentityPool a | Export-IdentityPool (Join-Path $folder 'a.yaml') -FilePerPool } | Should -Throw -ErrorId 'PathIsFile,IdentityPools.Commands.ExportIdentityPoolCommand'
        { New-IdentityPool a | Export-IdentityPool $folder } | Should -Throw -ErrorId 'PathIsDirectory,IdentityPools.Commands.ExportIdentityPoolCommand' -ExpectedMessage '*-FilePerPool*'
    }

    It 'refuses files that would be one: <Case>' -ForEach @(
        @{ Case = 'two definitions alike'; Names = 'a', 'a'; Id = 'DuplicatePoolFile' }
        @{ Case = 'a parameter that no pool has'; Names = 'a', 'b'; Id = 'ParameterUnused'; More = @{ Parameter = @{ None = 'x' } } }
    ) {
        $arguments = if ($Id -eq 'ParameterUnused') { $More } else { @{} }
        { $Names | ForEach-Object { New-IdentityPool $_ } | Export-IdentityPool $folder -FilePerPool @arguments } |
            Should -Throw -ErrorId "$Id,IdentityPools.Commands.ExportIdentityPoolCommand"
    }
}

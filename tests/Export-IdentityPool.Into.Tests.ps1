BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function New-AppTemplate([string] $NewLine = "`n") {
        $path = Join-Path $TestDrive "$(New-Guid).yaml"
        $lines = @(
            '# The app of the shop.'
            'Parameters:'
            '  Stage: { Type: String, Default: dev }'
            'Resources:'
            '  Topic:            # news'
            '    Type: "AWS::SNS::Topic"'
            '  Pool:'
            '    Type: AWS::Cognito::IdentityPool'
            '    DependsOn: Topic'
            '    Properties:'
            "        IdentityPoolName: !Sub 'shop-`${Stage}'   # by stage"
            '        AllowUnauthenticatedIdentities: false'
            '        SupportedLoginProviders:'
            '            accounts.google.com: "1234567890-shop.apps.googleusercontent.com"'
            '  Queue: { Type: AWS::SQS::Queue }'
            'Outputs:'
            '  PoolId: { Value: !Ref Pool, Export: { Name: shop-pool } }'
            '# The end.'
        )
        [IO.File]::WriteAllText($path, ($lines -join $NewLine) + $NewLine)
        $path
    }
}

Describe 'Export-IdentityPool -Into' {
    It 'leaves a file alone whose pool did not change' {
        $path = New-AppTemplate
        $before = (Get-Item $path).LastWriteTimeUtc
        Import-IdentityPool $path | Export-IdentityPool -Into $path | Should -BeNullOrEmpty
        (Get-Item $path).LastWriteTimeUtc | Should -Be $before
    }

    It 'changes only the lines of what changed, with lines that end in <Name>' -ForEach @(
        @{ Name = 'LF'; NewLine = "`n" }
        @{ Name = 'CRLF'; NewLine = "`r`n" }
    ) {
        $path = New-AppTemplate $NewLine
        $before = [IO.File]::ReadAllText($path) -split $NewLine
        Import-IdentityPool $path | Add-LoginProvider -Apple com.shop.web | Export-IdentityPool -Into $path
        $text = [IO.File]::ReadAllText($path)
        $after = $text -split $NewLine
        ($text -replace "`r`n", '').Contains("`n") | Should -Be ($Name -eq 'LF')
        Compare-Object $before $after | ForEach-Object { "$($_.SideIndicator) $($_.InputObject.Trim())" } | Should -Be '=> appleid.apple.com: com.shop.web'
        (Import-IdentityPool $path).LoginProviders.Provider | Should -Be 'Google', 'Apple'
    }

    It 'keeps the encoding of the file' {
        $path = New-AppTemplate
        [IO.File]::WriteAllText($path, [IO.File]::ReadAllText($path), [Text.Encoding]::Unicode)
        Import-IdentityPool $path | Set-IdentityPool -AllowClassicFlow:$false | Export-IdentityPool -Into $path
        [IO.File]::ReadAllBytes($path)[0..1] | Should -Be 0xFF, 0xFE
        (Import-IdentityPool $path).AllowClassicFlow | Should -BeFalse
    }

    It 'puts new resources beside the pool and emits the file on demand' {
        $path = New-AppTemplate
        $file = Import-IdentityPool $path | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.example.com) |
            Export-IdentityPool -Into $path -PassThru
        $file.FullName | Should -Be $path
        Get-Content $path | Select-String '^  \w+:' | ForEach-Object { $_.Line.Trim().Split(':')[0] } |
            Should -Be 'Stage', 'Topic', 'Pool', 'LoginExampleComOidcProvider', 'Queue', 'PoolId'
    }

    It 'writes nothing with -WhatIf' {
        $path = New-AppTemplate
        $before = Get-Content $path -Raw
        Import-IdentityPool $path | Remove-LoginProvider Google | Export-IdentityPool -Into $path -WhatIf
        Get-Content $path -Raw | Should -BeExactly $before
    }

    It 'tells the lines that change' {
        $path = New-AppTemplate
        $lines = Import-IdentityPool $path | Remove-LoginProvider Google | Export-IdentityPool -Into $path -Verbose 4>&1
        "$($lines.Message)" | Should -Match '-\s+14\s+accounts\.google\.com'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'IntoNeedsImport'; Action = { New-IdentityPool shop -LogicalId Pool | Export-IdentityPool -Into $path } }
        @{ Id = 'IntoEvaluated'; Action = { Import-IdentityPool $path -ParameterValue @{} | Export-IdentityPool -Into $path } }
        @{ Id = 'IntoPoolMissing'; Action = { Import-IdentityPool $path | Set-IdentityPool -LogicalId Other | Export-IdentityPool -Into $path } }
        @{ Id = 'IntoWithOption'; Action = { Import-IdentityPool $path | Export-IdentityPool -Into $path -Description x } }
        @{ Id = 'IntoConflict'; Action = {
                $pool = Import-IdentityPool $path | Add-LoginProvider -Apple com.shop.web
                (Get-Content $path -Raw).Replace('AllowUnauthenticatedIdentities: false', 'AllowUnauthenticatedIdentities: true') | Set-Content $path -NoNewline
                $pool | Export-IdentityPool -Into $path
            }
        }
        @{ Id = 'IntoTaken'; Action = {
                $pool = Import-IdentityPool $path | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.example.com)
                (Get-Content $path -Raw).Replace('  Queue:', '  LoginExampleComOidcProvider:') | Set-Content $path -NoNewline
                $pool | Export-IdentityPool -Into $path
            }
        }
        @{ Id = 'ChangeUnderFunction'; Action = {
                (Get-Content $path -Raw).Replace('        SupportedLoginProviders:', "        SupportedLoginProviders: !If`n          - C`n          - accounts.google.com: x`n          - !Ref AWS::NoValue`n        IdentityPoolTags:") | Set-Content $path -NoNewline
                Import-IdentityPool $path -WarningAction Ignore | Remove-LoginProvider Google | Export-IdentityPool -Into $path
            }
        }
    ) {
        $path = New-AppTemplate
        $fault = { & $Action } | Should -Throw -PassThru
        $fault.FullyQualifiedErrorId | Should -BeLike "$Id,*ExportIdentityPool*"
    }

    It 'merges with what others changed elsewhere in the file' {
        $path = New-AppTemplate
        $pool = Import-IdentityPool $path | Add-LoginProvider -Apple com.shop.web
        (Get-Content $path -Raw).Replace('Queue: { Type: AWS::SQS::Queue }', 'Queue: { Type: AWS::SNS::Topic }') | Set-Content $path -NoNewline
        $pool | Export-IdentityPool -Into $path
        Get-Content $path -Raw | Should -Match 'Queue: \{ Type: AWS::SNS::Topic \}'
        Get-Content $path -Raw | Should -Match 'appleid.apple.com: com.shop.web'
    }

    It 'keeps a user pool that the pool no longer uses, and says so' {
        $path = Join-Path $TestDrive 'people.yaml'
        New-IdentityPool shop | Add-UserPoolAuthentication (New-UserPool people) | Export-IdentityPool $path
        Import-IdentityPool $path | Remove-UserPoolAuthentication (Import-IdentityPool $path).UserPools[0].UserPool |
            Export-IdentityPool -Into $path -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 2
        $warnings[0] | Should -BeLike '*AWS::Cognito::UserPool*stays in the template*'
        $warnings[1] | Should -BeLike '*removed from the template: *Client (AWS::Cognito::UserPoolClient), Outputs.*'
        $text = Get-Content $path -Raw
        $text | Should -Match 'AWS::Cognito::UserPool\b'
        $text | Should -Not -Match 'AWS::Cognito::UserPoolClient'
        $text | Should -Not -Match 'ClientId'
    }
}

Describe 'Export-IdentityPool -Into, as files are' {
    It 'shows what is removed with -WhatIf, too' {
        $path = Join-Path $TestDrive 'client.yaml'
        New-IdentityPool shop | Add-UserPoolAuthentication (New-UserPool people) | Export-IdentityPool $path
        Import-IdentityPool $path | Remove-UserPoolAuthentication (Import-IdentityPool $path).UserPools[0].UserPool |
            Export-IdentityPool -Into $path -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'ShopIdentityPool\w*Client \(AWS::Cognito::UserPoolClient\)'
    }

    It 'takes a name with brackets as it is' {
        $folder = New-Item (Join-Path $TestDrive brackets) -ItemType Directory
        '[1].yaml', '1.yaml', '2.yaml' | ForEach-Object { [IO.File]::Copy((New-AppTemplate), (Join-Path $folder $_)) }
        Push-Location $folder
        try {
            Import-IdentityPool -LiteralPath '[1].yaml' | Add-LoginProvider -Apple com.shop.web | Export-IdentityPool -Into '[1].yaml'
            [IO.File]::ReadAllText((Join-Path $folder '[1].yaml')) | Should -Match 'com.shop.web'
            Get-Content 1.yaml -Raw | Should -Not -Match 'com.shop.web'
            $fault = { Import-IdentityPool 1.yaml | Export-IdentityPool -Into '[12].yaml' } | Should -Throw -PassThru
            $fault.FullyQualifiedErrorId | Should -BeLike 'IntoAmbiguous,*'
            $fault.Exception.Message | Should -Not -Match 'LiteralPath'
            $fault = { Import-IdentityPool 1.yaml | Export-IdentityPool -Into '[3].yaml' } | Should -Throw -PassThru
            $fault.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
            $fault.Exception.Message | Should -Not -Match 'LiteralPath'
        }
        finally {
            Pop-Location
        }
    }

    It 'reads a map in braces without quotes as YAML, and changes only its lines' {
        $path = Join-Path $TestDrive 'braces.yaml'
        Set-Content $path @'
{ # the shop
  Resources: {
    News: { Type: AWS::SNS::Topic },   # for the newsletter
    Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false } }
  }
}
'@
        $before = Get-Content $path
        Import-IdentityPool $path | Add-LoginProvider -Apple com.shop.web | Export-IdentityPool -Into $path
        (Compare-Object $before (Get-Content $path) | Where-Object SideIndicator -EQ '=>').InputObject.Trim() |
            Should -Be 'Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false, SupportedLoginProviders: {appleid.apple.com: com.shop.web} } }'
        (Get-Content $path -Raw | ConvertFrom-IdentityPoolTemplate).LoginProviders.Provider | Should -Be 'Apple'
    }

    It 'tells of JSON that is neither where it ends' {
        $path = Join-Path $TestDrive 'broken.json'
        Set-Content $path '{ "Resources": { "Pool": [ } }'
        $fault = { Import-IdentityPool $path -ErrorAction Stop } | Should -Throw -PassThru
        $fault.Exception.Message | Should -Match 'JSON'
    }

    It 'makes new parts for the partition of -Region' {
        $path = New-AppTemplate
        $pool = Import-IdentityPool $path | Set-IdentityPool -UnauthenticatedRole (New-IdentityPoolRole -For Unauthenticated)
        $before = Get-Content $path
        $pool | Export-IdentityPool -Into $path -Region cn-north-1
        (Compare-Object $before (Get-Content $path) | Where-Object SideIndicator -EQ '<=') | Should -BeNullOrEmpty
        Get-Content $path -Raw | Should -Match 'Federated: cognito-identity.cn-north-1.amazonaws.com.cn'
    }

    It 'leaves a secret in the file, and never shows it' {
        $path = Join-Path $TestDrive 'twitter.yaml'
        Set-Content $path @'
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
      SupportedLoginProviders: { api.twitter.com: key;s3cret }
'@
        $shown = Import-IdentityPool $path | Add-LoginProvider -Apple com.shop.web | Export-IdentityPool -Into $path -Verbose *>&1
        "$shown" | Should -Not -Match 's3cret'
        Get-Content $path -Raw | Should -Match '\{ api.twitter.com: key;s3cret, appleid.apple.com: com.shop.web \}'
        $secret = [pscredential]::new('key', (ConvertTo-SecureString n3w -AsPlainText))
        $shown = Import-IdentityPool $path | Set-LoginProvider -Twitter $secret | Export-IdentityPool -Into $path -Verbose *>&1
        "$shown" | Should -Not -Match 's3cret|n3w'
        "$shown" | Should -Match "Parameter 'PoolTwitterConsumerSecret' \(NoEcho\)"
        Get-Content $path -Raw | Should -Not -Match 's3cret|n3w'
    }

    It 'never shows the default of a parameter that is a secret' {
        $path = Join-Path $TestDrive 'default.yaml'
        Set-Content $path @'
Parameters:
  Secret: { Type: String, Default: s3cret }
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
      SupportedLoginProviders: { api.twitter.com: !Sub 'key;${Secret}' }
'@
        $pool = Import-IdentityPool $path -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match "parameter 'Secret'"
        $text = $pool | ConvertTo-IdentityPoolTemplate
        $text | Should -Match 'NoEcho: true'
        "$warnings$text" | Should -Not -Match 's3cret'
    }
}

Describe 'Export-IdentityPool over a template of more than pools' {
    It 'is refused without -Force, and names -Into' {
        $path = New-AppTemplate
        $before = Get-Content $path -Raw
        $fault = { Import-IdentityPool $path | Export-IdentityPool $path -WarningAction Ignore } | Should -Throw -PassThru
        $fault.FullyQualifiedErrorId | Should -BeLike 'ForeignResources,*'
        $fault.Exception.Message | Should -BeLike '*Topic, Queue*-Into*-Force*'
        Get-Content $path -Raw | Should -BeExactly $before
    }

    It 'overwrites with -Force' {
        $path = New-AppTemplate
        Import-IdentityPool $path | Export-IdentityPool $path -Force -WarningAction Ignore
        Get-Content $path -Raw | Should -Not -Match 'Topic'
    }

    It 'says what a template of the pool alone cannot keep' {
        $path = New-AppTemplate
        $null = Import-IdentityPool $path | ConvertTo-IdentityPoolTemplate -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeLike "Pool.DependsOn names 'Topic'*-Into*"
    }
}

Describe '-DeletionPolicy Retain' {
    It 'covers what the pool is of no use without' {
        $resources = (New-IdentityPool shop -DeletionPolicy Retain | Add-UserPoolAuthentication us-east-1_Ab1Cd2Ef3 |
                ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json).Resources
        $resources.PSObject.Properties.Value.DeletionPolicy | Should -Be (@('Retain') * 5)
        $resources.PSObject.Properties.Value.UpdateReplacePolicy | Should -Be (@('Retain') * 5)
    }
}

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
        $warnings | Should -BeLike '*AWS::Cognito::UserPool*stays in the template*'
        $text = Get-Content $path -Raw
        $text | Should -Match 'AWS::Cognito::UserPool\b'
        $text | Should -Not -Match 'AWS::Cognito::UserPoolClient'
        $text | Should -Not -Match 'ClientId'
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

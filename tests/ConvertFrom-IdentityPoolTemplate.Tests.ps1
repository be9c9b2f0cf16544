BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'

    $yaml = @'
Parameters:
  Stage: { Type: String, Default: test }
  Google: { Type: String }
Conditions:
  IsProd: !Equals [ !Ref Stage, prod ]
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: !Sub 'shop-${Stage}-${AWS::Region}'

      AllowUnauthenticatedIdentities: !If [ IsProd, false, true ]
      SupportedLoginProviders: { accounts.google.com: !Ref Google }
'@

    function Get-ErrorId([scriptblock] $Action) {
        try { $null = & $Action; 'no error' } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
    }
}

Describe 'ConvertFrom-IdentityPoolTemplate' {
    It 'joins lines, blank ones too' {
        ($yaml -split "`n" | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool
        (ConvertFrom-IdentityPoolTemplate ($yaml -split "`n")).LogicalId | Should -Be Pool
    }

    It 'takes what a native command prints' {
        Set-Content "$TestDrive/t.yaml" $yaml
        $lines = & (Get-Process -Id $PID).Path -NoProfile -Command "Get-Content -LiteralPath '$TestDrive/t.yaml'"
        ($lines | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool
    } -Skip:($Host.Name -ne 'ConsoleHost' -or (Get-Process -Id $PID).Path -notlike '*pwsh*')

    It 'opens an answer of AWS: <Name>' -ForEach @(
        @{ Name = 'a text'; Body = { $yaml } }
        @{ Name = 'an object'; Body = { @{ Resources = @{ Pool = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{ AllowUnauthenticatedIdentities = $false } } } } } }
    ) {
        $answer = @{ TemplateBody = & $Body; StagesAvailable = @('Original') }
        $json = $answer | ConvertTo-Json -Depth 20
        (($json -split "`n") | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool
        ($json | ConvertFrom-Json | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool
        ([pscustomobject] $answer, [pscustomobject] $answer | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool, Pool
        ($answer.TemplateBody | ConvertTo-Json -Depth 20 | ConvertFrom-IdentityPoolTemplate).LogicalId | Should -Be Pool
    }

    It 'evaluates, and gives the definition that the file gives' {
        Set-Content "$TestDrive/t.yaml" $yaml
        $values = @{ ParameterValue = @{ Google = 'g'; Stage = 'prod' }; Region = 'eu-west-1'; AccountId = '123456789012' }
        $pool = $yaml | ConvertFrom-IdentityPoolTemplate @values
        $pool.Name | Should -Be 'shop-prod-eu-west-1'
        $pool.AllowUnauthenticatedIdentities | Should -BeFalse
        Import-IdentityPool "$TestDrive/t.yaml" @values | Should -Be $pool
        ($yaml | ConvertFrom-IdentityPoolTemplate -ParameterValue @{ Google = 'g' }).AllowUnauthenticatedIdentities | Should -BeTrue
    }

    It 'asks for a value that is missing, and refuses one that cannot be' {
        Get-ErrorId { $yaml | ConvertFrom-IdentityPoolTemplate -ParameterValue @{} } | Should -Be ParameterValueMissing
        Get-ErrorId { $yaml | ConvertFrom-IdentityPoolTemplate -ParameterValue @{ Gogle = 1 } } | Should -Be ParameterValueUnknown
        Get-ErrorId { $yaml | ConvertFrom-IdentityPoolTemplate -Region nonsense } | Should -Be InvalidRegion
        Get-ErrorId { $yaml | ConvertFrom-IdentityPoolTemplate -AccountId 1 } | Should -Be InvalidAccountId
    }

    It 'keeps the secret of Twitter' {
        $template = @'
Parameters: { Secret: { Type: String, NoEcho: true } }
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
      SupportedLoginProviders: { api.twitter.com: !Sub 'key;${Secret}' }
'@
        $pool = $template | ConvertFrom-IdentityPoolTemplate -ParameterValue @{ Secret = 'opensesame' } -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $pool.LoginProviders.Secret.IsKnown | Should -BeTrue
        "$($pool | ConvertTo-Json -Depth 9) $($pool | Format-List * | Out-String) $($pool | ConvertTo-IdentityPoolTemplate)" | Should -Not -Match opensesame
    }

    It 'refuses what is no template: <Id>' -ForEach @(
        @{ Id = 'TemplateIsFile'; Given = { Get-Item $PSCommandPath } }
        @{ Id = 'TemplateNotText'; Given = { [pscustomobject] @{ Name = 'x' } } }
        @{ Id = 'TemplateNotText'; Given = { 42 } }
        @{ Id = 'NotATemplate'; Given = { 'a: 1' } }
        @{ Id = 'NotATemplate'; Given = { [pscustomobject] @{ TemplateBody = 'a: 1' } } }
        @{ Id = 'TemplateMalformed'; Given = { '{ "Resources": ' } }
        @{ Id = 'TemplateTooLong'; Given = { 'x' * 5MB } }
    ) {
        Get-ErrorId { & $Given | ConvertFrom-IdentityPoolTemplate } | Should -Be $Id
    }
}

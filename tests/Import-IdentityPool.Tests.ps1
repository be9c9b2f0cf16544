BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function New-TestFile([string] $Name, [string] $Text) {
        $path = Join-Path $TestDrive $Name
        Set-Content -LiteralPath $path -Value $Text -NoNewline
        $path
    }

    function Import-Text([string] $Text) {
        Import-IdentityPool -LiteralPath (New-TestFile 'template.yaml' $Text)
    }
}

Describe 'Import-IdentityPool' {
    It 'reads a template that was written by hand' {
        $pool = Import-Text @'
Parameters:
  UserPoolId:
    Type: String
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    DeletionPolicy: Retain
    Properties:
      IdentityPoolName: !Sub ${AWS::StackName}-pool
      AllowUnauthenticatedIdentities: no
      SupportedLoginProviders:
        accounts.google.com: 123.apps.googleusercontent.com
      CognitoIdentityProviders:
        - ProviderName: !Sub cognito-idp.${AWS::Region}.amazonaws.com/${UserPoolId}
          ClientId: !ImportValue ClientId
          ServerSideTokenCheck: true
  UserRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool }
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated }
  UserPolicy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: user
      Roles: [!Ref UserRole]
      PolicyDocument:
        Version: 2012-10-17
        Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' }
  Attachment:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool
      Roles:
        authenticated: !GetAtt UserRole.Arn
      RoleMappings:
        google:
          IdentityProvider: accounts.google.com
          Type: Rules
          AmbiguousRoleResolution: AuthenticatedRole
          RulesConfiguration:
            Rules:
              - { Claim: email, MatchType: Equals, Value: a@b.c, RoleARN: 'arn:aws:iam::123456789012:role/Admin' }
'@
        $pool.LogicalId | Should -Be 'Pool'
        "$($pool.Name)" | Should -Be '{"Fn::Sub":"${AWS::StackName}-pool"}'
        $pool.DeletionPolicy | Should -Be 'Retain'
        $pool.AllowUnauthenticatedIdentities | Should -BeFalse
        "$($pool.UserPools[0].UserPool)" | Should -Be '{"Ref":"UserPoolId"}'
        $pool.AuthenticatedRole.IsManaged | Should -BeTrue
        "$($pool.AuthenticatedRole.Statements[0].Actions)" | Should -Be 's3:GetObject'
        $pool.UnauthenticatedRole | Should -BeNullOrEmpty
        $pool.RoleMappings[0].MappingKey | Should -Be 'google'
        $pool.RoleMappings[0].Rules[0].MappedRole | Should -Be 'arn:aws:iam::123456789012:role/Admin'
    }

    It 'keeps the logical ids, so that nothing is replaced' {
        $text = New-IdentityPool shop -LogicalId Mine | Add-LoginProvider -Google g | ConvertTo-IdentityPoolTemplate
        $renamed = $text -replace 'MineAuthenticatedRole', 'RoleOfUsers' -replace 'MineRoleAttachment', 'TheAttachment'
        $again = Import-Text $renamed | ConvertTo-IdentityPoolTemplate
        $again | Should -Match '(?m)^  RoleOfUsers:'
        $again | Should -Match '(?m)^  TheAttachment:'
    }

    It 'names what it cannot carry: <Name>' -ForEach @(
        @{ Name = 'CognitoEvents' }
        @{ Name = 'PushSync' }
        @{ Name = 'CognitoStreams' }
        @{ Name = 'NobodyKnows' }
    ) {
        $null = Import-IdentityPool -LiteralPath (New-TestFile 'warn.yaml' "Resources: { Pool: { Type: 'AWS::Cognito::IdentityPool', Properties: { AllowUnauthenticatedIdentities: false, ${Name}: { A: b } } } }") -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match $Name
    }

    It 'reads the pools that are asked for' {
        $path = New-TestFile 'two.yaml' ((New-IdentityPool a), (New-IdentityPool b) | ConvertTo-IdentityPoolTemplate)
        (Import-IdentityPool $path).Name | Should -HaveCount 2
        (Import-IdentityPool $path -LogicalId BIdentityPool).Name | Should -Be 'b'
        { Import-IdentityPool $path -LogicalId C } | Should -Throw -ErrorId 'UnknownLogicalId,IdentityPools.Commands.ImportIdentityPoolCommand'
    }

    It 'takes files from the pipeline, and wildcards' {
        $null = New-TestFile 'wild1.json' (New-IdentityPool w1 | ConvertTo-IdentityPoolTemplate -Format Json)
        $null = New-TestFile 'wild2.json' (New-IdentityPool w2 | ConvertTo-IdentityPoolTemplate -Format Json)
        Import-IdentityPool (Join-Path $TestDrive 'wild*.json') | Should -HaveCount 2
        Get-ChildItem -Path $TestDrive -Filter 'wild*.json' | Import-IdentityPool | Should -HaveCount 2
    }

    It 'takes brackets literally, from the pipeline too, and says so where they fit nothing' {
        $path = New-TestFile 'shop[1].json' (New-IdentityPool brackets | ConvertTo-IdentityPoolTemplate -Format Json)
        (Import-IdentityPool -LiteralPath $path).Name | Should -Be 'brackets'
        (Get-Item -LiteralPath $path | Import-IdentityPool).Name | Should -Be 'brackets'
        $refusal = try { Import-IdentityPool $path } catch { $_ }
        $refusal.FullyQualifiedErrorId | Should -Be 'FileNotFound,IdentityPools.Commands.ImportIdentityPoolCommand'
        $refusal.Exception.Message | Should -Match '-LiteralPath'
        $plain = try { Import-IdentityPool (Join-Path $TestDrive 'none.json') } catch { $_ }
        $plain.Exception.Message | Should -Not -Match '-LiteralPath'
    }

    It 'knows drives' {
        $null = New-TestFile 'drive.json' (New-IdentityPool driven | ConvertTo-IdentityPoolTemplate -Format Json)
        $drives = $ExecutionContext.SessionState.Drive
        $null = $drives.New([System.Management.Automation.PSDriveInfo]::new('Templates', (Get-Item -LiteralPath $TestDrive).PSProvider, $TestDrive, '', $null), 'Local')
        (Import-IdentityPool Templates:/drive.json).Name | Should -Be 'driven'
        (Import-IdentityPool -LiteralPath Templates:/drive.json).Name | Should -Be 'driven'
    }

    It 'gives back the secret for Twitter as the name of its parameter' {
        $password = [securestring]::new()
        'secret'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $text = New-IdentityPool shop | Add-LoginProvider -Twitter ([pscredential]::new('key', $password)) | ConvertTo-IdentityPoolTemplate
        $pool = Import-Text $text
        $pool.LoginProviders[0].AppId | Should -Be 'key'
        $pool.LoginProviders[0].Secret.ParameterName | Should -Be 'ShopIdentityPoolTwitterConsumerSecret'
        $pool | ConvertTo-IdentityPoolTemplate | Should -BeExactly $text
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'an empty file'; Text = ''; Id = 'TemplateMalformed' }
        @{ Why = 'text'; Text = 'hello'; Id = 'NotATemplate' }
        @{ Why = 'half of a JSON template'; Text = '{ "Resources": { "Pool": '; Id = 'TemplateMalformed' }
        @{ Why = 'half of a YAML template'; Text = "Resources: { Pool: [ "; Id = 'TemplateMalformed' }
        @{ Why = 'a template without a pool'; Text = '{ "Resources": { "B": { "Type": "AWS::S3::Bucket" } } }'; Id = 'NoIdentityPool' }
        @{ Why = 'a JSON key twice'; Text = '{ "Resources": {}, "Resources": {} }'; Id = 'TemplateDuplicateKey' }
        @{ Why = 'a YAML key twice'; Text = "Resources: {}`nResources: {}"; Id = 'TemplateDuplicateKey' }
        @{ Why = 'aliases'; Text = "a: &a [x, x]`nb: &b [*a, *a]`nResources: *b"; Id = 'TemplateNotSupported' }
        @{ Why = 'deep JSON'; Text = '{"a":' * 100000; Id = 'TemplateTooDeep' }
        @{ Why = 'deep YAML'; Text = '[' * 100000; Id = 'TemplateTooDeep' }
        @{ Why = '5 MB'; Text = 'a' * 5MB; Id = 'FileTooLong' }
    ) {
        $path = New-TestFile 'hostile.yaml' $Text
        { Import-IdentityPool $path } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.ImportIdentityPoolCommand"
    }

    It 'goes on after a file that fails' {
        $good = New-TestFile 'good.json' (New-IdentityPool good | ConvertTo-IdentityPoolTemplate -Format Json)
        $pools = Import-IdentityPool -LiteralPath (Join-Path $TestDrive 'none.json'), $good -ErrorAction SilentlyContinue -ErrorVariable problems
        $pools.Name | Should -Be 'good'
        $problems[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,IdentityPools.Commands.ImportIdentityPoolCommand'
    }

    It 'refuses two attachments of one pool' {
        $text = @'
Resources:
  Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false } }
  One: { Type: AWS::Cognito::IdentityPoolRoleAttachment, Properties: { IdentityPoolId: !Ref Pool } }
  Two: { Type: AWS::Cognito::IdentityPoolRoleAttachment, Properties: { IdentityPoolId: !Ref Pool } }
'@
        { Import-Text $text } | Should -Throw -ErrorId 'SeveralRoleAttachments,IdentityPools.Commands.ImportIdentityPoolCommand'
    }
}

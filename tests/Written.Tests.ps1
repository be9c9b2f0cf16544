# What cannot exist is found when it is written, and what is not known is a warning with what was most likely meant.
BeforeDiscovery {
    $account = '123456789012'
    $refusals = @(
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:s3:::b/*'; Action = { New-PolicyStatement -Action s3:GetObject -Resource arn:aws:s3:eu-west-1::b/* } }
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:iam::123456789012:role/x'; Action = { New-RoleMappingRule a b arn:aws:iam:us-east-1:123456789012:role/x } }
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:iam::'; Action = { New-IdentityPool shop -AuthenticatedRole arn:aws:iam:us-east-1::role/x } }
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:s3:::b'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access Read -Resource arn:aws:s3:eu-west-1::b } }
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:s3:::b'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:eu-west-1::b } }
        @{ Id = 'ArnWithRegion'; Remedy = 'arn:aws:iam::aws:policy/ReadOnlyAccess'; Action = { New-IdentityPoolRole admins -ManagedPolicyArn arn:aws:iam:us-east-1:aws:policy/ReadOnlyAccess } }
        @{ Id = 'ArnWithRegion'; Remedy = 'Write arn:aws:s3:::up.'; Action = { New-PolicyStatement -Action s3:GetObject -Resource arn:aws:s3:eu-west-1:123456789012:up } }
        @{ Id = 'ArnWithoutRegion'; Remedy = 'dynamodb:'; Action = { New-PolicyStatement -Action dynamodb:GetItem -Resource arn:aws:dynamodb::123456789012:table/t } }
        @{ Id = 'ArnWithAccount'; Remedy = 'arn:aws:s3:::b'; Action = { New-PolicyStatement -Action s3:GetObject -Resource arn:aws:s3::123456789012:b } }
        @{ Id = 'ArnAccountId'; Remedy = '12 digits'; Action = { New-IdentityPoolRole admins -PermissionsBoundary arn:aws:iam::12345:policy/Bound } }
        @{ Id = 'ArnAccountId'; Remedy = '12 digits'; Action = { New-PolicyStatement -Action sns:Publish -Resource arn:aws:sns:eu-west-1:1234-5678-9012:offers } }
        @{ Id = 'ArnAccountId'; Remedy = '12 digits'; Action = { New-IdentityPool shop | Add-SamlProvider arn:aws:iam::1234567890123:saml-provider/Office } }
        @{ Id = 'ArnAccountId'; Remedy = '12 digits'; Action = { New-IdentityPool shop | Add-UserPoolAuthentication arn:aws:cognito-idp:eu-west-1:12:userpool/eu-west-1_Ab1Cd2Ef3 } }
        @{ Id = 'ArnAccountId'; Remedy = '12 digits'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn arn:aws:iam::x:policy/P } }
        @{ Id = 'ArnRegion'; Remedy = 'eu-west-1'; Action = { New-PolicyStatement -Action sns:Publish -Resource arn:aws:sns:eu-wset-1:123456789012:offers } }
        @{ Id = 'ArnPartition'; Remedy = 'aws-us-gov'; Action = { New-PolicyStatement -Action sns:Publish -Resource arn:aws-usgov:sns:us-gov-west-1:123456789012:offers } }
        @{ Id = 'ArnPartitionOfRegion'; Remedy = 'aws-cn'; Action = { New-PolicyStatement -Action sns:Publish -Resource arn:aws:sns:cn-north-1:123456789012:offers } }
        @{ Id = 'OpenIdConnectPort'; Remedy = 'keycloak.example'; Action = { New-OpenIdConnectProvider https://keycloak.example:8443/realms/shop } }
        @{ Id = 'OpenIdConnectPort'; Remedy = 'keycloak.example'; Action = { New-IdentityPool shop | Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/keycloak.example:8443/realms/shop } }
        @{ Id = 'InvalidOpenIdConnectUrl'; Remedy = 'https://'; Action = { New-OpenIdConnectProvider 'https://login.example/#here' } }
        @{ Id = 'NoSuchRegion'; Remedy = 'eu-west-1'; Action = { New-IdentityPool shop | Add-UserPoolAuthentication eu-wset-1_Ab1Cd2Ef3 } }
        @{ Id = 'NoSuchRegion'; Remedy = 'eu-west-1'; Action = { New-UserPoolClient web -UserPool cognito-idp.eu-wset-1.amazonaws.com/eu-wset-1_Ab1Cd2Ef3 } }
        @{ Id = 'NoSuchRegion'; Remedy = 'eu-west-1'; Action = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Region eu-wset-1 } }
        @{ Id = 'RegionWithoutIdentityPools'; Remedy = 'aws-iso'; Action = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Region us-iso-east-1 } }
        @{ Id = 'RegionWithoutIdentityPools'; Remedy = 'aws-iso-b'; Action = { Connect-IdentityPool -Sandbox -Region us-isob-east-1 } }
        @{ Id = 'InvalidConditionOperator'; Remedy = 'StringEquals'; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ StringEqual = @{ 'aws:RequestedRegion' = 'eu-west-1' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = 'ForAnyValue:StringLikeIfExists'; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'ForAnyValue:StringLkieIfExists' = @{ 'aws:RequestedRegion' = 'eu-*' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = 'StringEquals'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * -Condition @{ stringequals = @{ 'aws:RequestedRegion' = 'eu-west-1' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = "'ForAnyValue:StringEquals'"; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'ForAnyValues:StringEquals' = @{ 'aws:TagKeys' = 'a' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = "'ForAllValues:StringLike'"; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'ForAllValue:StringLike' = @{ 'aws:TagKeys' = 'a' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = "'StringEqualsIfExists'"; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'StringEqualsIfExist' = @{ 'aws:TagKeys' = 'a' } } } }
        @{ Id = 'InvalidConditionOperator'; Remedy = "'ForAnyValue:StringLike'"; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'ForAnyValueStringLike' = @{ 'aws:TagKeys' = 'a' } } } }
        @{ Id = 'InvalidConditionKey'; Remedy = 'aws:RequestedRegion'; Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ StringEquals = @{ RequestedRegion = 'eu-west-1' } } } }
        @{ Id = 'PerIdentityWildcard'; Remedy = 'arn:aws:s3:::bucket'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access Read -Resource arn:aws:s3:::b/pre* -PerIdentity } }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    # What is wrong here on purpose is nothing for the linter of templates.
    $PSDefaultParameterValues.Remove('ConvertTo-IdentityPoolTemplate:OutVariable')
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'What cannot exist' {
    It 'is <Id>: <Action>' -ForEach $refusals {
        $refusal = try { $null = & $Action; $null } catch { $_ }
        $refusal | Should -Not -BeNullOrEmpty
        $refusal.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($refusal.CategoryInfo.Category)" | Should -Be 'InvalidArgument'
        $refusal.Exception.Message | Should -BeLike "*$Remedy*"
    }
}

Describe 'What is not known' {
    It 'warns and goes on: <Action>' -ForEach @(
        @{ Meant = "Did you mean 's3:GetObject'"; Action = { New-PolicyStatement -Action s3:GetObjekt -Resource * } }
        @{ Meant = "Did you mean 's3:GetObject'"; Action = { New-PolicyStatement -Effect Deny -Action s3:GteObject -Resource * } }
        @{ Meant = "does not know the action 'dynamodb:Fetch*' of dynamodb"; Action = { New-PolicyStatement -Action dynamodb:Fetch* -Resource * } }
        @{ Meant = "Did you mean 'dynamodb'"; Action = { New-PolicyStatement -Action dynamdb:GetItem -Resource * } }
        @{ Meant = "Did you mean 'iot:Connect'"; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action iot:Conect -Resource * } }
        @{ Meant = "Did you mean 'eu-west-"; Action = { New-IdentityPool shop | Add-UserPoolAuthentication eu-west-9_Ab1Cd2Ef3 } }
        @{ Meant = "Did you mean 'eu-west-"; Action = { New-UserPoolClient web -UserPool eu-west-9_Ab1Cd2Ef3 } }
        @{ Meant = "Did you mean 'eu-west-"; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Service SNS -Access Write -Resource arn:aws:sns:eu-west-9:123456789012:offers } }
    ) {
        $result = & $Action 3>&1
        $warnings = @($result | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
        $warnings | Should -HaveCount 1
        "$($warnings[0])" | Should -BeLike "*$Meant*"
        @($result) | Should -HaveCount 2
    }

    It 'says nothing of what exists: <Action>' -ForEach @(
        @{ Action = { New-PolicyStatement -Action s3:getobject, 's3:Get*', '*', 'ec2:AnythingNew', 'sts:TagSession' -Resource * } }
        @{ Action = { New-PolicyStatement -Action s3:GetObject -Resource 'arn:aws:s3:*:*:b/*', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*', 'arn:*:s3:::b/${aws:PrincipalTag/team}/*' } }
        @{ Action = { New-PolicyStatement -Action s3:GetObject -Resource @{ 'Fn::Sub' = 'arn:aws:s3:${AWS::Region}::b' } } }
        @{ Action = { New-PolicyStatement -Action dynamodb:GetItem -Resource 'arn:aws:dynamodb::123456789012:global-table/t', 'arn:aws:bedrock:eu-west-1::foundation-model/m', 'arn:aws:dynamodb:eu-*:*:table/t' } }
        @{ Action = { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ 'ForAllValues:StringLikeIfExists' = @{ 'aws:TagKeys' = 'a*' }; Null = @{ 'aws:TokenIssueTime' = 'true' } } } }
        @{ Action = { New-OpenIdConnectProvider https://login.example/realms/a:b } }
    ) {
        @(& $Action 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }) | Should -HaveCount 0
    }
}

Describe 'A template of others' {
    It 'is imported, with a warning for each part that would be refused here' {
        $path = Join-Path $TestDrive 'others.yaml'
        Set-Content -LiteralPath $path -Value @'
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
      OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/keycloak.example:8443/realms/shop']
      CognitoIdentityProviders:
        - { ProviderName: cognito-idp.eu-wset-1.amazonaws.com/eu-wset-1_Ab1Cd2Ef3, ClientId: web }
  UserRole:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: ['arn:aws:iam::1234:policy/Old']
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool }
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated }
      Policies:
        - PolicyName: user
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              Effect: Allow
              Action: s3:GetObjekt
              Resource: arn:aws:s3:eu-west-1::b/*
              Condition: { StringEqual: { 'aws:RequestedRegion': eu-west-1 } }
  Attachment:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool
      Roles: { authenticated: !GetAtt UserRole.Arn }
'@
        $result = Import-IdentityPool $path 3>&1
        $warnings = @($result | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object { "$_" })
        foreach ($part in 'keycloak.example:8443', "'1234'", 's3:eu-west-1::b', "'StringEqual'", 's3:GetObjekt', 'eu-wset-1') {
            @($warnings -like "*$part*") | Should -HaveCount 1 -Because $part
        }
        $pool = $result | Where-Object { $_ -is [IdentityPools.IdentityPool] }
        "$($pool.AuthenticatedRole.Statements[0].Resources)" | Should -Be 'arn:aws:s3:eu-west-1::b/*'
        "$($pool.UserPools[0].UserPool.Id)" | Should -Be 'eu-wset-1_Ab1Cd2Ef3'
        $pool | ConvertTo-IdentityPoolTemplate | Should -Match 'StringEqual:'
    }
}

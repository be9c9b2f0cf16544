BeforeDiscovery {
    $lines = @(
        # Regions, with the names that people use.
        @{ Line = 'Export-IdentityPool -Region eu-w'; Expected = 'eu-west-1'; Tooltip = 'Europe (Ireland)' }
        @{ Line = 'Get-IdentityPool -Region EU-W'; Expected = 'eu-west-2'; Tooltip = 'Europe (London)' }
        @{ Line = 'Connect-IdentityPool -Region ap-northeast-'; Expected = 'ap-northeast-1'; Tooltip = 'Asia Pacific (Tokyo)' }
        @{ Line = 'Connect-IdentityPool -Region *gov*'; Expected = 'us-gov-west-1'; Tooltip = 'AWS GovCloud (US-West)' }

        # Roles of the pool in the pipeline, in -InputObject, on the line, or the default ones.
        @{ Line = 'Grant-IdentityPoolAccess -Role Un'; Expected = 'Unauthenticated'; Tooltip = 'The default role of unauthenticated identities (guests)' }
        @{ Line = '$shop | Grant-IdentityPoolAccess -Role a'; Expected = 'Admin'; Tooltip = "The role 'Admin', which the pool's mappings or groups assign" }
        @{ Line = '$shops | Grant-IdentityPoolAccess -Role a'; Expected = 'Admin'; Tooltip = "The role 'Admin', which the pool's mappings or groups assign" }
        @{ Line = '$holder.Pool | Grant-IdentityPoolAccess -Role '; Expected = 'Authenticated'; Tooltip = 'The default role of authenticated identities' }
        @{ Line = 'Grant-IdentityPoolAccess -InputObject $shop -Role a'; Expected = 'Admin'; Tooltip = "The role 'Admin', which the pool's mappings or groups assign" }
        @{ Line = '$shop | add-developerprovider dev | Grant-IdentityPoolAccess -Role Adm'; Expected = 'Admin'; Tooltip = "The role 'Admin', which the pool's mappings or groups assign" }
        @{ Line = 'New-IdentityPool x | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd x (New-IdentityPoolRole Boss)) | Grant-IdentityPoolAccess -Role B'
            Expected = 'Boss'; Tooltip = "The role 'Boss', which this command line defines"
        }
        @{ Line = 'New-RoleMappingRule hd x '; Expected = '$admin'; Tooltip = 'IdentityPoolRole Admin' }
        @{ Line = 'New-RoleMappingRule hd x arn'; Expected = 'arn:aws:iam::123456789012:role/Editor'; Tooltip = "A role of identity pool 'shop' for authenticated identities" }
        @{ Line = 'New-IdentityPool -AuthenticatedRole $'; Expected = '$admin'; Tooltip = '' }
        @{ Line = 'New-IdentityPool x | Resolve-IdentityPoolRole -CustomRoleArn '; Expected = 'Authenticated'; Tooltip = "A role of identity pool 'x' for authenticated identities" }
        @{ Line = '$shop | Resolve-IdentityPoolRole -CustomRoleArn '; Expected = 'arn:aws:iam::123456789012:role/Editor'; Tooltip = "A role of identity pool 'shop' for authenticated identities" }

        # Providers of the pool: in a variable, or as the line and the script above it define them.
        @{ Line = 'Add-RoleMapping -Provider Goo'; Expected = 'Google'; Tooltip = 'Sign-in with Google (accounts.google.com)' }
        @{ Line = '$shop | Add-RoleMapping -Provider '; Expected = 'Google'; Tooltip = "Google of identity pool 'shop'" }
        @{ Line = '$shop | Remove-LoginProvider '; Expected = 'Google'; Tooltip = "Google of identity pool 'shop'" }
        @{ Line = '$shop | Add-RoleMapping -UserPool '; Expected = 'eu-west-1_Ab1Cd2Ef3'; Tooltip = "UserPool of identity pool 'shop'" }
        @{ Line = 'Add-PrincipalTag -UserPool '; Expected = '$users'; Tooltip = 'UserPool users' }
        @{ Line = '$shop | Add-UserPoolAuthentication -UserPool '; Expected = '$users'; Tooltip = 'UserPool users' }
        @{ Line = 'New-IdentityPool x | Add-UserPoolAuthentication $users | Add-RoleMapping -UserPool '; Expected = '$users'; Tooltip = 'UserPool users' }
        @{ Line = '$shop | Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient '; Expected = 'clientA'; Tooltip = "An app client of user pool eu-west-1_Ab1Cd2Ef3 in identity pool 'shop'" }
        @{ Line = '$shop | Resolve-IdentityPoolRole -UserPoolClient clientB'; Expected = 'clientB'; Tooltip = "An app client of user pool eu-west-1_Zz9Zz9Zz9 in identity pool 'shop'" }
        @{ Line = '$shop | Resolve-IdentityPoolRole -OpenIdConnectProvider '
            Expected = 'arn:aws:iam::123456789012:oidc-provider/idp.example.com'; Tooltip = "OpenIdConnectProvider of identity pool 'shop'"
        }
        @{ Line = '$shop | Add-PrincipalTag -SamlProvider '; Expected = 'arn:aws:iam::123456789012:saml-provider/Corp'; Tooltip = "SamlProvider of identity pool 'shop'" }
        @{ Line = '$shop | Add-RoleMapping -ProviderUrl acc'; Expected = 'accounts.google.com'; Tooltip = "Google of identity pool 'shop'" }
        @{ Line = 'Add-RoleMapping -ProviderUrl gr'; Expected = 'graph.facebook.com'; Tooltip = 'Facebook' }
        @{ Line = 'New-IdentityPool x | Add-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 | Add-RoleMapping -UserPool us'
            Expected = 'us-east-1_Qq1Qq1Qq1'; Tooltip = "UserPool of identity pool 'x'"
        }
        @{ Line = 'New-IdentityPool x | Add-LoginProvider -Apple com.example | Add-RoleMapping -ProviderUrl '; Expected = 'appleid.apple.com'; Tooltip = "Apple of identity pool 'x'" }
        @{ Line = '$notRun = New-IdentityPool x | Add-LoginProvider -Amazon amzn1; $notRun | Add-PrincipalTag -ProviderUrl '; Expected = 'www.amazon.com'; Tooltip = 'Amazon of identity pool' }
        @{ Line = '$shops | ForEach-Object { $_ | Grant-IdentityPoolAccess -Role a'; Expected = 'Admin'; Tooltip = 'which the pool''s mappings or groups assign' }
        @{ Line = 'foreach ($each in $shops) { $each | Grant-IdentityPoolAccess -Role a'; Expected = 'Admin'; Tooltip = 'which the pool''s mappings or groups assign' }
        @{ Line = 'New-IdentityPool "a;b" | Add-DeveloperProvider dev | Resolve-IdentityPoolRole -ProviderUrl '; Expected = 'dev'; Tooltip = 'dev of identity pool' }
        @{ Line = 'Add-UserPoolAuthentication '; Expected = 'eu-west-1_Ab1Cd2Ef3'; Tooltip = "UserPool of identity pool 'shop'" }
        @{ Line = 'Add-OpenIdConnectProvider -Provider '; Expected = '$idp'; Tooltip = 'OpenIdConnectProvider https://issuer.example.com' }
        @{ Line = '$shop | Add-RoleMapping -Provider Google -MappingKey '; Expected = 'accounts.google.com'; Tooltip = 'The default key of a mapping of Google' }
        @{ Line = '$shop | Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -MappingKey '
            Expected = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:clientA'; Tooltip = 'The default key of a mapping of'
        }

        # Claims and their values, by provider.
        @{ Line = 'New-RoleMappingRule -Claim cognito:g'; Expected = 'cognito:groups'; Tooltip = "The user's groups in the user pool" }
        @{ Line = '$shop | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule '; Expected = 'hd'; Tooltip = "The user's Google Workspace domain" }
        @{ Line = 'New-RoleMappingRule email_verified '; Expected = 'true'; Tooltip = 'The provider says that it is true' }
        @{ Line = '$shop | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule aud '; Expected = 'g1'; Tooltip = 'A value that tokens of Google contain' }
        @{ Line = 'New-RoleMappingRule email '; Expected = 'ann@example.com'; Tooltip = "A value that a rule of identity pool 'shop' compares email with" }

        # Actions in two steps, and resources.
        @{ Line = 'New-PolicyStatement -Action s3'; Expected = 's3:'; Tooltip = 'Actions of S3' }
        @{ Line = 'New-PolicyStatement -Action s3:GetO'; Expected = 's3:GetObject'; Tooltip = 'Read access to S3' }
        @{ Line = 'New-PolicyStatement -Action s3:GetO'; Expected = 's3:GetObject*'; Tooltip = 'Read access to S3: all actions with this prefix' }
        @{ Line = 'New-PolicyStatement -Action dynamodb:GetItem,dynamodb:put'; Expected = 'dynamodb:PutItem'; Tooltip = 'Write access to DynamoDB' }
        @{ Line = 'Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:*query'; Expected = 'dynamodb:Query'; Tooltip = 'Read access to DynamoDB' }
        @{ Line = 'Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:desc'; Expected = 'dynamodb:DescribeTable'; Tooltip = 'ReadWrite access to DynamoDB' }
        @{ Line = 'Grant-IdentityPoolAccess -Service Dyn'; Expected = 'DynamoDB'; Tooltip = 'DynamoDB' }
        @{ Line = 'Grant-IdentityPoolAccess -Service Lambda -Resource '
            Expected = 'arn:aws:lambda:eu-west-1:123456789012:function:'; Tooltip = 'The start of an ARN of Lambda; check the region and the account.'
        }
        @{ Line = '$live | Grant-IdentityPoolAccess -Service DynamoDB -Resource '; Expected = 'arn:aws:dynamodb:us-west-2:999999999999:table/'; Tooltip = 'The start of an ARN of DynamoDB' }
        @{ Line = 'New-PolicyStatement -Action s3:GetObject -Resource '; Expected = 'arn:aws:s3:::'; Tooltip = 'The start of an ARN of S3. Complete example: arn:aws:s3:::bucket' }
        @{ Line = '$shop | Grant-IdentityPoolAccess -Service S3 -Resource '; Expected = 'arn:aws:s3:::photos/*'; Tooltip = "A resource that role 'Authenticated' of identity pool 'shop' already has access to" }
        @{ Line = 'New-IdentityPoolRole -ManagedPolicyArn '; Expected = 'arn:aws:iam::aws:policy/ReadOnlyAccess'; Tooltip = "A policy of role 'Admin' in identity pool 'shop'" }
        @{ Line = 'New-IdentityPoolRole -PermissionsBoundary '; Expected = 'arn:aws:iam::123456789012:policy/Limit'; Tooltip = "A policy of role 'Admin' in identity pool 'shop'" }
        @{ Line = 'New-IdentityPoolRole -MaxSessionDuration '; Expected = '43200'; Tooltip = '12 hours' }
        @{ Line = 'New-IdentityPoolRole -Path '; Expected = '/'; Tooltip = 'An IAM path, which begins and ends with a slash' }
        @{ Line = 'New-IdentityPoolRole -Path /apps/shop'; Expected = '/apps/shop/'; Tooltip = 'An IAM path, which begins and ends with a slash' }

        # What variables of the session hold.
        @{ Line = 'Get-IdentityPool -Id '; Expected = 'us-west-2:11111111-2222-3333-4444-555555555555'; Tooltip = 'in $live' }
        @{ Line = 'Remove-IdentityPool -Arn arn'
            Expected = 'arn:aws:cognito-identity:us-west-2:999999999999:identitypool/us-west-2:11111111-2222-3333-4444-555555555555'; Tooltip = 'in $live'
        }
        @{ Line = 'Get-IdentityPool -Name sh'; Expected = 'shop'; Tooltip = "The identity pool 'shop' in `$shop" }
        @{ Line = 'Compare-IdentityPool -ReferenceObject '; Expected = '$live'; Tooltip = 'IdentityPool us-west-2:' }
        @{ Line = 'Grant-IdentityPoolAccess -Statement '; Expected = '$statement'; Tooltip = 'PolicyStatement Allow' }
        @{ Line = '$shop | Add-RoleMapping -Provider Google -Rule '; Expected = '${the rules}'; Tooltip = 'RoleMappingRule, 2 items' }
        @{ Line = 'Get-IdentityPool -Credential '; Expected = '$secret'; Tooltip = 'PSCredential' }
        @{ Line = 'Get-IdentityPool -Session '; Expected = '$session'; Tooltip = 'IdentityPoolSession us-west-2 (sandbox 123456789012)' }

        # Findings.
        @{ Line = 'Get-IdentityPoolFinding -RuleId Guest'; Expected = 'GuestAccess'; Tooltip = 'Warning: Unauthenticated identities get credentials' }
        @{ Line = 'Test-IdentityPool -ExcludeRuleId *Action'; Expected = 'WildcardAction'; Tooltip = 'Warning:' }
        @{ Line = '$shop | Add-IdentityPoolSuppression ClassicFlow because -Target '; Expected = 'shop'; Tooltip = 'ClassicFlow' }

        # App clients.
        @{ Line = 'New-UserPoolClient -AllowedOAuthFlow co'; Expected = 'code'; Tooltip = 'Authorization code' }
        @{ Line = 'New-UserPoolClient -AllowedOAuthScope openid,em'; Expected = 'email'; Tooltip = 'email_verified' }
        @{ Line = 'New-UserPoolClient -ExplicitAuthFlow ALLOW_USER_S'; Expected = 'ALLOW_USER_SRP_AUTH'; Tooltip = 'without sending the password' }
        @{ Line = 'New-UserPoolClient -SupportedIdentityProvider COG'; Expected = 'COGNITO'; Tooltip = 'Users of the user pool itself' }

        # What a command that changes a pool can name: only what the pool has.
        @{ Line = '$shop | Set-RoleMappingRule -Provider Google -At 1 -MappedRole A'; Expected = 'Admin'; Tooltip = "The role 'Admin', which the pool's mappings or groups assign" }
        @{ Line = 'New-IdentityPool x | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 $team | Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 '; Expected = 'admins'; Tooltip = "A group of the user pool 'eu-west-1_Ab1Cd2Ef3' in identity pool 'x'" }
        @{ Line = 'New-IdentityPool x | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 '; Expected = '$team'; Tooltip = 'UserPoolGroup, 2 items' }
        @{ Line = '$shop | Remove-RoleMappingRule -Provider Google -At '; Expected = '2'; Tooltip = 'email Equals bob@example.com' }
        @{ Line = '$labelled | Set-IdentityPool -RemoveTag '; Expected = 'team'; Tooltip = "Tag with the value 'web' of identity pool 'x'" }
        @{ Line = '$shop | Revoke-IdentityPoolAccess -Role Authenticated -Action '; Expected = 's3:GetObject'; Tooltip = "Granted to role 'Authenticated'" }
        @{ Line = '$shop | Revoke-IdentityPoolAccess -Role Admin -ManagedPolicyArn '; Expected = 'arn:aws:iam::aws:policy/ReadOnlyAccess'; Tooltip = "Granted to role 'Admin'" }

        # Closed sets: each word says what it means.
        @{ Line = 'Grant-IdentityPoolAccess -Access Re'; Expected = 'Read'; Tooltip = 'Actions that read data' }
        @{ Line = 'New-RoleMappingRule -MatchType Sta'; Expected = 'StartsWith'; Tooltip = 'The claim begins with the value' }
        @{ Line = 'New-IdentityPoolRole -For Un'; Expected = 'Unauthenticated'; Tooltip = 'For unauthenticated identities (guests)' }
        @{ Line = 'New-PolicyStatement -Effect D'; Expected = 'Deny'; Tooltip = 'The actions are denied, even if another statement allows them' }
        @{ Line = 'New-IdentityPool -DeletionPolicy Ret'; Expected = 'Retain'; Tooltip = 'Kept when it is removed from its stack' }
        @{ Line = 'Export-IdentityPool -Format J'; Expected = 'Json'; Tooltip = 'JSON text' }
        @{ Line = 'ConvertTo-IdentityPoolDiagram -Format H'; Expected = 'Html'; Tooltip = 'A page on which you can try sign-ins' }
        @{ Line = 'Test-IdentityPool -Severity E'; Expected = 'Error'; Tooltip = 'Errors only' }
        @{ Line = 'Get-IdentityPool -Detail P'; Expected = 'Pool'; Tooltip = 'Only the name, flags, providers and tags, by one call per pool' }

        # Inside a hashtable nothing is completed, so whole ones are offered.
        @{ Line = '$shop | Get-IdentityPoolCredential -Login '; Expected = "@{ 'accounts.google.com' = '' }"; Tooltip = "The token of Google for identity pool 'shop'" }
        @{ Line = '$shop | Get-IdentityPoolCredential -Login cog'; Expected = "@{ 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3' = '' }"; Tooltip = 'The token of' }
        @{ Line = 'Get-IdentityPoolCredential -Id eu-west-1:1 -Login gr'; Expected = "@{ 'graph.facebook.com' = '' }"; Tooltip = 'Sign-in with Facebook (graph.facebook.com)' }
        @{ Line = '$shop | Resolve-IdentityPoolRole -Claim em'; Expected = "@{ 'email' = 'ann@example.com' }"; Tooltip = "A value that a rule of identity pool 'shop' compares email with" }
        @{ Line = '$shop | Resolve-IdentityPoolRole -Provider Google -Claim hd'; Expected = "@{ 'hd' = '' }"; Tooltip = "The user's Google Workspace domain" }
        @{ Line = '$shop | Resolve-IdentityPoolRole -Group '; Expected = "@{ 'Name' = ''; 'Role' = 'Admin' }"; Tooltip = "A group with the role 'Admin'; add its name" }
        @{ Line = '$labelled | Set-IdentityPool -Tag '; Expected = "@{ 'team' = 'web' }"; Tooltip = "Tag with the value 'web' of identity pool 'x'" }
        @{ Line = 'New-UserPool -Tag Own'; Expected = "@{ 'Owner' = '' }"; Tooltip = 'The person or team responsible' }
        @{ Line = '$shop | Add-PrincipalTag -UserPool eu-west-1_Ab1Cd2Ef3 -Tag gr'; Expected = "@{ 'groups' = 'cognito:groups' }"; Tooltip = "The user's groups in the user pool" }
        @{ Line = 'New-IdentityPool x | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -Tag $tagged | Set-PrincipalTag -Provider Google -Tag '
            Expected = "@{ 'mail' = 'email'; 'user' = 'sub' }"; Tooltip = "The session tags of Google in identity pool 'x'"
        }
        @{ Line = 'New-PolicyStatement -Condition '; Expected = "@{ 'StringEquals' = @{ 'aws:RequestedRegion' = '' } }"; Tooltip = 'Only requests to this Region' }
        @{ Line = 'Grant-IdentityPoolAccess -Role Authenticated -Condition ForAll'
            Expected = "@{ 'ForAllValues:StringEquals' = @{ 'dynamodb:LeadingKeys' = '`${cognito-identity.amazonaws.com:sub}' } }"; Tooltip = 'Only items whose partition key is the identity ID'
        }

        # Managed policies of AWS, in the partition of the pool.
        @{ Line = 'New-IdentityPoolRole -ManagedPolicyArn *S3'; Expected = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'; Tooltip = 'A managed policy of AWS: Read every bucket of S3' }
        @{ Line = '$chinese | Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn *Polly'
            Expected = 'arn:aws-cn:iam::aws:policy/AmazonPollyReadOnlyAccess'; Tooltip = 'A managed policy of AWS: Turn text into speech with Polly'
        }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    # The caret is where the user presses Tab; without one it is the end of the line.
    function Get-Completion([string]$Line) {
        $at = $Line.IndexOf('^')
        $text = $Line.Replace('^', '')
        [System.Management.Automation.CommandCompletion]::CompleteInput($text, ($at -lt 0 ? $text.Length : $at), $null)
    }

    function Get-CompletionText([string]$Line) {
        (Get-Completion $Line).CompletionMatches | ForEach-Object CompletionText
    }

    $admin = New-IdentityPoolRole Admin -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess -PermissionsBoundary arn:aws:iam::123456789012:policy/Limit
    $rule = New-RoleMappingRule email ann@example.com $admin
    ${the rules} = @($rule, (New-RoleMappingRule email bob@example.com arn:aws:iam::123456789012:role/Editor))
    $users = New-UserPool users
    $team = (New-UserPoolGroup admins -Role $admin), (New-UserPoolGroup all)
    $idp = New-OpenIdConnectProvider https://issuer.example.com -ClientId app
    $statement = New-PolicyStatement -Action s3:GetObject -Resource arn:aws:s3:::photos/*
    $secret = [pscredential]::new('AKIAEXAMPLE', (ConvertTo-SecureString 'not-shown' -AsPlainText -Force))
    $shop = New-IdentityPool shop -AllowClassicFlow | Add-LoginProvider -Google g1 |
        Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient clientA |
        Add-UserPoolAuthentication eu-west-1_Zz9Zz9Zz9 -UserPoolClient clientB |
        Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/idp.example.com |
        Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Corp |
        Add-RoleMapping -Provider Google -Rule ${the rules} |
        Grant-IdentityPoolAccess -Role Authenticated -Statement $statement
    $shops = @($shop)
    $labelled = New-IdentityPool x -Tag @{ team = 'web' }
    $tagged = @{ mail = 'email'; user = 'sub' }
    $chinese = Get-IdentityPool -Id cn-north-1:11111111-2222-3333-4444-555555555555 -AsReference
    $holder = @{ Pool = $shop }
    $live = Get-IdentityPool -Arn arn:aws:cognito-identity:us-west-2:999999999999:identitypool/us-west-2:11111111-2222-3333-4444-555555555555 -AsReference
}

Describe 'Completion before anything is connected' {
    It 'brings no library of AWS' {
        $before = @([AppDomain]::CurrentDomain.GetAssemblies().FullName -like 'AWSSDK*').Count
        foreach ($line in 'Get-IdentityPool -Id ', 'Connect-IdentityPool -Region ', '$shop | Grant-IdentityPoolAccess -Role ', '$shop | Add-RoleMapping -UserPool ',
            'New-PolicyStatement -Action ', 'New-PolicyStatement -Resource ', '$shop | Add-IdentityPoolSuppression ClassicFlow because -Target ') {
            (Get-Completion $line).CompletionMatches.Count | Should -BeGreaterThan 0 -Because $line
        }
        @([AppDomain]::CurrentDomain.GetAssemblies().FullName -like 'AWSSDK*').Count | Should -Be $before
    }
}

Describe 'Completion' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region us-west-2 -PassThru
        Disconnect-IdentityPool
    }

    It 'completes <Line> with <Expected>' -ForEach $lines {
        $matching = @((Get-Completion $Line).CompletionMatches | Where-Object CompletionText -CEQ $Expected)
        $matching | Should -HaveCount 1
        $matching[0].ToolTip | Should -BeLike "*$([wildcardpattern]::Escape($Tooltip))*"
    }

    It 'offers only what the pool has' {
        '$shop | Add-RoleMapping -OpenIdConnectProvider arn', 'New-IdentityPool x | Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/other.example.com | Add-RoleMapping -OpenIdConnectProvider arn' |
            ForEach-Object { Get-CompletionText $_ } |
            Should -Be 'arn:aws:iam::123456789012:oidc-provider/idp.example.com', 'arn:aws:iam::123456789012:oidc-provider/other.example.com'
        Get-CompletionText '$shop | Add-RoleMapping -UserPool eu-west-1_Zz9Zz9Zz9 -UserPoolClient client' | Should -Be 'clientB'
        Get-CompletionText '$shop | Resolve-IdentityPoolRole -Provider ' | Should -Be 'Google'
        Get-CompletionText '$shop | Add-PrincipalTag -UserPool ' | Should -Not -Contain '$users'
    }

    It 'offers nothing for <_>, because the pool has none' -ForEach @(
        'New-IdentityPool x | Add-RoleMapping -UserPool ', 'New-IdentityPool x | Add-RoleMapping -OpenIdConnectProvider ', 'New-IdentityPool x | Add-PrincipalTag -SamlProvider ',
        'New-IdentityPool x | Remove-LoginProvider ', 'New-IdentityPool x | Set-RoleMapping -Provider ', 'New-IdentityPool x | Remove-RoleMapping -ProviderUrl ',
        'New-IdentityPool x | Remove-UserPoolAuthentication ', 'New-IdentityPool x | Remove-OpenIdConnectProvider '
    ) {
        # The engine offers the files of the directory where a completer has nothing.
        Push-Location (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid())))
        try { Get-CompletionText $_ | Should -BeNullOrEmpty } finally { Pop-Location }
    }

    It 'writes a hashtable that means what it says, whatever is in it: <Value>' -ForEach @(@{ Value = "it's" }, @{ Value = '$(throw)' }, @{ Value = 'a; b }' }, @{ Value = [string][char]0x2019 }) {
        $odd = New-IdentityPool x | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule name $Value $admin)
        $text = @(Get-CompletionText '$odd | Resolve-IdentityPoolRole -Claim name')[0]
        (& ([scriptblock]::Create($text))).name | Should -Be $Value
    }

    It 'explains every word of every closed set' {
        $checked = 0
        foreach ($command in Get-Command -Module IdentityPool) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { ($_.ParameterType.IsArray ? $_.ParameterType.GetElementType() : $_.ParameterType).Name -like 'ChoiceArgument*' }) {
                $type = ($parameter.ParameterType.IsArray ? $parameter.ParameterType.GetElementType() : $parameter.ParameterType).GetGenericArguments()[0]
                $matching = (Get-Completion "$command -$($parameter.Name) ").CompletionMatches
                $matching.CompletionText | Should -Be ([Enum]::GetNames($type)) -Because "$command -$($parameter.Name)"
                foreach ($word in $matching) { $word.ToolTip.Trim('.') | Should -Not -Be $word.CompletionText -Because "$command -$($parameter.Name)" }
                $checked++
            }
        }
        $checked | Should -BeGreaterThan 15
    }

    It 'offers the claims that the provider issues' {
        Get-CompletionText 'New-IdentityPool x | Add-RoleMapping -Provider Amazon -Rule (New-RoleMappingRule s' | Should -Be 'sub'
        Get-CompletionText 'New-IdentityPool x | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule cog' | Should -Not -Contain 'cognito:groups'
        Get-CompletionText 'New-IdentityPool x | Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -Rule (New-RoleMappingRule cog' | Should -Contain 'cognito:groups'
    }

    It 'offers no role of a user as the target of others' {
        Get-CompletionText '$shop | Grant-IdentityPoolAccess -Role ' | Should -Be 'Authenticated', 'Unauthenticated', 'Admin', 'Editor'
    }

    It 'works in the middle of a line' {
        $completion = Get-Completion '$shop | Grant-IdentityPoolAccess -Role Ad^ -Service S3 -Access Read | Publish-IdentityPool'
        $completion.CompletionMatches.CompletionText | Should -Be 'Admin'
        $completion.ReplacementIndex | Should -Be '$shop | Grant-IdentityPoolAccess -Role '.Length
        $completion.ReplacementLength | Should -Be 2
    }

    It 'leaves out what the list has already' {
        Get-CompletionText 'New-UserPoolClient -AllowedOAuthScope openid,email,' | Should -Be 'phone', 'profile', 'aws.cognito.signin.user.admin'
        Get-CompletionText 'Get-IdentityPoolFinding -RuleId GuestAccess,GuestA' | Should -Not -Contain 'GuestAccess'
    }

    It 'goes on in the quotes that are open' {
        Get-CompletionText "New-RoleMappingRule 'cognito:gr" | Should -Be "'cognito:groups'"
        Get-CompletionText 'New-RoleMappingRule "cognito:gr' | Should -Be '"cognito:groups"'
        Get-CompletionText 'Connect-IdentityPool -Region "eu-west-1"' | Should -Be '"eu-west-1"'
    }

    It 'puts in quotes what needs them' {
        $odd = New-IdentityPool 'my shop' | Add-LoginProvider -Google '123456789012345678901234567890' |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule name "it's `$5" $admin)
        Get-CompletionText 'Get-IdentityPool -Name my' | Should -Be "'my shop'"
        Get-CompletionText 'New-RoleMappingRule name it' | Should -Be "'it''s `$5'"
        Get-CompletionText 'New-RoleMappingRule name "it' | Should -Be "`"it's ```$5`""
        Get-CompletionText '$odd | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule aud 1' | Should -Be "'123456789012345678901234567890'"
    }

    It 'never shows what a secret holds' {
        $tooltips = (Get-Completion 'Get-IdentityPool -Credential ').CompletionMatches.ToolTip
        "$tooltips" | Should -Be 'PSCredential'
    }

    It 'offers nothing for <Line>, and says nothing' -ForEach @(
        @{ Line = 'Connect-IdentityPool -Region qqq' }
        @{ Line = 'Get-IdentityPoolFinding -RuleId [a' }
        @{ Line = 'Get-IdentityPoolFinding -RuleId a[z-' }
        @{ Line = '$shop | Grant-IdentityPoolAccess -Role qqq' }
        @{ Line = '$nobody | Add-RoleMapping -UserPool qqq' }
        @{ Line = 'Get-Nothing | Add-RoleMapping -UserPool not-a-pool -UserPoolClient qqq' }
        @{ Line = 'New-IdentityPool "$(throw 1)" | Add-LoginProvider -Google (throw 2) | Add-RoleMapping -UserPool qqq' }
        @{ Line = 'New-IdentityPool x | Add-UserPoolAuthentication "bad pool" | Add-RoleMapping -UserPool qqq' }
        @{ Line = '$loop = $loop; $loop | Add-RoleMapping -UserPool qqq' }
        @{ Line = 'Add-RoleMapping -UserPool @{ Ref = 1 } -UserPoolClient qqq' }
        @{ Line = 'Import-IdentityPool nowhere.yaml -LogicalId qqq' }
        @{ Line = 'Import-IdentityPool ./nowhere/qqq' }
        @{ Line = '}{ | Add-RoleMapping -UserPool qqq' }
    ) {
        $before = $Error.Count
        @((Get-Completion $Line).CompletionMatches) | Should -HaveCount 0
        $Error.Count | Should -Be $before
    }

    It 'runs nothing that is on the line' {
        $script:ran = 0
        function Get-Ran { $script:ran++; $shop }
        $null = Get-Completion 'Get-Ran | Add-RoleMapping -UserPool '
        $null = Get-Completion '(Get-Ran) | Add-RoleMapping -UserPool '
        $null = Get-Completion 'New-IdentityPool (Get-Ran) | Add-LoginProvider -Google $(Get-Ran) | Add-RoleMapping -UserPool '
        $script:ran | Should -Be 0
    }

    It 'says what every way to sign in is' {
        $flows = (Get-Completion 'New-UserPoolClient -ExplicitAuthFlow ').CompletionMatches
        $flows | Should -HaveCount 9
        @($flows.ToolTip | Sort-Object -Unique) | Should -HaveCount 9
    }
}

Describe 'A command that makes another pool of the one that comes to it' {
    BeforeAll {
        $tags = @{ department = 'custom:department' }
        $otherTags = @{ mail = 'email' }
        $changing = Get-Command -Module IdentityPool | Where-Object {
            -not $_.Parameters.ContainsKey('Session') -and $_.OutputType.Type -contains [IdentityPools.IdentityPool] -and
            $_.Parameters.ContainsKey('InputObject') -and $_.Parameters['InputObject'].ParameterType -eq [IdentityPools.IdentityPool]
        }
    }

    BeforeDiscovery {
        $changes = @(
            @{ Command = 'Add-DeveloperProvider'; Change = 'Add-DeveloperProvider dev'; Next = 'Resolve-IdentityPoolRole -ProviderUrl '; Expected = 'dev'; Counts = 0, 1 }
            @{ Command = 'Add-LoginProvider'; Change = 'Add-LoginProvider -Google g9'; Next = 'Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule aud '; Expected = 'g9'; Counts = 0, 1 }
            @{ Command = 'Add-OpenIdConnectProvider'; Change = 'Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/other.example.com'; Next = 'Add-RoleMapping -OpenIdConnectProvider a'
                Expected = 'arn:aws:iam::123456789012:oidc-provider/other.example.com'; Counts = 0, 1
            }
            @{ Command = 'Add-SamlProvider'; Change = 'Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Other'; Next = 'Add-RoleMapping -SamlProvider a'
                Expected = 'arn:aws:iam::123456789012:saml-provider/Other'; Counts = 0, 1
            }
            @{ Command = 'Add-UserPoolAuthentication'; Change = 'Add-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 -UserPoolClient mine'; Next = 'Add-RoleMapping -UserPool us-east-1_Qq1Qq1Qq1 -UserPoolClient '
                Expected = 'mine'; Counts = 0, 1
            }
            @{ Command = 'Add-RoleMapping'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule ${the rules}'; Next = 'Grant-IdentityPoolAccess -Role A'; Expected = 'Admin'; Counts = 0, 1 }
            @{ Command = 'Add-PrincipalTag'; Change = 'Add-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 -UserPoolClient mine | Add-PrincipalTag -UserPool us-east-1_Qq1Qq1Qq1 -Tag $tags'
                Next = 'Add-IdentityPoolSuppression WritableTag because -Target '; Expected = '*tags of user pool*'; Counts = 0, 1
            }
            @{ Command = 'Grant-IdentityPoolAccess'; Change = 'Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::mine/*'
                Next = 'Grant-IdentityPoolAccess -Role Authenticated -Action s3:PutObject -Resource '; Expected = 'arn:aws:s3:::mine/*'; Counts = 0, 1
            }
            @{ Command = 'Set-IdentityPool'; Change = 'Set-IdentityPool -NoUnauthenticatedRole'
                Next = 'Grant-IdentityPoolAccess -Role U'; Expected = 'Unauthenticated'; Counts = 1, 0
            }
            @{ Command = 'Copy-IdentityPool'; Change = 'Copy-IdentityPool -Name store'
                Next = 'Add-IdentityPoolSuppression ClassicFlow because -Target '; Expected = 'store'; Counts = 0, 1
            }
            @{ Command = 'Set-LoginProvider'; Change = 'Add-LoginProvider -Google g8 | Set-LoginProvider -Google g9'
                Next = 'Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule aud '; Expected = 'g9'; Counts = 0, 1
            }
            @{ Command = 'Remove-LoginProvider'; Change = 'Add-LoginProvider -Google g9 -Amazon a9 | Remove-LoginProvider Google'
                Next = 'Add-RoleMapping -ProviderUrl '; Expected = 'accounts.google.com'; Counts = 0, 0
            }
            @{ Command = 'Remove-DeveloperProvider'; Change = 'Remove-DeveloperProvider'
                Next = 'Add-PrincipalTag -ProviderUrl '; Expected = 'dev'; Counts = 0, 0
            }
            @{ Command = 'Remove-OpenIdConnectProvider'; Change = 'Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/other.example.com | Remove-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/other.example.com'
                Next = 'Add-RoleMapping -OpenIdConnectProvider a'; Expected = 'arn:aws:iam::123456789012:oidc-provider/other.example.com'; Counts = 0, 0
            }
            @{ Command = 'Remove-SamlProvider'; Change = 'Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Other | Remove-SamlProvider arn:aws:iam::123456789012:saml-provider/Other'
                Next = 'Add-RoleMapping -SamlProvider a'; Expected = 'arn:aws:iam::123456789012:saml-provider/Other'; Counts = 0, 0
            }
            @{ Command = 'Set-UserPoolAuthentication'; Change = 'Add-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 -UserPoolClient mine | Set-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 -NewUserPoolClient yours'
                Next = 'Add-RoleMapping -UserPool us-east-1_Qq1Qq1Qq1 -UserPoolClient '; Expected = 'yours'; Counts = 0, 1
            }
            @{ Command = 'Remove-UserPoolAuthentication'; Change = 'Add-UserPoolAuthentication us-east-1_Qq1Qq1Qq1 -UserPoolClient mine | Remove-UserPoolAuthentication us-east-1_Qq1Qq1Qq1'
                Next = 'Add-RoleMapping -UserPool us-east-1_Qq1Qq1Qq1 -UserPoolClient '; Expected = 'mine'; Counts = 0, 0
            }
            @{ Command = 'Set-RoleMapping'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule ${the rules} | Set-RoleMapping -Provider Google -UseToken'
                Next = 'Grant-IdentityPoolAccess -Role A'; Expected = 'Admin'; Counts = 0, 0
            }
            @{ Command = 'Remove-RoleMapping'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule ${the rules} | Remove-RoleMapping -Provider Google'
                Next = 'Grant-IdentityPoolAccess -Role A'; Expected = 'Admin'; Counts = 0, 0
            }
            @{ Command = 'Add-RoleMappingRule'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule $rule | Add-RoleMappingRule -Provider Google -Rule ${the rules}[1]'
                Next = 'Remove-RoleMappingRule -Provider Google -At '; Expected = '1'; Counts = 0, 1
            }
            @{ Command = 'Set-RoleMappingRule'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule $rule | Set-RoleMappingRule -Provider Google -At 1 -ClaimValue zoe@example.com'
                Next = 'Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email zo'; Expected = 'zoe@example.com'; Counts = 0, 1
            }
            @{ Command = 'Remove-RoleMappingRule'; Change = 'Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule ${the rules} | Remove-RoleMappingRule -Provider Google -At 1'
                Next = 'Set-RoleMappingRule -Provider Google -At '; Expected = '2'; Counts = 0, 0
            }
            @{ Command = 'Set-PrincipalTag'; Change = 'Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -Tag $tags | Set-PrincipalTag -Provider Google -Tag $otherTags'
                Next = 'Remove-PrincipalTag -Provider Google -TagName '; Expected = 'mail'; Counts = 0, 1
            }
            @{ Command = 'Remove-PrincipalTag'; Change = 'Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -Tag $tags | Remove-PrincipalTag -Provider Google'
                Next = 'Remove-PrincipalTag -Provider Google -TagName '; Expected = 'department'; Counts = 0, 0
            }
            @{ Command = 'Set-IdentityPoolRole'; Change = 'Set-IdentityPoolRole Authenticated -PermissionsBoundary arn:aws:iam::123456789012:policy/Mine'
                Next = 'Set-IdentityPoolRole Authenticated -PermissionsBoundary '; Expected = 'arn:aws:iam::123456789012:policy/Mine'; Counts = 0, 1
            }
            @{ Command = 'Revoke-IdentityPoolAccess'; Change = 'Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::mine/* | Revoke-IdentityPoolAccess -Role Authenticated -All'
                Next = 'Revoke-IdentityPoolAccess -Role Authenticated -Action '; Expected = 's3:GetObject'; Counts = 0, 0
            }
            @{ Command = 'Add-UserPoolGroup'; Change = 'Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 $team'; Next = 'Grant-IdentityPoolAccess -Role A'; Expected = 'Admin'; Counts = 0, 1 }
            @{ Command = 'Remove-UserPoolGroup'; Change = 'Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 $team | Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 admins'
                Next = 'Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 '; Expected = 'admins'; Counts = 0, 0
            }
            @{ Command = 'Add-IdentityPoolSuppression'; Change = 'Add-IdentityPoolSuppression ClassicFlow because'; Next = 'Add-IdentityPoolSuppression ClassicFlow because -Target '; Expected = 'x'; Counts = 1, 0 }
        )
    }

    It 'is taken into account further on: <Command>' -ForEach $changes {
        $before = @(Get-CompletionText "New-IdentityPool x -AllowClassicFlow | $Next")
        $after = @(Get-CompletionText "New-IdentityPool x -AllowClassicFlow | $Change | $Next")
        @($before -like $Expected).Count, @($after -like $Expected).Count | Should -Be $Counts
    }

    It 'changes nothing while an argument that it needs is not known: <Command>' -ForEach $changes {
        $name = $Command
        { Get-Completion "New-IdentityPool x | $name | $Next" } | Should -Not -Throw
        { Get-Completion "New-IdentityPool x | $name `$notRun | $Next" } | Should -Not -Throw
    }

    It 'stands in this table, and says itself what it does' -ForEach @{ Known = $changes.Command } {
        $changing.Name | Sort-Object | Should -Be ($Known | Sort-Object)
        $changing | Where-Object { -not $_.ImplementingType.GetInterface('IChangesPool') } | Should -BeNullOrEmpty
        (Get-Command New-IdentityPool).ImplementingType.GetInterface('IDefinesPool') | Should -Not -BeNullOrEmpty
    }

    It 'may also be defined with roles, which are known further on' {
        Get-CompletionText 'New-IdentityPool x -AuthenticatedRole $admin -NoUnauthenticatedRole | Grant-IdentityPoolAccess -Role ' | Should -Not -Contain 'Unauthenticated'
    }
}

Describe 'Completion with a connection' {
    BeforeAll {
        $connected = Connect-IdentityPool -Sandbox -Region ap-south-1 -AccountId 210987654321 -PassThru
    }

    AfterAll {
        Disconnect-IdentityPool
    }

    It 'fills in region and account' {
        Get-CompletionText 'Grant-IdentityPoolAccess -Service SQS -Resource arn' | Should -Be 'arn:aws:sqs:ap-south-1:210987654321:'
    }

    It 'calls nothing for <_>' -ForEach @(
        'Get-IdentityPool -Id ', 'Get-IdentityPool -Name ', 'Remove-IdentityPool -Arn ', 'Publish-IdentityPool -Id ', 'Get-IdentityPoolCredential -CustomRoleArn ',
        '$live | Compare-IdentityPool -Id ', '$live | Grant-IdentityPoolAccess -Role ', '$live | Add-IdentityPoolSuppression GuestAccess x -Target '
    ) {
        $null = Get-Completion $_
        $connected.Sandbox.Calls | Should -HaveCount 0
    }
}

Describe 'Completion of files' {
    BeforeAll {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'templates')
        $null = New-Item -ItemType Directory -Path (Join-Path $folder.FullName 'sub')
        foreach ($name in 'notes.txt', 'b.json', 'a b.yaml', 'c.template', '.hidden.yml', 'corp.xml', 'd[1].yml') {
            [IO.File]::WriteAllText((Join-Path $folder.FullName $name), 'x')
        }
        $shop, (New-IdentityPool other) | Export-IdentityPool -Path (Join-Path $folder.FullName 'two.yaml')
        $shop | Export-IdentityPool -Path (Join-Path $folder.FullName 'one.json')
        $separator = [IO.Path]::DirectorySeparatorChar
        Push-Location $folder.FullName
    }

    AfterAll {
        Pop-Location
    }

    It 'offers templates and folders' {
        Get-CompletionText 'Import-IdentityPool ' |
            Should -Be "sub$separator".Replace('\', "'sub\'").Replace("sub'sub\'", "'sub\'"), "'a b.yaml'", 'b.json', 'c.template', "'d``[1``].yml'", 'one.json', 'two.yaml'
    }

    It 'offers names as they are for a literal path' {
        Get-CompletionText 'Import-IdentityPool -LiteralPath d' | Should -Be "'d[1].yml'"
    }

    It 'offers hidden files when asked' {
        Get-CompletionText 'Export-IdentityPool .h' | Should -Be "'.hidden.yml'"
    }

    It 'keeps the folder that is typed' {
        Get-CompletionText "Import-IdentityPool ./o" | Should -Be "'./one.json'"
        (Get-Completion "Import-IdentityPool '$($folder.FullName)$($separator)a").CompletionMatches[0].CompletionText | Should -Be "'$($folder.FullName)$($separator)a b.yaml'"
    }

    It 'offers metadata for a SAML provider' {
        Get-CompletionText 'New-SamlProvider -MetadataPath c' | Should -Be 'corp.xml'
    }

    It 'reads the logical ids of <Path>' -ForEach @(
        @{ Path = '-Path two.yaml'; Expected = 'OtherIdentityPool', 'ShopIdentityPool' }
        @{ Path = '-Path *.yaml'; Expected = 'OtherIdentityPool', 'ShopIdentityPool' }
        @{ Path = '-LiteralPath one.json'; Expected = 'ShopIdentityPool' }
    ) {
        Get-CompletionText "Import-IdentityPool $Path -LogicalId " | Sort-Object | Should -Be $Expected
        (Get-Completion "Import-IdentityPool $Path -LogicalId shop").CompletionMatches.ToolTip | Should -BeLike "The identity pool 'ShopIdentityPool' in *"
    }

    It 'offers no logical id of a file that is no template' {
        Get-CompletionText 'Import-IdentityPool b.json -LogicalId zzz' | Should -BeNullOrEmpty
    }
}

Describe 'Every parameter' {
    BeforeAll {
        $common = [System.Management.Automation.Internal.CommonParameters].GetProperties().Name +
            [System.Management.Automation.Internal.ShouldProcessParameters].GetProperties().Name + [System.Management.Automation.PagingParameters].GetProperties().Name

        # What only the user knows. A new parameter has to be closed, to have a completer, or to be named here.
        $free = @(
            # Names and texts that are made up here.
            'Set-IdentityPool -Name', 'Set-IdentityPool -LogicalId', 'Copy-IdentityPool -Name', 'Set-IdentityPoolRole -Description',
            'Add-DeveloperProvider -Name', 'New-IdentityPool -Name', 'New-IdentityPoolRole -Name', 'New-SamlProvider -Name', 'New-UserPool -Name', 'New-UserPoolClient -Name',
            'New-UserPoolGroup -Name', 'New-UserPoolGroup -Description',
            'New-IdentityPool -LogicalId', 'New-UserPool -LogicalId', 'Add-UserPoolAuthentication -ClientVariable', 'New-PolicyStatement -Sid',
            'Add-IdentityPoolSuppression -Reason', 'New-IdentityPoolRole -Description', 'ConvertTo-IdentityPoolTemplate -Description', 'Export-IdentityPool -Description', 'ConvertTo-IdentityPoolTemplate -Parameter', 'Export-IdentityPool -Parameter'

            # Ids, addresses and documents of other parties.
            'Set-LoginProvider -Amazon', 'Set-LoginProvider -Facebook', 'Set-LoginProvider -Google', 'Set-LoginProvider -Apple',
            'Add-LoginProvider -Amazon', 'Add-LoginProvider -Facebook', 'Add-LoginProvider -Google', 'Add-LoginProvider -Apple',
            'New-OpenIdConnectProvider -Url', 'New-OpenIdConnectProvider -ClientId', 'New-OpenIdConnectProvider -Thumbprint', 'New-SamlProvider -MetadataDocument',
            'New-UserPoolClient -CallbackUrl', 'New-UserPoolClient -LogoutUrl', 'Connect-IdentityPool -AccountId', 'Connect-IdentityPool -AllowedAccountId', 'Get-IdentityPoolCredential -AccountId',
            'Import-IdentityPool -AccountId', 'ConvertFrom-IdentityPoolTemplate -AccountId',
            'Resolve-IdentityPoolRole -Token', 'Get-IdentityPoolCredential -IdentityId'

            # Shown by another command, which reads AWS for it.
            'Publish-IdentityPool -PlanHash'

            # Endpoints of one's own.
            'Compare-IdentityPool -EndpointUrl', 'Connect-IdentityPool -EndpointUrl', 'Get-IdentityPool -EndpointUrl', 'Get-IdentityPoolCredential -EndpointUrl',
            'Get-IdentityPoolFinding -EndpointUrl', 'Publish-IdentityPool -EndpointUrl', 'Remove-IdentityPool -EndpointUrl', 'Test-IdentityPool -EndpointUrl'
        )

        function Test-Closed($Parameter) {
            $type = $Parameter.ParameterType.IsArray ? $Parameter.ParameterType.GetElementType() : $Parameter.ParameterType
            $type -in [switch], [int] -or ($Parameter.Attributes | Where-Object { $_ -is [ValidateSet] })
        }

        $open = foreach ($command in Get-Command -Module IdentityPool) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and -not (Test-Closed $_) -and -not ($_.Attributes | Where-Object { $_ -is [Parameter] } | Where-Object { $_.DontShow -and $_.ParameterSetName -eq '__AllParameterSets' }) }) {
                [pscustomobject]@{ Name = "$($command.Name) -$($parameter.Name)"; IsCompleted = @($parameter.Attributes | Where-Object { $_ -is [ArgumentCompleter] }).Count -eq 1 }
            }
        }
    }

    It 'is closed, or completes, or is named as free' {
        $open | Where-Object IsCompleted -EQ $false | ForEach-Object Name | Sort-Object | Should -Be ($free | Sort-Object)
    }

    It 'that completes is many' {
        @($open | Where-Object IsCompleted).Count | Should -BeGreaterThan 100
    }
}

Describe 'A developer provider' {
    It 'is not completed where AWS takes none: <Command>' -ForEach @(@{ Command = 'Add-RoleMapping' }, @{ Command = 'Add-PrincipalTag' }) {
        $line = "New-IdentityPool x | Add-DeveloperProvider dev | Add-LoginProvider -Google g | $Command -ProviderUrl "
        $texts = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText
        $texts | Should -Contain 'accounts.google.com'
        $texts | Should -Not -Contain 'dev'
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
    $name = "cognito-idp.eu-west-1.amazonaws.com/$web"
    $missing = 'eu-west-1:12345678-1234-1234-1234-123456789012'
    $role = 'arn:aws:iam::123456789012:role'
    $command = 'IdentityPools.Commands.GetIdentityPoolCredentialCommand'

    function ConvertTo-Base64Url($Text) { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($Text)).TrimEnd('=').Replace('+', '-').Replace('/', '_') }

    # A token as a provider would issue it, but for the signature, which the sandbox does not look at.
    function New-Token([hashtable] $Claim = @{}) {
        $all = @{ iss = "https://$name"; aud = 'web'; sub = 'ann'; exp = 4000000000 }
        foreach ($key in $Claim.Keys) { $all[$key] = $Claim[$key] }
        "$(ConvertTo-Base64Url '{"alg":"none"}').$(ConvertTo-Base64Url (ConvertTo-Json $all -Compress)).signature"
    }

    function ConvertTo-Text([securestring] $Secret) { [System.Net.NetworkCredential]::new('', $Secret).Password }

    # The sandbox says in the session token which role the credentials stand for.
    function Get-RoleOf($Credential) { ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String((ConvertTo-Text $Credential.SessionToken))) -split ' ')[0] }

    function Get-Refusal([scriptblock] $Action) {
        try { $null = . $Action } catch { return $_ }
        throw 'Nothing was refused.'
    }

    function Get-ExceptionText($Exception) {
        for ($inner = $Exception; $null -ne $inner; $inner = $inner.InnerException) {
            "$inner"
            $inner | Format-List * -Force | Out-String -Width 9999
        }
    }

    # Every stream of a script block, what it threw, and the objects in every way in which scripts write them down.
    function Get-RunText([scriptblock] $Action) {
        $global:Error.Clear()
        try { $records = & $Action *>&1 } catch { $records = @($_) }
        foreach ($record in @($records) + @($global:Error)) {
            if ($record -is [System.Management.Automation.ErrorRecord]) {
                Get-ExceptionText $record.Exception
                "$($record.TargetObject)"
            }

            "$record"
            $record | Out-String -Width 9999
            $record | Format-List * -Force | Out-String -Width 9999
        }
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Get-IdentityPoolCredential' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
        $admin = New-IdentityPoolRole Admin
        $shop = New-IdentityPool shop -AllowUnauthenticatedIdentities |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-LoginProvider -Google google -Facebook 1 |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email admin@shop.example $admin) |
            Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
    }

    It 'gives a guest what guests get' {
        $guest = $shop | Get-IdentityPoolCredential
        $guest | Should -BeOfType ([IdentityPools.IdentityPoolCredential])
        $guest.IdentityId | Should -Match '^eu-west-1:[0-9a-f-]{36}$'
        $guest.AccessKeyId | Should -Match '^ASIA'
        $guest.SecretAccessKey | Should -BeOfType ([securestring])
        ConvertTo-Text $guest.SecretAccessKey | Should -Match '^[A-Za-z0-9+/]{40}$'
        $guest.Expiration | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(50))
        $guest.Expiration.Offset | Should -Be ([timespan]::Zero)
        Get-RoleOf $guest | Should -Be $shop.UnauthenticatedRole.Arn
        ($shop | Get-IdentityPoolCredential).IdentityId | Should -Not -Be $guest.IdentityId
    }

    It 'takes the pool by <Way>' -ForEach @(
        @{ Way = 'id'; Get = { Get-IdentityPoolCredential $shop.Id } }
        @{ Way = 'ids'; Get = { Get-IdentityPoolCredential -Id $shop.Id } }
        @{ Way = 'object'; Get = { Get-IdentityPoolCredential $shop } }
        @{ Way = 'pipeline'; Get = { Get-IdentityPool -Name shop | Get-IdentityPoolCredential } }
        @{ Way = 'reference'; Get = { Get-IdentityPool -Id $shop.Id -AsReference | Get-IdentityPoolCredential } }
        @{ Way = 'property'; Get = { [pscustomobject]@{ IdentityPoolId = $shop.Id } | Get-IdentityPoolCredential } }
        @{ Way = 'session'; Get = { Disconnect-IdentityPool; Get-IdentityPoolCredential $shop.Id -Session $session } }
        @{ Way = 'account'; Get = { Get-IdentityPoolCredential $shop.Id -AccountId 123456789012 } }
    ) {
        Get-RoleOf (. $Get) | Should -Be $shop.UnauthenticatedRole.Arn
    }

    It 'makes the two calls that a client makes, and no other' {
        $null = Get-IdentityPoolCredential $shop.Id -Session $session
        "$($session.Sandbox.Calls.Operation)" | Should -Be 'GetId GetCredentialsForIdentity'
    }

    It 'gives a login its role, under the key <Key>' -ForEach @(
        @{ Key = 'eu-west-1_Ab1Cd2Ef3' }
        @{ Key = 'eu-west-1_Ab1Cd2Ef3:web' }
        @{ Key = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3' }
        @{ Key = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web' }
        @{ Key = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab1Cd2Ef3' }
    ) {
        $first = $shop | Get-IdentityPoolCredential -Login @{ $Key = New-Token }
        Get-RoleOf $first | Should -Be $shop.AuthenticatedRole.Arn
        $again = $shop | Get-IdentityPoolCredential -Login @{ $Key = ConvertTo-SecureString (New-Token) -AsPlainText -Force }
        $again.IdentityId | Should -Be $first.IdentityId
    }

    It 'follows the mapping of <Key>' -ForEach @(@{ Key = 'Google' }, @{ Key = 'google' }, @{ Key = 'accounts.google.com' }) {
        $token = New-Token @{ iss = 'accounts.google.com'; aud = 'google'; email = 'admin@shop.example' }
        $arn = ($shop.Roles | Where-Object Name -EQ Admin).Arn
        Get-RoleOf ($shop | Get-IdentityPoolCredential -Login @{ $Key = $token }) | Should -Be $arn
    }

    It 'takes the role that is asked for, if the token offers it' {
        'One', 'Two' | ForEach-Object { $session.Sandbox.AddRole("$role/$_") }
        $mapped = New-IdentityPool mapped | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-RoleMapping -UserPool $web -UseToken | Publish-IdentityPool -PassThru
        $login = @{ $web = New-Token @{ 'cognito:roles' = "$role/One", "$role/Two"; 'cognito:preferred_role' = "$role/One" } }
        Get-RoleOf ($mapped | Get-IdentityPoolCredential -Login $login) | Should -Be "$role/One"
        Get-RoleOf ($mapped | Get-IdentityPoolCredential -Login $login -CustomRoleArn "$role/Two") | Should -Be "$role/Two"
        $refusal = Get-Refusal { $mapped | Get-IdentityPoolCredential -Login $login -CustomRoleArn "$role/Three" }
        $refusal.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
    }

    It 'knows an OpenID Connect provider by <Key>' -ForEach @(@{ Key = 'login.example.com/shop' }, @{ Key = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/shop' }) {
        $arn = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/shop'
        $session.Sandbox.AddOpenIdConnectProvider($arn, 'web')
        $pool = New-IdentityPool oidc | Add-OpenIdConnectProvider $arn | Publish-IdentityPool -PassThru
        $token = New-Token @{ iss = 'https://login.example.com/shop' }
        Get-RoleOf ($pool | Get-IdentityPoolCredential -Login @{ $Key = $token }) | Should -Be $pool.AuthenticatedRole.Arn
    }

    It 'is refused: <Why>' -ForEach @(
        @{ Why = 'a client that the pool has not'; Login = { @{ $web = New-Token @{ aud = 'other' } } }; Says = 'Token is not from a supported provider' }
        @{ Why = 'an expired token'; Login = { @{ $web = New-Token @{ exp = 1 } } }; Says = 'Token expired: 1' }
        @{ Why = 'a provider that the pool has not'; Login = { @{ Amazon = 'Atza' } }; Says = 'Token is not from a supported provider' }
        @{ Why = 'what is no token'; Login = { @{ $web = 'hello' } }; Says = 'Not a valid OpenId Connect identity token' }
        @{ Why = 'a mapping that denies'; Login = { @{ Google = New-Token @{ iss = 'accounts.google.com'; aud = 'google'; email = 'bob@shop.example' } } }; Says = 'The ambiguous role mapping rules denied this request' }
    ) {
        $login = & $Login
        $refusal = Get-Refusal { $shop | Get-IdentityPoolCredential -Login $login }
        $refusal.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        "$($refusal.CategoryInfo.Category)" | Should -Be 'PermissionDenied'
        $refusal.TargetObject | Should -Be $shop.Id
        $refusal.Exception.Message | Should -Match $Says
        $refusal.Exception.Message | Should -Match 'NotAuthorizedException, request [0-9a-f-]{36}'
        $refusal.Exception.ErrorCode | Should -Be 'NotAuthorizedException'
        $refusal.Exception.RequestId | Should -Match '^[0-9a-f-]{36}$'
    }

    It 'refuses guests of a pool without them' {
        $refusal = Get-Refusal { New-IdentityPool closed | Publish-IdentityPool -PassThru | Get-IdentityPoolCredential }
        $refusal.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $refusal.Exception.Message | Should -Match 'Unauthenticated access is not supported'
    }

    It 'says that the pool has no role that it can use' {
        $session.Sandbox.RolePropagationDelay = '01:00:00'
        $refusal = Get-Refusal { $shop | Get-IdentityPoolCredential }
        $refusal.FullyQualifiedErrorId | Should -Be "PoolMisconfigured,$command"
        $refusal.Exception.Message | Should -Match 'InvalidIdentityPoolConfigurationException'
        $refusal.Exception.Message | Should -Match 'trust policy'
    }

    It 'goes on with the next pool' {
        $closed = New-IdentityPool closed | Publish-IdentityPool -PassThru
        $definition = New-IdentityPool definition
        $found = $closed, $shop, $definition, $shop | Get-IdentityPoolCredential -ErrorAction SilentlyContinue -ErrorVariable faults
        $found | Should -HaveCount 2
        "$($faults.FullyQualifiedErrorId)" | Should -Be "LoginRefused,$command CredentialNeedsId,$command"
        $found = Get-IdentityPoolCredential -Id $missing, 'us-east-1:12345678-1234-1234-1234-123456789012', $shop.Id -ErrorAction SilentlyContinue -ErrorVariable faults
        $found | Should -HaveCount 1
        "$($faults.FullyQualifiedErrorId)" | Should -Be "IdentityPoolNotFound,$command IdentityPoolRegionMismatch,$command"
    }

    It 'asks for a definition to be published' {
        $refusal = Get-Refusal { New-IdentityPool definition | Get-IdentityPoolCredential }
        $refusal.FullyQualifiedErrorId | Should -Be "CredentialNeedsId,$command"
        $refusal.Exception.Message | Should -Match 'Publish-IdentityPool -PassThru'
        "$($refusal.TargetObject)" | Should -Be 'definition'
    }

    It 'does not find a pool of another account' {
        (Get-Refusal { $shop | Get-IdentityPoolCredential -AccountId 210987654321 }).FullyQualifiedErrorId | Should -Be "IdentityPoolNotFound,$command"
    }

    It 'does not look up an identity that is given' {
        $first = $shop | Get-IdentityPoolCredential -Login @{ $web = New-Token }
        $session.Sandbox.ClearCalls()
        $again = $shop | Get-IdentityPoolCredential -Login @{ $web = New-Token } -IdentityId $first.IdentityId
        $again.IdentityId | Should -Be $first.IdentityId
        "$($session.Sandbox.Calls.Operation)" | Should -Be 'GetCredentialsForIdentity'
        (Get-Refusal { $shop | Get-IdentityPoolCredential -IdentityId $first.IdentityId }).FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $refusal = Get-Refusal { $shop | Get-IdentityPoolCredential -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 }
        $refusal.FullyQualifiedErrorId | Should -Be "IdentityOfOtherRegion,$command"
    }

    It 'takes a token of another identity pool for what it is' {
        $one, $two = 'one', 'two' | ForEach-Object { New-IdentityPool $_ | Add-DeveloperProvider login.shop | Publish-IdentityPool -PassThru }
        $token = ($session.Sandbox.Invoke('GetOpenIdTokenForDeveloperIdentity', (@{ IdentityPoolId = $one.Id; Logins = @{ 'login.shop' = 'ann' } } | ConvertTo-Json)) | ConvertFrom-Json).Token
        $login = @{ 'cognito-identity.amazonaws.com' = $token }
        Get-RoleOf ($one | Get-IdentityPoolCredential -Login $login) | Should -Be $one.AuthenticatedRole.Arn
        $refusal = Get-Refusal { $two | Get-IdentityPoolCredential -Login $login }
        $refusal.FullyQualifiedErrorId | Should -Be "TokenOfAnotherPool,$command"
        $refusal.Exception.Message | Should -Match "$($one.Id).*$($two.Id)"
        (Get-Refusal { $two | Resolve-IdentityPoolRole -Token $token }).FullyQualifiedErrorId | Should -BeLike 'TokenOfAnotherPool,*'
        $refusal = Get-Refusal { $one | Get-IdentityPoolCredential -Login $login -IdentityId $missing }
        $refusal.FullyQualifiedErrorId | Should -Be "IdentityOfOtherToken,$command"
    }

    It 'proves the account of an identity that is given, where only some accounts are allowed' {
        $guest = ($shop | Get-IdentityPoolCredential).IdentityId
        $session.Sandbox.DenyAction('cognito-identity:DescribeIdentity')
        $bound = Connect-IdentityPool -Sandbox -AllowedAccountId 123456789012 -PassThru -NotDefault
        $pool = New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -Session $bound -PassThru
        $known = ($pool | Get-IdentityPoolCredential -Session $bound).IdentityId
        ($pool | Get-IdentityPoolCredential -Session $bound -IdentityId $known).IdentityId | Should -Be $known
        (Get-Refusal { $pool | Get-IdentityPoolCredential -Session $bound -IdentityId $guest }).FullyQualifiedErrorId | Should -Be "IdentityNotProved,$command"
    }

    Context 'in the classic flow' {
        BeforeEach {
            $session.Sandbox.AddRole("$role/Any")
            $session.Sandbox.AddRole("$role/Shut", '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}')
            $open = New-IdentityPool open -AllowUnauthenticatedIdentities -AllowClassicFlow | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
                Publish-IdentityPool -PassThru
            $session.Sandbox.ClearCalls()
        }

        It 'gets a session of the role that is named' {
            $credential = $open | Get-IdentityPoolCredential -Login @{ $web = New-Token } -Classic -RoleArn "$role/Any"
            Get-RoleOf $credential | Should -Be "$role/Any"
            $credential.IdentityId | Should -Match '^eu-west-1:'
            "$($session.Sandbox.Calls.Operation)" | Should -Be 'GetId GetOpenIdToken AssumeRoleWithWebIdentity'
        }

        It 'warns that nothing limits guests there' {
            $null = $open | Get-IdentityPoolCredential -Classic -RoleArn $open.UnauthenticatedRole.Arn -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -Match 'does not limit unauthenticated identities with a session policy'
            $null = $open | Get-IdentityPoolCredential -WarningVariable warned
            $warned | Should -BeNullOrEmpty
        }

        It 'is refused by the trust policy of the role' {
            $refusal = Get-Refusal { $open | Get-IdentityPoolCredential -Login @{ $web = New-Token } -Classic -RoleArn "$role/Shut" }
            $refusal.FullyQualifiedErrorId | Should -Be "ClassicRoleRefused,$command"
            $refusal.Exception.Message | Should -Match 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
            "$($refusal.CategoryInfo.Category)" | Should -Be PermissionDenied
        }

        It 'is refused where the pool has <What>' -ForEach @(
            @{ What = 'it off'; Pool = { New-IdentityPool off -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru }; Says = 'Basic \(classic\) flow is not enabled, please use enhanced flow' }
            @{ What = 'role mappings'; Pool = { $open | Add-RoleMapping -UserPool $web -UseToken | Publish-IdentityPool -PassThru }; Says = 'not supported with RoleMappings' }
        ) {
            $pool = & $Pool
            $refusal = Get-Refusal { $pool | Get-IdentityPoolCredential -Classic -RoleArn "$role/Any" }
            $refusal.FullyQualifiedErrorId | Should -Be "ClassicFlowRefused,$command"
            $refusal.Exception.Message | Should -Match $Says
        }

        It 'explains a login that is refused without a role' {
            $refusal = Get-Refusal { $open | Get-IdentityPoolCredential -Login @{ $web = New-Token @{ aud = 'other' } } -Classic -RoleArn "$role/Any" }
            $refusal.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
            $refusal.Exception.Message | Should -Not -Match 'NoMapping'
        }
    }

    It 'ends at once: <Id>, <Case>' -ForEach @(
        @{ Id = 'InvalidIdentityId'; Case = 'identity'; Argument = { @{ IdentityId = 'ann' } }; Says = "'ann'" }
        @{ Id = 'InvalidIdentityId'; Case = 'identity in a token'; Argument = { @{ Login = @{ 'cognito-identity.amazonaws.com' = New-Token @{ sub = 'nocolon' } } } }; Says = "'nocolon'" }
        @{ Id = 'InvalidIdentityId'; Case = 'identity in a token, no GUID'; Argument = { @{ Login = @{ 'cognito-identity.amazonaws.com' = New-Token @{ sub = 'eu-west-1:zz' } } } }; Says = "'eu-west-1:zz'" }
        @{ Id = 'AccountIdWithIdentity'; Case = 'account of an identity'; Argument = { @{ IdentityId = $missing; AccountId = '123456789012' } }; Says = 'Omit -AccountId' }
        @{ Id = 'DeveloperTokenIncomplete'; Case = 'no token of a pool'; Argument = { @{ Login = @{ 'cognito-identity.cn-north-1.amazonaws.com.cn' = New-Token @{ sub = '' } } } }; Says = 'no claim sub' }
        @{ Id = 'TokenParts'; Case = 'no token at all'; Argument = { @{ Login = @{ 'cognito-identity-us-gov.amazonaws.com' = 'ann' } } }; Says = '1' }
        @{ Id = 'ParameterAlone'; Case = 'classic flow without role'; Argument = { @{ Classic = $true } }; Says = '-RoleArn' }
        @{ Id = 'ParameterAlone'; Case = 'role without classic flow'; Argument = { @{ RoleArn = "$role/One" } }; Says = '-Classic' }
        @{ Id = 'ClassicCustomRole'; Case = 'both roles'; Argument = { @{ Classic = $true; RoleArn = "$role/One"; CustomRoleArn = "$role/One" } }; Says = '-RoleArn' }
        @{ Id = 'InvalidCustomRole'; Case = 'classic role'; Argument = { @{ Classic = $true; RoleArn = 'Admin' } }; Says = "'Admin'" }
        @{ Id = 'EmptyLoginProvider'; Case = 'empty key'; Argument = { @{ Login = @{ ' ' = New-Token } } }; Says = 'accounts.google.com' }
        @{ Id = 'EmptyLoginToken'; Case = 'empty'; Argument = { @{ Login = @{ Google = '' } } }; Says = "'Google'.*remove the provider" }
        @{ Id = 'EmptyLoginToken'; Case = 'null'; Argument = { @{ Login = @{ Google = $null } } }; Says = 'no token for' }
        @{ Id = 'EmptyLoginToken'; Case = 'empty secure string'; Argument = { @{ Login = @{ Google = [securestring]::new() } } }; Says = 'no token for' }
        @{ Id = 'InvalidLoginToken'; Case = 'number'; Argument = { @{ Login = @{ Google = 3 } } }; Says = 'Int32.*string or a SecureString' }
        @{ Id = 'InvalidLoginToken'; Case = 'list'; Argument = { @{ Login = @{ Google = 'a', 'b' } } }; Says = 'string or a SecureString' }
        @{ Id = 'LoginTokenTooLarge'; Case = '50001'; Argument = { @{ Login = @{ Google = 'x' * 50001 } } }; Says = '50001.*50000' }
        @{ Id = 'DuplicateLogin'; Case = 'name and host'; Argument = { @{ Login = @{ Google = 'a'; 'accounts.google.com' = 'b' } } }; Says = 'twice' }
        @{ Id = 'DuplicateLogin'; Case = 'id and provider name'; Argument = { @{ Login = @{ $web = 'a'; "${name}:web" = 'b' } } }; Says = 'twice' }
        @{ Id = 'TooManyLogins'; Case = '11'; Argument = { $many = @{}; 1..11 | ForEach-Object { $many["p$_.example.com"] = 'a' }; @{ Login = $many } }; Says = '11.*10' }
        @{ Id = 'UnknownLoginProvider'; Case = 'name'; Argument = { @{ Login = @{ Goggle = 'a' } } }; Says = "'Goggle'" }
        @{ Id = 'LoginProviderIsUrl'; Case = 'URL'; Argument = { @{ Login = @{ 'https://login.example.com/shop' = 'a' } } }; Says = "'login.example.com/shop'" }
        @{ Id = 'LoginProviderIsToken'; Case = 'swapped'; Argument = { @{ Login = @{ (New-Token) = 'Google' } } }; Says = 'characters' }
        @{ Id = 'InvalidSamlProvider'; Case = 'ARN of a role'; Argument = { @{ Login = @{ "$role/One" = 'a' } } }; Says = 'role/One' }
        @{ Id = 'InvalidUserPool'; Case = 'user pool'; Argument = { @{ Login = @{ 'eu-west-1_!' = 'a' } } }; Says = 'eu-west-1_!' }
        @{ Id = 'InvalidCustomRole'; Case = 'role'; Argument = { @{ CustomRoleArn = 'Admin' } }; Says = "'Admin'.*arn:aws:iam" }
        @{ Id = 'InvalidAccountId'; Case = 'account'; Argument = { @{ AccountId = '12345' } }; Says = "'12345'.*12 digits" }
        @{ Id = 'ParameterArgumentValidationError'; Case = 'no login'; Argument = { @{ Login = @{} } }; Says = 'Login' }
    ) {
        $arguments = & $Argument
        $refusal = Get-Refusal { $shop, $shop | Get-IdentityPoolCredential @arguments -ErrorAction Continue }
        $refusal.FullyQualifiedErrorId | Should -Be "$Id,$command"
        "$($refusal.CategoryInfo.Category)" | Should -Not -Be 'NotSpecified'
        $refusal.Exception.Message | Should -Match $Says
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'repeats what passes, and says what does not: <Fault>' -ForEach @(
        @{ Fault = 'Throttling'; Id = 'Throttled' }
        @{ Fault = 'InternalError'; Id = 'ServiceFailed' }
        @{ Fault = 'ConnectionReset'; Id = 'NoAnswer' }
        @{ Fault = 'EmptyAnswer'; Id = 'AnswerUnreadable' }
        @{ Fault = 'TruncatedAnswer'; Id = 'AnswerUnreadable' }
    ) {
        foreach ($operation in 'GetId', 'GetCredentialsForIdentity') {
            $session.Sandbox.ClearFaults()
            $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, $operation, 0, 1000))
            (Get-Refusal { $shop | Get-IdentityPoolCredential }).FullyQualifiedErrorId | Should -Be "$Id,$command"
        }

        $session.Sandbox.ClearFaults()
        if ($Id -ne 'AnswerUnreadable') {
            $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, 'GetCredentialsForIdentity'))
            $shop | Get-IdentityPoolCredential | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows no secret, whatever happens' {
        $token = New-Token
        $expired = New-Token @{ exp = 1 }
        $secure = ConvertTo-SecureString $token -AsPlainText -Force
        $script:given = @()
        $text = Get-RunText {
            $script:given += $shop | Get-IdentityPoolCredential -Login @{ $web = $token } -Verbose -Debug
            $script:given += $shop | Get-IdentityPoolCredential -Login @{ $web = $secure } -Verbose -Debug
            $script:given
            $script:given | Format-Table | Out-String
            $script:given | ConvertTo-Json -Depth 5
            $shop | Get-IdentityPoolCredential -Login @{ $web = $expired } -Verbose -Debug -ErrorAction Continue
            foreach ($login in @{ $token = 'Google' }, @{ Google = $token; 'accounts.google.com' = $token }, @{ nobody = $token }, @{ Google = $token * 500 }, @{ $web = @($token) }) {
                try { $shop | Get-IdentityPoolCredential -Login $login -Verbose -Debug } catch { $_ }
            }

            foreach ($fault in 'TruncatedAnswer', 'EmptyAnswer', 'HtmlAnswer', 'LostResponse') {
                foreach ($operation in 'GetId', 'GetCredentialsForIdentity') {
                    $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($fault, $operation, 0, 10))
                    $shop | Get-IdentityPoolCredential -Login @{ $web = $token } -Verbose -Debug -ErrorAction Continue
                    $session.Sandbox.ClearFaults()
                }
            }
        }
        $text = $text -join "`n"
        $text | Should -Match 'GetCredentialsForIdentity'
        $text | Should -Match 'TooLarge'
        $script:given | Should -HaveCount 2
        foreach ($secret in @($token, $expired, $token.Split('.')[1]) + @($script:given | ForEach-Object { ConvertTo-Text $_.SecretAccessKey; ConvertTo-Text $_.SessionToken })) {
            $secret.Length | Should -BeGreaterThan 30
            $text.Contains($secret) | Should -BeFalse
        }
    }

    It 'is read as who and until when' {
        $guest = $shop | Get-IdentityPoolCredential
        "$guest" | Should -Match "^$($guest.IdentityId) until \d{4}-"
        $table = ($guest | Out-String -Width 100).Trim() -split '\r?\n'
        ($table[0] -replace '\e\[[0-9;]*m' -replace '\s+', ' ').Trim() | Should -Be 'Expiration AccessKeyId IdentityId'
        $table | ForEach-Object { ($_ -replace '\e\[[0-9;]*m').Length | Should -BeLessOrEqual 100 }
        $guest | Format-List | Out-String | Should -Not -Match 'Secret|Token'
    }

    It 'leads on to a session of its own' {
        $guest = $shop | Get-IdentityPoolCredential
        $guest.Credential | Should -BeOfType ([pscredential])
        $guest.Credential.UserName | Should -Be $guest.AccessKeyId
        ConvertTo-Text $guest.Credential.Password | Should -Be (ConvertTo-Text $guest.SecretAccessKey)
        $real = Connect-IdentityPool -Region eu-west-1 -Credential $guest.Credential -SessionToken $guest.SessionToken -PassThru
        $real.Region | Should -Be 'eu-west-1'
        $guest | ForEach-Object { { $_.SecretAccessKey.AppendChar('x') } | Should -Throw -ErrorId 'InvalidOperationException' }
    }
}

# Why a pool refuses a login.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
    $webName = "cognito-idp.eu-west-1.amazonaws.com/$web"
    $command = 'IdentityPools.Commands.GetIdentityPoolCredentialCommand'
    $denied = 'The ambiguous role mapping rules denied this request'
    $configuration = 'Invalid identity pool configuration. Check assigned IAM roles for this pool.'

    function ConvertTo-Base64Url($Text) {
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($Text)).TrimEnd('=').Replace('+', '-').Replace('/', '_')
    }

    # A token that nobody signed; the sandbox reads it as if it were.
    function New-Token([hashtable] $Claim) {
        $claims = @{ iss = "https://$webName"; aud = 'web'; sub = 'ann'; marker = 'TokenMarkerQwErTy' }
        foreach ($name in $Claim.Keys) { $claims[$name] = $Claim[$name] }
        '{0}.{1}.c2lnbmF0dXJl' -f (ConvertTo-Base64Url '{"alg":"RS256"}'), (ConvertTo-Base64Url ($claims | ConvertTo-Json -Compress))
    }


    function Get-Failure([scriptblock] $Action) {
        try { & $Action | Out-Null } catch { return $_ }
        throw 'Nothing failed.'
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'A refusal' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
        $definition = New-IdentityPool shop |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-LoginProvider -Google google-app -Facebook 1234567890 |
            Add-RoleMapping -UserPool $web -Rule (New-RoleMappingRule custom:job admin (New-IdentityPoolRole Admin))
        $pool = $definition | Publish-IdentityPool -PassThru
        $clerk = New-Token @{ 'custom:job' = 'clerk' }
        $session.Sandbox.ClearCalls()
    }

    It 'is explained by the rules' {
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential -Login @{ $web = $clerk } }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        "$($failure.CategoryInfo.Category)" | Should -Be 'PermissionDenied'
        $failure.TargetObject | Should -Be $pool.Id
        $failure.Exception.ErrorCode | Should -Be 'NotAuthorizedException'
        $lines = $failure.Exception.Message -split '\r?\n'
        $lines[0] | Should -Match "^The identity pool rejected .*$denied \(NotAuthorizedException, request "
        $lines[1] | Should -Be "Simulated with the same input: Denied: $denied (AmbiguousRoleResolution)."
        $lines[2] | Should -Match "^1\. custom:job is 'clerk': does not match Equals 'admin'"
        $failure.Exception.Decisions | Should -HaveCount 1
        "$($failure.Exception.Decisions[0].Outcome)" | Should -Be 'Denied'
        $failure.Exception.Decisions[0].Message | Should -Be $denied
        "$($session.Sandbox.Calls.Operation)" | Should -Be 'GetId GetCredentialsForIdentity'
    }

    It 'reads the pool where only the id is known' {
        $failure = Get-Failure { Get-IdentityPoolCredential $pool.Id -Login @{ $web = $clerk } }
        $failure.Exception.Message | Should -Match "Simulated with the same input: Denied: $denied"
        $session.Sandbox.Calls.Operation | Should -Contain 'DescribeIdentityPool'
    }

    It 'stands without explanation where the pool may not be read' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('AccessDenied', 'DescribeIdentityPool', 0, 100))
        $failure = Get-Failure { Get-IdentityPoolCredential $pool.Id -Login @{ $web = $clerk } }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $failure.Exception.Message | Should -Match $denied
        $failure.Exception.Message | Should -Match 'No explanation is available, because the pool could not be read: .*DescribeIdentityPool'
        $failure.Exception.Decisions | Should -HaveCount 0
    }

    It 'of a guest says that the pool has none' {
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $failure.Exception.Message | Should -Match 'Simulated with the same input: Denied: Unauthenticated access is not supported for this identity pool \(Guest\)'
    }

    It 'of a role that does not trust the pool says so, by <Way>' -ForEach @(
        @{ Way = 'id'; Get = { Get-IdentityPoolCredential $other.Id -Login $login } }
        @{ Way = 'what was published'; Get = { $other | Get-IdentityPoolCredential -Login $login } }
        @{ Way = 'what was read'; Get = { Get-IdentityPool other | Get-IdentityPoolCredential -Login $login } }
    ) {
        $stranger = 'arn:aws:iam::123456789012:role/Stranger'
        $trust = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:00000000-0000-0000-0000-000000000000"}}}]}'
        $session.Sandbox.AddRole($stranger, $trust)
        $other = New-IdentityPool other -AuthenticatedRole $stranger | Add-LoginProvider -Google google-app | Publish-IdentityPool -PassThru -WarningAction SilentlyContinue
        $login = @{ Google = New-Token @{ iss = 'accounts.google.com'; aud = 'google-app' } }
        $failure = Get-Failure $Get
        $failure.FullyQualifiedErrorId | Should -Be "PoolMisconfigured,$command"
        "$($failure.CategoryInfo.Category)" | Should -Be 'InvalidOperation'
        $failure.Exception.Message | Should -Match ([regex]::Escape("Simulated with the same input: Denied: $($configuration.TrimEnd('.')) (NoMapping)."))
        $failure.Exception.Message | Should -Match 'The trust policy of .*Stranger does not allow these identities of other'
    }

    It 'of a token that is over says since when' {
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential -Login @{ $web = New-Token @{ 'custom:job' = 'admin'; exp = 1 } } }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $failure.Exception.Message | Should -Match 'Token expired'
        $failure.Exception.Message | Should -Match 'The token expired at 1970-01-01 00:00:01Z'
        $failure.Exception.Message | Should -Not -Match 'Simulated|AWS should allow this'
    }

    It 'of <Key> is explained by <Explanation>' -ForEach @(
        @{ Key = 'Amazon'; Claim = $null; Explanation = "The request cannot be simulated: Identity pool 'shop' has no provider Amazon" }
        @{ Key = 'login.example.com'; Claim = @{}; Explanation = "The request cannot be simulated: Identity pool 'shop' has no provider login.example.com" }
        @{ Key = 'eu-west-1_Other0000'; Claim = @{}; Explanation = "The request cannot be simulated: Identity pool 'shop' has no provider user pool eu-west-1_Other0000" }
        @{ Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = $null; Explanation = 'The request cannot be simulated: The text is not a JSON web token' }
        @{ Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = @{ aud = 'other' }; Explanation = "The request cannot be simulated: The token is for 'other' \(issuer .*\), which is not a provider" }
        @{ Key = 'Google'; Claim = @{ iss = 'accounts.google.com'; aud = 'other' }; Explanation = "The request cannot be simulated: The token is for 'other' \(issuer accounts.google.com\)" }
        @{ Key = 'Google'; Claim = @{}; Explanation = "The request cannot be simulated: The token was specified for 'accounts.google.com' but was issued by user pool" }
    ) {
        $token = if ($null -eq $Claim) { 'OpaqueTokenAsDfGh' } else { New-Token $Claim }
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential -Login @{ $Key = $token } }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $failure.Exception.Message | Should -Match $Explanation
        $failure.Exception.Decisions | Should -HaveCount 0
    }

    It 'of the developer provider by its own name tells the right one' {
        $developers = New-IdentityPool backend | Add-DeveloperProvider login.shop | Publish-IdentityPool -PassThru
        $failure = Get-Failure { $developers | Get-IdentityPoolCredential -Login @{ 'login.shop' = 'ann' } }
        $failure.Exception.Message | Should -Match "GetOpenIdTokenForDeveloperIdentity; specify that token as the login of 'cognito-identity.amazonaws.com'"
    }

    It 'of several logins simulates each' {
        $google = New-Token @{ iss = 'accounts.google.com'; aud = 'google-app' }
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential -Login ([ordered]@{ $web = $clerk; Facebook = 'opaque'; Google = $google }) }
        $failure.Exception.Message | Should -Match "Simulated with the same login of $([regex]::Escape($webName)): Denied"
        $failure.Exception.Message | Should -Match 'The login of graph.facebook.com cannot be simulated'
        $failure.Exception.Message | Should -Match 'Simulated with the same login of accounts.google.com: .*Authenticated \(NoMapping\)'
        $failure.Exception.Message | Should -Match 'AWS does not document which role mapping applies'
        $failure.Exception.Decisions | Should -HaveCount 2
    }

    It 'of a role that was asked for is explained' {
        $arn = 'arn:aws:iam::123456789012:role/Nobody'
        $failure = Get-Failure { $pool | Get-IdentityPoolCredential -Login @{ $web = New-Token @{ 'custom:job' = 'admin' } } -CustomRoleArn $arn }
        $failure.FullyQualifiedErrorId | Should -Be "LoginRefused,$command"
        $failure.Exception.Message | Should -Match 'the request specifies another role'
    }

    It 'of one pool does not keep the others from their credentials' {
        $open = 'a', 'b' | ForEach-Object { New-IdentityPool $_ -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru }
        $credentials = @($open[0], $pool, $open[1] | Get-IdentityPoolCredential -ErrorAction SilentlyContinue -ErrorVariable faults)
        $credentials | Should -HaveCount 2
        @($faults).Count | Should -Be 1
        $faults[0].TargetObject | Should -Be $pool.Id
    }

    It 'of a pool that there is not names it' {
        $none = 'eu-west-1:00000000-0000-0000-0000-000000000000'
        $failure = Get-Failure { Get-IdentityPoolCredential $none }
        $failure.FullyQualifiedErrorId | Should -Be "IdentityPoolNotFound,$command"
        $failure.TargetObject | Should -Be $none
    }
}

# tests/field/situations: signing in as users met it. Each script is run as it stands, and what came of it is read.
BeforeDiscovery {
    $noPython = -not (Get-Command python3 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    # As at a prompt: a line that fails does not keep the next one from being run.
    $ErrorActionPreference = 'Continue'

    function Get-Said($Name) { (& { & "$PSScriptRoot/field/situations/$Name.ps1"; Disconnect-IdentityPool } | Out-String -Width 400) -replace '\r' }

    # What came of one step, with the lines of an error joined.
    function Get-Step($Said, $Label) { ($Said -split '(?m)^--- ' | Where-Object { $_.StartsWith($Label) }) -replace '\n\s+\| ', ' ' }
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'A developer identity' {
    BeforeAll {
        $said = Get-Said developer-login
    }

    It 'signs in with the token of its backend, and no identity is looked up' {
        $identity = ($said -split '\n')[0]
        $identity | Should -Match '^eu-west-1:[0-9a-f-]{36}$'
        Get-Step $said 'developer token' | Should -Match "ASIA\w+ +$identity\s+GetCredentialsForIdentity\s*$"
    }

    It 'is refused by GetId in the words of AWS' {
        Get-Step $said 'GetId with a token' | Should -Match "NotAuthorizedException: Invalid login token\. Can't pass in a Cognito token\."
    }

    It 'says which login to use in place of the name of the developer provider' {
        Get-Step $said 'by developer provider name' | Should -Match "specify that token as the login of 'cognito-identity.amazonaws.com'"
    }

    It 'is resolved by the token of the pool itself' {
        Get-Step $said 'resolve' | Should -Match 'Role +NoMapping .*Authenticated'
    }

    It 'is described in the help' {
        Get-Content "$PSScriptRoot/../docs/en-US/Get-IdentityPoolCredential.md" -Raw | Should -Match 'GetOpenIdTokenForDeveloperIdentity'
    }
}

Describe 'An issuer that ends with a slash' {
    BeforeAll {
        $said = Get-Said oidc-slash
    }

    It 'keeps the slash in IAM' {
        Get-Step $said 'IAM create' | Should -Match 'EntityAlreadyExists.*https://tenant.auth0.example/ already exists'
        Get-Step $said 'IAM list' | Should -Match 'oidc-provider/tenant.auth0.example/"'
    }

    It 'is <Step>' -ForEach @(
        @{ Step = 'read the live pool'; Says = 'auth0' }
        @{ Step = 'import'; Says = 'oidc-provider/tenant.auth0.example/' }
        @{ Step = 'author'; Says = 'oidc-provider/tenant.auth0.example/' }
        @{ Step = 'template'; Says = '(?m)Url: https://made.auth0.example/$' }
        @{ Step = 'publish'; Says = 'made' }
        @{ Step = 'read back'; Says = 'arn:aws:iam::123456789012:oidc-provider/made.auth0.example/' }
        @{ Step = 'resolve on live pool'; Says = 'Role +NoMapping' }
        @{ Step = 'resolve on definition'; Says = 'Role +NoMapping' }
        @{ Step = 'cred with slash'; Says = 'ASIA' }
    ) {
        $step = Get-Step $said $Step
        $step | Should -Match $Says
        $step | Should -Not -Match 'THROWN|Line \|'
    }

    It 'is another issuer without it, which the error says' {
        Get-Step $said 'cred without slash' | Should -Match "Token is not from a supported provider.*has no provider 'made.auth0.example', but it has 'made.auth0.example/'"
    }

    It 'is read from an account that has one' -Skip:$noPython {
        $start = [Diagnostics.ProcessStartInfo]::new('python3')
        $start.ArgumentList.Add("$PSScriptRoot/field/situations/fake-pool-with-slash.py")
        $start.RedirectStandardOutput = $true
        $server = [Diagnostics.Process]::Start($start)
        try {
            $server.StandardOutput.ReadLine() | Should -Not -BeNullOrEmpty
            $live = Get-Said oidc-slash-live
        }
        finally {
            $server.Kill()
            $server.Dispose()
        }

        Get-Step $live 'Get-IdentityPool' | Should -Match 'auth0'
        Get-Step $live 'all pools' | Should -Match 'auth0'
        Get-Step $live 'Compare-IdentityPool' | Should -Match 'auth0: 4'
        # Not ours, which is said once the pool was read.
        Get-Step $live 'Remove-IdentityPool' | Should -Match 'was not published by this module'
        $live | Should -Not -Match 'THROWN'
        Get-Step $live 'Publish-IdentityPool' | Should -Not -Match 'Line \|'
    }
}

Describe 'A user pool of another account' {
    BeforeAll {
        $said = Get-Said cross-account-user-pool
    }

    It 'is published, and compares equal' {
        Get-Step $said 'publish' | Should -Match 'cross'
        (Get-Step $said 'compare').Trim() | Should -Be 'compare'
        $said | Should -Not -Match 'THROWN|Line \|'
    }

    It 'is unknown, which is no error, and no remedy removes it' {
        foreach ($step in 'findings with a session, definition', 'findings with a session, live') {
            $found = Get-Step $said $step
            $found | Should -Match 'RuleId   : UserPoolElsewhere\s+Severity : Information\s+Message  : .*Whether it is in another account or was deleted is not known'
            $found | Should -Not -Match 'Severity : Error'
            $found | Should -Not -Match 'Prune'
        }
    }

    It 'can be accepted as it is' {
        $session = Connect-IdentityPool -Sandbox -PassThru -NotDefault
        $found = New-IdentityPool cross | Add-UserPoolAuthentication us-east-1_Other0001 -UserPoolClient web | Publish-IdentityPool -Session $session -PassThru |
            Get-IdentityPoolFinding -Session $session -RuleId UserPoolElsewhere
        $found.Severity | Should -Be Information
        $found.Remedy | Should -Match 'Remove the provider only if you know'
    }
}

Describe 'A token' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $session.Sandbox.AddUserPool('eu-west-1_Ab1Cd2Ef3', 'web')
        $session.Sandbox.AddOpenIdConnectProvider('arn:aws:iam::123456789012:oidc-provider/accounts.google.com', 'one', 'two')
        $session.Sandbox.AddOpenIdConnectProvider('arn:aws:iam::123456789012:oidc-provider/login.example/realms/Shop', 'app')
        function ConvertTo-Token($Claim) {
            $encode = { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $args[0] -Compress -Depth 9))).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
            "$(& $encode @{ alg = 'none' }).$(& $encode (@{ sub = 'ann'; exp = 4000000000 } + $Claim)).c2ln"
        }
        $userPool = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3'
        $pools = @{
            alone = New-IdentityPool alone | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient web |
                Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/accounts.google.com, arn:aws:iam::123456789012:oidc-provider/login.example/realms/Shop |
                Add-PrincipalTag -UserPool eu-west-1_Ab1Cd2Ef3 -Tag @{ team = 'custom:team' } | Publish-IdentityPool -PassThru
            both = New-IdentityPool both | Add-LoginProvider -Google one |
                Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/accounts.google.com | Publish-IdentityPool -PassThru
        }
    }

    AfterAll {
        Disconnect-IdentityPool
    }

    It 'comes to <Outcome> in the simulation and in the sandbox: <Case>' -ForEach @(
        @{ Case = 'user pool'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = 'web' } }; Outcome = 'Role' }
        @{ Case = 'updated issuer'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://issuer-$userPool"; aud = 'web' } }; Outcome = 'Role' }
        @{ Case = 'a list of audiences'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = @('web') } }; Outcome = 'Denied' }
        @{ Case = 'one audience of two'; Pool = 'alone'; Key = 'Google'; Claim = { @{ iss = 'https://accounts.google.com'; aud = 'one' } }; Outcome = 'Role' }
        @{ Case = 'the other audience'; Pool = 'alone'; Key = 'Google'; Claim = { @{ iss = 'accounts.google.com'; aud = 'two' } }; Outcome = 'Role' }
        @{ Case = 'the client of the login provider'; Pool = 'both'; Key = 'Google'; Claim = { @{ iss = 'https://accounts.google.com'; aud = 'one' } }; Outcome = 'Role' }
        @{ Case = 'a second client beside it'; Pool = 'both'; Key = 'Google'; Claim = { @{ iss = 'https://accounts.google.com'; aud = 'two' } }; Outcome = 'Denied' }
        @{ Case = 'a path'; Pool = 'alone'; Key = 'login.example/realms/Shop'; Claim = { @{ iss = 'https://login.example/realms/Shop'; aud = 'app' } }; Outcome = 'Role' }
        @{ Case = 'a session tag'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = 'web'; 'custom:team' = 'blue' } }; Outcome = 'Role' }
        @{ Case = 'a tag with a bar'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = 'web'; 'custom:team' = 'auth0|1' } }; Outcome = 'Denied' }
        @{ Case = 'a tag of a list'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = 'web'; 'custom:team' = 'a', 'b' } }; Outcome = 'Denied' }
        @{ Case = 'a tag of 600 characters'; Pool = 'alone'; Key = 'eu-west-1_Ab1Cd2Ef3'; Claim = { @{ iss = "https://$userPool"; aud = 'web'; 'custom:team' = 'x' * 600 } }; Outcome = 'Denied' }
    ) {
        $token = ConvertTo-Token (& $Claim)
        $decision = $pools[$Pool] | Resolve-IdentityPoolRole -Token $token
        $decision.Outcome | Should -Be $Outcome
        $refusal = $null
        $credential = try { $pools[$Pool] | Get-IdentityPoolCredential -Login @{ $Key = $token } -ErrorAction Stop } catch { $refusal = $_; $null }
        [bool]$credential | Should -Be ($Outcome -eq 'Role')
        if ($refusal) {
            $refusal.Exception.Message | Should -Match ([regex]::Escape($decision.Message))
            @($decision.Notes | Where-Object IsUndocumented).Count | Should -Be 1
            @($decision.Notes | Where-Object IsUndocumented)[0].Readings | Should -HaveCount 2
        }
    }

    It 'says which session tags its bearer gets' {
        $decision = $pools.alone | Resolve-IdentityPoolRole -Token (ConvertTo-Token @{ iss = "https://$userPool"; aud = 'web'; 'custom:team' = 'blue' })
        $decision.SessionTags['team'] | Should -Be 'blue'
        @($decision.SessionTags.Keys) | Should -Be 'team'
    }

    It 'of a near miss names both issuers' {
        { $pools.alone | Resolve-IdentityPoolRole -Token (ConvertTo-Token @{ iss = 'https://login.example/realms/shop'; aud = 'app' }) -ErrorAction Stop } |
            Should -Throw "*'https://login.example/realms/shop'*'https://login.example/realms/Shop'*exactly*"
    }
}

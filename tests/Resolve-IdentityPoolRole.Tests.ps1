BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    $userPool = 'eu-west-1_Ab1Cd2Ef3'
    $client = '1example23456789'
    $gold = 'arn:aws:iam::123456789012:role/Gold'
    $silver = 'arn:aws:iam::123456789012:role/Silver'
    $base = New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $userPool -UserPoolClient $client
    $rules = $base | Add-RoleMapping -UserPool $userPool -Rule (New-RoleMappingRule custom:tier gold $gold),
        (New-RoleMappingRule custom:tier silver (New-IdentityPoolRole Silver) -MatchType StartsWith)
    $tokens = $base | Add-RoleMapping -UserPool $userPool -UseToken

    function New-Token([hashtable] $Claim) {
        $payload = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $Claim -Compress)))
        'e30.' + $payload.TrimEnd('=').Replace('+', '-').Replace('/', '_') + '.c2ln'
    }
}

Describe 'Resolve-IdentityPoolRole' {
    It 'says which rule decided and why the others did not' {
        $decision = $rules | Resolve-IdentityPoolRole -UserPool $userPool -Claim @{ 'custom:tier' = 'silver-plus' }
        $decision.Outcome | Should -Be 'Role'
        $decision.Role | Should -BeExactly 'Silver'
        $decision.Step | Should -Be 'Rule'
        $decision.Rule.MatchType | Should -Be 'StartsWith'
        $decision.RulePosition | Should -Be 2
        $decision.Message | Should -BeNullOrEmpty
        $decision.Trace | Should -HaveCount 2
        $decision.Trace[0].Reason | Should -BeExactly "custom:tier is 'silver-plus': does not match Equals 'gold'."
        $decision.Trace[1].IsDecisive | Should -BeTrue
    }

    It "denies in AWS's own words" {
        $decision = $rules | Resolve-IdentityPoolRole -Claim @{ email = 'ann@example.com' }
        $decision.Outcome | Should -Be 'Denied'
        $decision.Role | Should -BeNullOrEmpty
        $decision.Step | Should -Be 'AmbiguousRoleResolution'
        $decision.Message | Should -BeExactly 'The ambiguous role mapping rules denied this request'
        $decision.Trace[0].Reason | Should -Match 'no claim custom:tier'
    }

    It 'takes many claim sets from the pipeline' {
        $decisions = @{ 'custom:tier' = 'gold' }, @{}, [pscustomobject]@{ 'custom:tier' = 'silver' } | Resolve-IdentityPoolRole -InputObject $rules
        "$($decisions.Outcome)" | Should -BeExactly 'Role Denied Role'
        $decisions[0].Role | Should -BeExactly $gold
        $decisions[0].Claims['custom:tier'] | Should -BeExactly 'gold'
        (Resolve-IdentityPoolRole -InputObject $rules -Claim @{ 'custom:tier' = 'gold' }, @{}).Outcome | Should -HaveCount 2
    }

    It 'takes many pools from the pipeline, and one that cannot answer does not stop the others' {
        $found = $rules, (New-IdentityPool empty), $tokens | Resolve-IdentityPoolRole -UserPool $userPool -Claim @{ 'custom:tier' = 'gold' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $found | Should -HaveCount 2
        $failed[0].FullyQualifiedErrorId | Should -BeExactly 'UnknownProvider,IdentityPools.Commands.ResolveIdentityPoolRoleCommand'
        $failed[0].Exception.Message | Should -Match 'Token is not from a supported provider'
    }

    It 'knows guests' {
        ($rules | Resolve-IdentityPoolRole -Guest).Message | Should -BeExactly 'Unauthenticated access is not supported for this identity pool.'
        $open = New-IdentityPool -AllowUnauthenticatedIdentities | Resolve-IdentityPoolRole -Guest
        "$($open.Outcome) $($open.Role) $($open.Step)" | Should -BeExactly 'Role Unauthenticated Guest'
    }

    It 'reads roles as a list with commas, as a list and as JSON text' {
        foreach ($roles in "$gold,$silver", @($gold, $silver), "[`"$gold`",`"$silver`"]") {
            ($tokens | Resolve-IdentityPoolRole -Claim @{ 'cognito:roles' = $roles } -CustomRoleArn $silver).Role | Should -BeExactly $silver
            ($tokens | Resolve-IdentityPoolRole -Claim @{ 'cognito:roles' = $roles } -CustomRoleArn 'arn:aws:iam::123456789012:role/Other').Outcome | Should -Be 'Denied'
        }
    }

    It 'derives the claims of groups' {
        $decision = $tokens | Resolve-IdentityPoolRole -Group @{ Name = 'staff'; Role = $silver; Precedence = 5 }, @{ Name = 'admins'; Role = $gold; Precedence = 1 }
        $decision.Role | Should -BeExactly $gold
        $decision.Step | Should -Be 'PreferredRole'
        $decision.Claims['cognito:groups'] | Should -BeExactly 'staff,admins'
        $tie = $tokens | Resolve-IdentityPoolRole -Group ([pscustomobject]@{ GroupName = 'a'; RoleArn = $silver; Precedence = 1 }), @{ Name = 'b'; Role = $gold; Precedence = 1 }
        $tie.Outcome | Should -Be 'Denied'
        "$($tie.Notes)" | Should -Match 'same precedence \(1\)'
    }

    It 'takes role and precedence of groups from the definition' {
        $groups = @(
            New-UserPoolGroup staff -Role (New-IdentityPoolRole Staff) -Precedence 5
            New-UserPoolGroup admins -Role (New-IdentityPoolRole Admin) -Precedence 1
            New-UserPoolGroup owners -Role (New-IdentityPoolRole Owner) -Precedence 1
            New-UserPoolGroup all
        )
        $grouped = New-IdentityPool shop |
            Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
            Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UseToken |
            Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 $groups
        ($grouped | Resolve-IdentityPoolRole -Group staff, admins, all).Role | Should -BeExactly Admin
        ($grouped | Resolve-IdentityPoolRole -Group @{ Name = 'staff' }).Role | Should -BeExactly Staff
        $tie = $grouped | Resolve-IdentityPoolRole -Group admins, owners
        $tie.Outcome | Should -Be Denied
        "$($tie.Notes)" | Should -Match 'same precedence \(1\)'
        ($grouped | Resolve-IdentityPoolRole -Group all).Outcome | Should -Be Denied
        { $grouped | Resolve-IdentityPoolRole -Group admin -ErrorAction Stop } | Should -Throw '*Did you mean*'
        { $tokens | Resolve-IdentityPoolRole -Group admins -ErrorAction Stop } | Should -Throw -ErrorId 'UserPoolGroupNotFound,IdentityPools.Commands.ResolveIdentityPoolRoleCommand'
    }

    It 'reads provider and client from a token, and says that it is not verified' {
        $token = New-Token @{ iss = "https://cognito-idp.eu-west-1.amazonaws.com/$userPool"; aud = $client; exp = 1; 'custom:tier' = 'gold' }
        foreach ($given in $token, (ConvertTo-SecureString $token -AsPlainText -Force)) {
            $decision = $rules | Resolve-IdentityPoolRole -Token $given
            $decision.Role | Should -BeExactly $gold
            "$($decision.Notes)" | Should -Match 'not verified.*expired at 1970-01-01'
        }
    }

    It 'gives both readings where AWS leaves it open' {
        $note = ($tokens | Resolve-IdentityPoolRole -Claim @{ 'cognito:roles' = $gold }).Notes[0]
        $note.IsUndocumented | Should -BeTrue
        $note.Readings | Should -HaveCount 2
        "$note" | Should -Match '^AWS does not document this case\.'
    }

    It 'works on what was imported and what was published' {
        $rules | Export-IdentityPool "$TestDrive/shop.template.yaml"
        (Import-IdentityPool "$TestDrive/shop.template.yaml" | Resolve-IdentityPoolRole -Claim @{ 'custom:tier' = 'silver' }).Role | Should -BeExactly 'Silver'
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $session.Sandbox.AddUserPool($userPool, $client)
        $own = $base | Add-RoleMapping -UserPool $userPool -Rule (New-RoleMappingRule custom:tier gold (New-IdentityPoolRole Gold))
        $live = $own | Publish-IdentityPool -PassThru
        (Get-IdentityPool -Id $live.Id | Resolve-IdentityPoolRole -Claim @{ 'custom:tier' = 'gold' }).Role | Should -BeExactly 'Gold'
        Disconnect-IdentityPool
    }

    It 'takes claims of every type' {
        $pool = $base | Add-RoleMapping -UserPool $userPool -Rule (New-RoleMappingRule flag true $gold), (New-RoleMappingRule level 7 $silver)
        ($pool | Resolve-IdentityPoolRole -Claim @{ flag = $true }).Role | Should -BeExactly $gold
        ($pool | Resolve-IdentityPoolRole -Claim @{ level = 7 }).Role | Should -BeExactly $silver
        ($pool | Resolve-IdentityPoolRole -Claim @{ level = $null }).Outcome | Should -Be 'Denied'
        ($pool | Resolve-IdentityPoolRole -Claim @{ level = @{ a = 7 } }).Notes[0].Id | Should -BeExactly 'NoteObjectClaim'
        ($pool | Resolve-IdentityPoolRole -Claim @{ level = 1, 7 }).Notes[0].Id | Should -BeExactly 'NoteListClaim'
    }

    It 'tells every rule that can be reached, with claims to replay it' {
        $pool = $base | Add-RoleMapping -UserPool $userPool -Rule (New-RoleMappingRule email a $gold -MatchType Contains), (New-RoleMappingRule email ann $silver), (New-RoleMappingRule sub x $silver)
        $coverage = $pool | Resolve-IdentityPoolRole -Coverage
        "$($coverage.IsReachable)" | Should -BeExactly 'True False True True True True'
        "$($coverage[1].ShadowedBy)" | Should -BeExactly '1'
        foreach ($item in $coverage | Where-Object Witness) {
            ($pool | Resolve-IdentityPoolRole -Claim $item.Witness).RulePosition | Should -Be $item.Position
        }
        ($pool | Resolve-IdentityPoolRole -Coverage -UserPool $userPool) | Should -HaveCount 6
    }

    It 'takes roles of an assertion from SAML alone, and says what is not documented of them' {
        $saml = 'arn:aws:iam::123456789012:saml-provider/corp'
        $claims = @{ 'https://aws.amazon.com/SAML/Attributes/Role' = "$gold,$saml" }
        ($base | Resolve-IdentityPoolRole -Claim $claims).Step | Should -Be 'NoMapping'
        $decision = $base | Add-SamlProvider $saml | Resolve-IdentityPoolRole -SamlProvider $saml -Claim $claims
        "$($decision.Step) $($decision.Role) $($decision.Notes.Id)" | Should -BeExactly "SingleRole $gold NoteAssertion"
    }

    It 'shows a decision on one line and its trace as a table' {
        $decision = $rules | Resolve-IdentityPoolRole -Claim @{ 'custom:tier' = 'gold' }
        ($decision | Out-String -Width 120) | Should -Match 'Role\s+Rule\s+1\s+0\s+arn:aws:iam::123456789012:role/Gold'
        ($decision.Trace | Out-String -Width 120) | Should -Match '(?m)^\*\s+1\s+True\s+custom:tier is .+\r?\n\s+2\s+False\s+custom:tier is'
        "$decision" | Should -BeExactly "$gold (Rule 1)."
    }
}

Describe 'Refusals of Resolve-IdentityPoolRole' {
    It 'ends with <Id>' -ForEach @(
        @{ Id = 'TokenParts'; Run = { $rules | Resolve-IdentityPoolRole -Token 'a.b' } }
        @{ Id = 'TokenNotText'; Run = { $rules | Resolve-IdentityPoolRole -Token 7 } }
        @{ Id = 'TokenTooLarge'; Run = { $rules | Resolve-IdentityPoolRole -Token ('a.' + ('b' * 1MB) + '.c') } }
        @{ Id = 'TokenOfOtherProvider'; Run = { $rules | Resolve-IdentityPoolRole -Token (New-Token @{ iss = 'https://login.example.com'; aud = 'x' }) } }
        @{ Id = 'ClaimsNotNamed'; Run = { $rules | Resolve-IdentityPoolRole -Claim 'gold' } }
        @{ Id = 'ClaimWithoutName'; Run = { $rules | Resolve-IdentityPoolRole -Claim @{ '' = 'gold' } } }
        @{ Id = 'UnknownGroupKey'; Run = { $rules | Resolve-IdentityPoolRole -Group @{ Nam = 'a' } } }
        @{ Id = 'InvalidGroup'; Run = { $rules | Resolve-IdentityPoolRole -Group 7 } }
        @{ Id = 'InvalidPrecedence'; Run = { $rules | Resolve-IdentityPoolRole -Group @{ Name = 'a'; Precedence = -1 } } }
        @{ Id = 'DuplicateGroup'; Run = { $rules | Resolve-IdentityPoolRole -Group @{ Name = 'a' }, @{ Name = 'a' } } }
        @{ Id = 'SeveralProvidersNamed'; Run = { $rules | Resolve-IdentityPoolRole -Provider Google -UserPool $userPool -Claim @{} } }
        @{ Id = 'ClientWithoutUserPool'; Run = { $rules | Resolve-IdentityPoolRole -UserPoolClient $client -Claim @{} } }
        @{ Id = 'GuestWithProvider'; Run = { $rules | Resolve-IdentityPoolRole -Guest -Provider Google } }
        @{ Id = 'UnknownProvider'; Run = { $rules | Resolve-IdentityPoolRole -Provider Google -Claim @{} } }
        @{ Id = 'UnknownProvider'; Run = { @{}, @{} | Resolve-IdentityPoolRole -InputObject $rules -Provider Google } }
        @{ Id = 'NoProviderToLogIn'; Run = { New-IdentityPool | Resolve-IdentityPoolRole -Claim @{} } }
        @{ Id = 'ProviderNotNamed'; Run = { $rules | Add-LoginProvider -Google x | Resolve-IdentityPoolRole -Claim @{} } }
        @{ Id = 'NoMappingToCover'; Run = { $base | Resolve-IdentityPoolRole -Coverage -UserPool $userPool } }
        @{ Id = 'TokenOfNamedProvider'; Run = { $rules | Add-LoginProvider -Google web | Resolve-IdentityPoolRole -UserPool $userPool -Token (New-Token @{ iss = 'https://accounts.google.com'; aud = 'web' }) } }
        @{ Id = 'TokenOfAccess'; Run = { $rules | Resolve-IdentityPoolRole -UserPool $userPool -Token (New-Token @{ iss = "https://cognito-idp.eu-west-1.amazonaws.com/$userPool"; token_use = 'access' }) } }
        @{ Id = 'ValueTooDeep'; Run = { $loop = @{}; $loop.self = $loop; $rules | Resolve-IdentityPoolRole -Claim $loop } }
        @{ Id = 'PoolIsReference'; Run = { Get-IdentityPool -AsReference -Id 'eu-west-1:11111111-2222-3333-4444-555555555555' | Resolve-IdentityPoolRole -Guest } }
        @{ Id = 'PoolIsReference'; Run = { Get-IdentityPool -AsReference -Id 'eu-west-1:11111111-2222-3333-4444-555555555555' | Resolve-IdentityPoolRole -Coverage } }
        @{ Id = 'PoolIsReference'; Run = { Get-IdentityPool -AsReference -Id 'eu-west-1:11111111-2222-3333-4444-555555555555' | Resolve-IdentityPoolRole -UserPool $userPool -Claim @{} } }
    ) {
        $Run | Should -Throw -ErrorId "$Id,IdentityPools.Commands.ResolveIdentityPoolRoleCommand"
    }

    It 'never repeats a token' {
        $secret = 'c2VjcmV0LXNlY3JldA'
        try { $rules | Resolve-IdentityPoolRole -Token "e30.$secret.x" } catch { $fault = $_ }
        ($fault | Format-List * -Force | Out-String) | Should -Not -Match $secret
        "$($fault.TargetObject)" | Should -Not -Match $secret
        try { $rules | Resolve-IdentityPoolRole -Claim "e30.$secret.x" } catch { $fault = $_ }
        ($fault | Format-List * -Force | Out-String) | Should -Not -Match $secret
        "$($fault.TargetObject)" | Should -Not -Match $secret
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }

    # What the pool, its roles and their policies are, past the module.
    function Get-State($Id) {
        $call = { param($operation, $members) $session.Sandbox.Invoke($operation, (ConvertTo-Json $members)) }
        & $call DescribeIdentityPool @{ IdentityPoolId = $Id }
        & $call GetIdentityPoolRoles @{ IdentityPoolId = $Id }
        & $call GetPrincipalTagAttributeMap @{ IdentityPoolId = $Id; IdentityProviderName = 'accounts.google.com' }
        foreach ($role in (& $call ListRoles @{} | ConvertFrom-Json).Roles.RoleName) {
            & $call GetRole @{ RoleName = $role }
            & $call ListAttachedRolePolicies @{ RoleName = $role }
            foreach ($policy in (& $call ListRolePolicies @{ RoleName = $role } | ConvertFrom-Json).PolicyNames) {
                & $call GetRolePolicy @{ RoleName = $role; PolicyName = $policy }
            }
        }
    }
}

Describe 'Publish-IdentityPool with a definition of some parts' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
        $rich = New-IdentityPool shop -AllowUnauthenticatedIdentities -AllowClassicFlow -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-LoginProvider -Google google |
            Add-DeveloperProvider login.shop |
            Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' } |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*' |
            Grant-IdentityPoolAccess -Role Unauthenticated -Action polly:SynthesizeSpeech -Resource '*' |
            Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
        $facebook = New-IdentityPool shop | Add-LoginProvider -Facebook 1
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'adds the part and changes nothing else' {
        $before = Get-State $rich.Id
        $after = $facebook | Publish-IdentityPool -PassThru -WarningAction SilentlyContinue
        Get-Mutation | Should -Be 'UpdateIdentityPool'
        $now = Get-State $rich.Id
        $now[1..($now.Count - 1)] | Should -Be $before[1..($before.Count - 1)]
        $now[0].Replace('"graph.facebook.com":"1",', '').Replace(',"graph.facebook.com":"1"', '') | Should -Be $before[0]
        $after.AllowUnauthenticatedIdentities | Should -BeTrue
        $after.AllowClassicFlow | Should -BeTrue
        $after.AuthenticatedRole.Statements | Should -HaveCount 1
    }

    It 'shows what stays with the way to remove it, in the plan and in the verbose stream' {
        $lines = @($facebook | Publish-IdentityPool -Verbose -WarningAction SilentlyContinue 4>&1 | ForEach-Object Message) -join "`n"
        $lines | Should -Match '(?m)^  = AllowUnauthenticatedIdentities: New-IdentityPool -AllowUnauthenticatedIdentities:\$false changes it\r?\n    true\r?$'
        $lines | Should -Match '(?m)^  = LoginProviders\[accounts\.google\.com\] \(google\): -Prune removes it'
        $lines | Should -Match '(?m)^  = DeveloperProviderName \(login\.shop\): AWS does not allow changing it'
    }

    It 'shows what stays under -Verbose where nothing has to be done' {
        $lines = @(New-IdentityPool shop | Publish-IdentityPool -Verbose -WarningAction SilentlyContinue 4>&1 | ForEach-Object Message) -join "`n"
        $lines | Should -Match 'shop: nothing to do'
        $lines | Should -Match '= LoginProviders\[accounts\.google\.com\]'
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'warns once for all pools, with the numbers' {
        New-IdentityPool blog | Add-LoginProvider -Google google | Publish-IdentityPool
        $facebook, (New-IdentityPool blog) | Publish-IdentityPool -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings) | Should -HaveCount 1
        "$warnings" | Should -Match '^Differences that were kept because the definitions do not mention or did not change them: \d+ \(shop: \d+, blog: 1\)'
    }

    It 'does not warn where nothing stays' {
        $rich | Publish-IdentityPool -WarningVariable warnings
        New-IdentityPool other | Publish-IdentityPool -WarningVariable +warnings
        New-IdentityPool other | Publish-IdentityPool -WarningVariable +warnings
        @($warnings) | Should -HaveCount 0
    }

    It 'writes what is said: <Name>' -ForEach @(
        @{ Name = 'guests off'; Parameters = @{ AllowUnauthenticatedIdentities = $false }; Property = 'AllowUnauthenticatedIdentities'; Expected = $false }
        @{ Name = 'classic flow off'; Parameters = @{ AllowClassicFlow = $false }; Property = 'AllowClassicFlow'; Expected = $false }
        @{ Name = 'no role for guests'; Parameters = @{ NoUnauthenticatedRole = $true }; Property = 'UnauthenticatedRole'; Expected = $null }
    ) {
        New-IdentityPool shop @Parameters | Publish-IdentityPool -Confirm:$false -WarningAction SilentlyContinue
        (Get-IdentityPool -Id $rich.Id).$Property | Should -Be $Expected
    }

    It 'keeps the roles of a pool that is taken over' {
        $id = ($session.Sandbox.Invoke('CreateIdentityPool', '{"IdentityPoolName":"console","AllowUnauthenticatedIdentities":true}') | ConvertFrom-Json).IdentityPoolId
        $role = 'arn:aws:iam::123456789012:role/service-role/Console'
        $session.Sandbox.AddRole($role)
        $session.Sandbox.Invoke('SetIdentityPoolRoles', (ConvertTo-Json @{ IdentityPoolId = $id; Roles = @{ authenticated = $role } }))
        $session.Sandbox.ClearCalls()
        New-IdentityPool console | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -Adopt -WarningAction SilentlyContinue
        Get-Mutation | Should -Be 'UpdateIdentityPool', 'TagResource'
        $taken = Get-IdentityPool -Id $id
        $taken.AuthenticatedRole.Arn | Should -Be $role
        $taken.UnauthenticatedRole | Should -BeNullOrEmpty
        $taken.AllowUnauthenticatedIdentities | Should -BeTrue
    }

    It 'lets people with session tags in before, while and after a definition that does not mention the tags' {
        New-IdentityPool shop -AuthenticatedRole (New-IdentityPoolRole) | Publish-IdentityPool -Confirm:$false -WarningAction SilentlyContinue
        (Get-IdentityPool -Id $rich.Id).AuthenticatedRole.TrustPolicy | Should -Match 'sts:TagSession'
        @((Get-IdentityPool -Id $rich.Id).PrincipalTags) | Should -HaveCount 1
    }
}

Describe 'Compare-IdentityPool with a definition of some parts' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop -AllowUnauthenticatedIdentities | Add-LoginProvider -Google google | Publish-IdentityPool
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'tells once how many differences stay, and lists them with -IncludeUnmanaged' {
        $changes = @(New-IdentityPool shop | Compare-IdentityPool -WarningVariable warnings -WarningAction SilentlyContinue)
        $changes | Should -HaveCount 0
        @($warnings) | Should -HaveCount 1
        "$warnings" | Should -Match ': 2 \(shop: 2\)\. To list them and the remedy for each, run Compare-IdentityPool -IncludeUnmanaged'

        $listed = @(New-IdentityPool shop | Compare-IdentityPool -IncludeUnmanaged -WarningVariable warnings)
        @($warnings) | Should -HaveCount 0
        $listed.Kind | Should -Be 'Keep', 'Keep'
        $listed.Path | Sort-Object | Should -Be 'AllowUnauthenticatedIdentities', 'LoginProviders[accounts.google.com]'
        $listed.Remedy | Sort-Object | Should -Be '-Prune removes it', 'New-IdentityPool -AllowUnauthenticatedIdentities:$false changes it'
    }

    It 'does the same with a definition to compare with' {
        New-IdentityPool shop | Compare-IdentityPool -ReferenceObject (Get-IdentityPool -Name shop) -WarningVariable warnings -WarningAction SilentlyContinue |
            Should -BeNullOrEmpty
        "$warnings" | Should -Match '\(shop: 2\)'
    }
}

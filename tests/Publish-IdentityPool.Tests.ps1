BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
    $manifest = "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }
}

Describe 'Publish-IdentityPool' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web', 'app')
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'emits nothing' {
        New-IdentityPool shop | Publish-IdentityPool | Should -BeNullOrEmpty
        @(Get-IdentityPool) | Should -HaveCount 1
    }

    It 'asks before a change takes a denying statement away, and changes nothing where nobody answers' {
        $denial = New-PolicyStatement -Effect Deny -Action 's3:*' -Resource 'arn:aws:s3:::payroll/*'
        New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Statement $denial | Publish-IdentityPool
        $wide = New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action 's3:*' -Resource '*'
        $session.Sandbox.ClearCalls()
        # A runspace of its own has nobody to ask.
        $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
        try {
            $null = $shell.AddScript({
                    param($Manifest, $Wide, $Session)
                    Import-Module $Manifest
                    $Wide | Publish-IdentityPool -Session $Session
                }).AddArgument($manifest).AddArgument($wide).AddArgument($session).Invoke()
            $shell.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'ConfirmationNeeded,*'
        }
        finally { $shell.Runspace.Dispose(); $shell.Dispose() }
        Get-Mutation | Should -BeNullOrEmpty
        $wide | Publish-IdentityPool -Force
        Get-Mutation | Should -Be PutRolePolicy
        # More is no loss.
        $wide | Grant-IdentityPoolAccess -Role Authenticated -Statement $denial | Publish-IdentityPool
        Get-Mutation | Should -Be PutRolePolicy, PutRolePolicy
    }

    It 'emits the pool with -PassThru: id, ARN and the ARNs of its roles' {
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $pool.Name | Should -Be 'shop'
        $pool.Id | Should -Match '^eu-west-1:[0-9a-f-]{36}$'
        $pool.Arn | Should -Be "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/$($pool.Id)"
        $pool.Region | Should -Be 'eu-west-1'
        $guid = $pool.Id -replace '^.*:'
        $pool.AuthenticatedRole.Arn | Should -Be "arn:aws:iam::123456789012:role/Authenticated-$guid"
        $pool.UnauthenticatedRole.Arn | Should -Be "arn:aws:iam::123456789012:role/Unauthenticated-$guid"
        @($pool.Roles) | Should -HaveCount 2
    }

    It 'emits what Get-IdentityPool reads' {
        $pool = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-LoginProvider -Facebook 1234567890 |
            Add-RoleMapping -UserPool $web -UseToken |
            Add-PrincipalTag -UserPool $web -UseDefaults |
            Publish-IdentityPool -PassThru
        Get-IdentityPool -Id $pool.Id | Compare-IdentityPool -ReferenceObject $pool -IncludeUnmanaged | Should -BeNullOrEmpty
        $pool | Compare-IdentityPool -IncludeUnmanaged | Should -BeNullOrEmpty
    }

    It 'names each call under -Verbose' {
        $lines = @(New-IdentityPool shop | Publish-IdentityPool -Verbose 4>&1 | ForEach-Object Message)
        $lines[-1] | Should -Match '^cognito-identity:SetIdentityPoolRoles eu-west-1:\S+ \(\d+ ms\)$'
        ($lines -match '^iam:CreateRole ') | Should -HaveCount 2
    }

    It 'does nothing the second time, and says so under -Verbose' {
        $definition = New-IdentityPool shop -Tag @{ team = 'web' } | Add-UserPoolAuthentication -UserPool $web | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*'
        $definition | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        $lines = @($definition | Publish-IdentityPool -Verbose 4>&1 | ForEach-Object Message)
        $lines[-1] | Should -Be 'shop: nothing to do'
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'emits an unchanged pool as well' {
        $first = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
        $second = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $second.Id | Should -Be $first.Id
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'creates nothing with -WhatIf' {
        New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web | Publish-IdentityPool -WhatIf -PassThru | Should -BeNullOrEmpty
        Get-Mutation | Should -BeNullOrEmpty
        Get-IdentityPool | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf or $WhatIfPreference' {
        New-IdentityPool shop | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        $changed = New-IdentityPool shop | Add-LoginProvider -Google 'abc.apps.googleusercontent.com'
        $changed | Publish-IdentityPool -WhatIf
        & { $WhatIfPreference = $true; $changed | Publish-IdentityPool -Prune }
        Get-Mutation | Should -BeNullOrEmpty
        @($changed | Compare-IdentityPool) | Should -HaveCount 1
    }

    It 'changes only what differs' {
        New-IdentityPool shop | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        New-IdentityPool shop | Add-LoginProvider -Facebook 1234567890 | Publish-IdentityPool
        Get-Mutation | Should -Be 'UpdateIdentityPool'
        New-IdentityPool shop | Add-LoginProvider -Facebook 1234567890 | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*' | Publish-IdentityPool
        Get-Mutation | Should -Be 'UpdateIdentityPool', 'PutRolePolicy'
    }

    It 'keeps what the definition does not mention, and removes it with -Prune' {
        New-IdentityPool shop -Tag @{ team = 'web' } | Add-LoginProvider -Facebook 1234567890 | Publish-IdentityPool
        New-IdentityPool shop | Publish-IdentityPool
        $kept = Get-IdentityPool -Name shop
        @($kept.LoginProviders) | Should -HaveCount 1
        $kept.Tags['team'] | Should -Be 'web'

        New-IdentityPool shop | Publish-IdentityPool -Prune -Force
        $pruned = Get-IdentityPool -Name shop
        $pruned.Id | Should -Be $kept.Id
        @($pruned.LoginProviders) | Should -HaveCount 0
        @($pruned.Tags.Keys) | Should -HaveCount 0
    }

    It 'takes over a pool of another name that is named by its id' {
        $old = New-IdentityPool old | Publish-IdentityPool -PassThru
        $new = New-IdentityPool new | Publish-IdentityPool -Id $old.Id -Adopt -PassThru
        $new.Id | Should -Be $old.Id
        @(Get-IdentityPool) | Should -HaveCount 1
    }

    It 'names the pool as it is called where the plan renames it' {
        $old = New-IdentityPool old | Publish-IdentityPool -PassThru
        $plan = @(New-IdentityPool new | Publish-IdentityPool -Id $old.Id -Verbose 4>&1 | ForEach-Object Message) -join "`n"
        $plan | Should -Match "(?m)^Change the identity pool 'old' \($($old.Id)\) in eu-west-1 \(sandbox account 123456789012\) and rename it to 'new':\r?$"
    }

    It 'does not put what was read of one pool in the place of another' {
        $first = New-IdentityPool first | Publish-IdentityPool -PassThru
        $second = New-IdentityPool second | Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
        { $first | Publish-IdentityPool -Id $second.Id -Force -ErrorAction Stop } | Should -Throw -ErrorId 'DefinitionOfOtherPool,IdentityPools.Commands.PublishIdentityPoolCommand'
        @($session.Sandbox.Calls) | Should -HaveCount 0
        $first | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -Id $first.Id
        (Get-IdentityPool -Id $first.Id).LoginProviders.Provider | Should -Be 'Facebook'
        (Get-IdentityPool -Id $second.Id).Name | Should -Be 'second'
    }

    It 'renames in place: the id, the roles and the generated client stay' {
        $old = New-IdentityPool old | Add-UserPoolAuthentication -UserPool $web | Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
        $new = New-IdentityPool new | Add-UserPoolAuthentication -UserPool $web | Publish-IdentityPool -Id $old.Id -PassThru
        $new.Name | Should -Be 'new'
        $new.Id | Should -Be $old.Id
        $new.UserPools[0].ClientId | Should -Be $old.UserPools[0].ClientId
        $new.AuthenticatedRole.Arn | Should -Be $old.AuthenticatedRole.Arn
        'CreateUserPoolClient', 'DeleteUserPoolClient', 'CreateRole', 'CreateIdentityPool' | Where-Object { $_ -in (Get-Mutation) } | Should -BeNullOrEmpty
        New-IdentityPool new | Add-UserPoolAuthentication -UserPool $web | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'publishes what was read and changed' {
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        Get-IdentityPool -Name shop | Add-LoginProvider -Amazon 'amzn1.application-oa2-client.abc' | Publish-IdentityPool
        $changed = Get-IdentityPool -Id $pool.Id
        @($changed.LoginProviders) | Should -HaveCount 1
        $changed.AuthenticatedRole.Arn | Should -Be $pool.AuthenticatedRole.Arn
    }

    It 'reaches a role that appears late' {
        $session.Sandbox.RolePropagationDelay = [timespan]::FromMilliseconds(300)
        New-IdentityPool shop | Publish-IdentityPool
        @((Get-IdentityPool).Roles) | Should -HaveCount 2
    }

    It 'rolls back a creation that fails half-way' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('LimitExceeded', 'CreateRole', 1, 9))
        { New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web | Publish-IdentityPool } |
            Should -Throw -ErrorId 'QuotaExceeded,IdentityPools.Commands.PublishIdentityPoolCommand'
        $session.Sandbox.ClearFaults()
        Get-IdentityPool | Should -BeNullOrEmpty
        (Get-Mutation)[-3..-1] | Should -Be 'DeleteRole', 'DeleteIdentityPool', 'DeleteUserPoolClient'
    }

    It 'carries on where -NoRollback left it' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('LimitExceeded', 'CreateRole', 1, 9))
        $definition = New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web
        { $definition | Publish-IdentityPool -NoRollback } | Should -Throw -ErrorId 'QuotaExceeded,*'
        $session.Sandbox.ClearFaults()
        $left = Get-IdentityPool -Name shop
        $session.Sandbox.ClearCalls()
        $done = $definition | Publish-IdentityPool -PassThru
        $done.Id | Should -Be $left.Id
        Get-Mutation | Should -Be 'CreateRole', 'SetIdentityPoolRoles'
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'makes one pool and one client although answers are lost' {
        foreach ($operation in 'CreateIdentityPool', 'CreateUserPoolClient', 'CreateRole', 'SetIdentityPoolRoles') {
            $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('TimeOutAfter', $operation))
        }

        $definition = New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web
        $definition | Publish-IdentityPool
        @(Get-IdentityPool) | Should -HaveCount 1
        @(Get-Mutation) -eq 'CreateIdentityPool' | Should -HaveCount 1
        @(Get-Mutation) -eq 'CreateUserPoolClient' | Should -HaveCount 1
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
    }
}

Describe 'Publish-IdentityPool with several pools' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web', 'app')
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'emits them in the order of the pipeline' {
        $session.Sandbox.Latency = [timespan]::FromMilliseconds(2)
        $names = 1..12 | ForEach-Object { "tenant-$_" }
        $pools = $names | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -PassThru -ThrottleLimit 4
        $pools.Name | Should -Be $names
        @($pools.Id | Sort-Object -Unique) | Should -HaveCount 12
    }

    It 'goes on when one fails' {
        $definitions = (New-IdentityPool a), (New-IdentityPool b | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Missing), (New-IdentityPool c)
        $pools = @($definitions | Publish-IdentityPool -PassThru -ErrorAction SilentlyContinue -ErrorVariable faults)
        $pools.Name | Should -Be 'a', 'c'
        @($faults) | Should -HaveCount 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,IdentityPools.Commands.PublishIdentityPoolCommand'
        $faults[0].Exception.Message | Should -Match 'saml-provider/Missing'
        (Get-IdentityPool | Sort-Object Name).Name | Should -Be 'a', 'c'
    }

    It 'goes on when one cannot even be planned' {
        $definitions = (New-IdentityPool @{ Ref = 'Name' }), (New-IdentityPool a), (New-IdentityPool a), (New-IdentityPool c)
        $pools = @($definitions | Publish-IdentityPool -PassThru -ErrorAction SilentlyContinue -ErrorVariable faults)
        $pools.Name | Should -Be 'a', 'c'
        @($faults | ForEach-Object FullyQualifiedErrorId | Sort-Object) | Should -Be @(
            'SamePoolTwice,IdentityPools.Commands.PublishIdentityPoolCommand'
            'UnresolvedIntrinsic,IdentityPools.Commands.PublishIdentityPoolCommand'
        )
    }

    It 'publishes from a loop over tenants that share a user pool' {
        $shared = New-IdentityPool tenant | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web
        foreach ($tenant in 'one', 'two') {
            New-IdentityPool "tenant-$tenant" -Tag @{ tenant = $tenant } |
                Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
                Add-RoleMapping -UserPool $web -Rule (New-RoleMappingRule 'custom:tenant' $tenant (New-IdentityPoolRole "Admin-$tenant")) |
                Publish-IdentityPool
        }

        $shared | Publish-IdentityPool
        $pools = @(Get-IdentityPool -Name 'tenant-*' | Sort-Object Name)
        $pools.Name | Should -Be 'tenant-one', 'tenant-two'
        $pools | ForEach-Object { $_.RoleMappings[0].Rules[0].ClaimValue } | Should -Be 'one', 'two'
        $pools | ForEach-Object { $_.RoleMappings[0].Rules[0].MappedRole.Name } | Should -Be 'Admin-one', 'Admin-two'
        @((Get-IdentityPool -Name tenant).RoleMappings) | Should -HaveCount 0
    }

    It 'works in ForEach-Object -Parallel with -Session' {
        $pools = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel {
            Import-Module $using:manifest
            New-IdentityPool "tenant-$_" | Publish-IdentityPool -Session $using:session -PassThru
        }
        @($pools) | Should -HaveCount 6
        (Get-IdentityPool -Session $session | Sort-Object Name).Name | Should -Be (1..6 | ForEach-Object { "tenant-$_" })
    }

    It 'leaves the default session as it is with -NotDefault' {
        $mine = Connect-IdentityPool -Sandbox -PassThru
        $other = Connect-IdentityPool -Sandbox -NotDefault
        $other | Should -BeOfType IdentityPools.IdentityPoolSession
        New-IdentityPool shop | Publish-IdentityPool
        @(Get-IdentityPool -Session $mine) | Should -HaveCount 1
        Get-IdentityPool -Session $other | Should -BeNullOrEmpty
        @(Connect-IdentityPool -Sandbox -NotDefault -PassThru) | Should -HaveCount 1
    }

    It 'does not share the default session between runspaces' {
        $ids = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $own = Connect-IdentityPool -Sandbox -PassThru
            New-IdentityPool shop | Publish-IdentityPool
            @($own.Sandbox.Calls | Where-Object Operation -EQ CreateIdentityPool).Count
        }
        $ids | Should -Be 1, 1
        Get-IdentityPool | Should -BeNullOrEmpty
    }
}

Describe 'Publish-IdentityPool with a secret of Twitter' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    BeforeAll {
        function New-TwitterPool($Secret) {
            New-IdentityPool shop | Add-LoginProvider -Twitter ([pscredential]::new('consumerkey', (ConvertTo-SecureString $Secret -AsPlainText -Force)))
        }
    }

    It 'sees that the secret is the same' {
        New-TwitterPool 'TwitterSecret01' | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        New-TwitterPool 'TwitterSecret01' | Publish-IdentityPool
        Get-Mutation | Should -BeNullOrEmpty
        (Get-IdentityPool).LoginProviders[0].AppId | Should -Be 'consumerkey'
    }

    It 'sees that the secret is another one, and shows neither' {
        New-TwitterPool 'TwitterSecret01' | Publish-IdentityPool
        $changes = @(New-TwitterPool 'TwitterSecret02' | Compare-IdentityPool)
        $changes | Should -HaveCount 1
        $changes | Format-List * | Out-String | Should -Not -Match 'TwitterSecret'
        $session.Sandbox.ClearCalls()
        New-TwitterPool 'TwitterSecret02' | Publish-IdentityPool
        Get-Mutation | Should -Be 'UpdateIdentityPool'
        New-TwitterPool 'TwitterSecret02' | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'publishes a pool that was read without losing the secret' {
        New-TwitterPool 'TwitterSecret01' | Publish-IdentityPool
        Get-IdentityPool | Add-LoginProvider -Facebook 1234567890 | Publish-IdentityPool
        New-TwitterPool 'TwitterSecret01' | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'needs the secret again where only its parameter is known' {
        New-TwitterPool 'TwitterSecret01' | Export-IdentityPool -Path "$TestDrive/shop.json" -Force
        { Import-IdentityPool -Path "$TestDrive/shop.json" | Publish-IdentityPool } |
            Should -Throw -ErrorId 'SecretUnknown,IdentityPools.Commands.PublishIdentityPoolCommand'
        Get-Mutation | Should -BeNullOrEmpty
    }
}

Describe 'Publish-IdentityPool with a user pool and a provider that several pools define' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $staff = New-UserPool staff
        $partner = New-OpenIdConnectProvider https://login.partner.example -ClientId web
        $pools = 'amber', 'birch', 'cedar', 'dune' | ForEach-Object {
            New-IdentityPool $_ | Add-UserPoolAuthentication $staff | Add-OpenIdConnectProvider $partner
        }
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'makes each once, at <ThrottleLimit> at the same time' -ForEach @(@{ ThrottleLimit = 1 }, @{ ThrottleLimit = 4 }) {
        $published = $pools | Publish-IdentityPool -ThrottleLimit $ThrottleLimit -PassThru

        $published.Name | Should -Be @('amber', 'birch', 'cedar', 'dune')
        @((Get-Mutation) -eq 'CreateUserPool') | Should -HaveCount 1
        @((Get-Mutation) -eq 'CreateOpenIDConnectProvider') | Should -HaveCount 1
        @($published.UserPools.ProviderName | Sort-Object -Unique) | Should -HaveCount 1
        $session.Sandbox.ClearCalls()
        $pools | Publish-IdentityPool
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'makes them for the others when the first one fails' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('AccessDenied', 'CreateRole', 0, 1))

        $published = $pools | Publish-IdentityPool -ThrottleLimit 4 -PassThru -ErrorAction SilentlyContinue -ErrorVariable refusals

        $published.Name | Should -Be @('birch', 'cedar', 'dune')
        @($refusals).Count | Should -Be 1
        @($published.UserPools.ProviderName | Sort-Object -Unique) | Should -HaveCount 1
        $session.Sandbox.ClearCalls()
        $pools | Publish-IdentityPool
        @((Get-Mutation) -eq 'CreateUserPool') | Should -BeNullOrEmpty
        $pools | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'plans them all with -WhatIf' {
        $pools | Publish-IdentityPool -WhatIf
        Get-Mutation | Should -BeNullOrEmpty
    }
}

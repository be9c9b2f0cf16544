BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $id = 'eu-west-1:12345678-1234-1234-1234-123456789012'
    $arn = "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/$id"
    $secret = ConvertTo-SecureString 'not-a-secret' -AsPlainText -Force
    $credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', $secret)
}

Describe 'Get-IdentityPool -AsReference' {
    It 'makes a reference of an id' {
        $pool = Get-IdentityPool -Id $id -AsReference
        $pool | Should -BeOfType IdentityPools.IdentityPool
        $pool.Id | Should -Be $id
        $pool.Region | Should -Be 'eu-west-1'
    }

    It 'makes a reference of an ARN' {
        $pool = Get-IdentityPool -Arn $arn -AsReference
        $pool.Id | Should -Be $id
        $pool.Arn | Should -Be $arn
    }

    It 'takes ids from properties of the pipeline' {
        $objects = [pscustomobject]@{ IdentityPoolId = $id }, [pscustomobject]@{ Id = $id }
        @($objects | Get-IdentityPool -AsReference) | Should -HaveCount 2
    }

    It 'takes its own output' {
        (Get-IdentityPool -Arn $arn -AsReference | Get-IdentityPool -AsReference).Id | Should -Be $id
    }

    It 'shows the id' {
        Get-IdentityPool -Id $id -AsReference | Out-String -Width 100 | Should -Match $id
    }

    It 'refuses an id of another region than -Region' {
        { Get-IdentityPool -Id $id -Region us-east-1 -AsReference } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'shop' }
        @{ Id = 'eu-west-1:' }
        @{ Id = 'eu-west-1:NOT-A-GUID' }
        @{ Id = 'eu-west-1_Ab1Cd2Ef3' }
    ) {
        { Get-IdentityPool -Id $Id -AsReference } | Should -Throw -ErrorId 'InvalidIdentityPoolId,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'refuses the ARN <Arn>' -ForEach @(
        @{ Arn = 'shop'; Fault = 'InvalidArn' }
        @{ Arn = 'arn:aws:iam::123456789012:role/User'; Fault = 'InvalidIdentityPoolArn' }
        @{ Arn = 'arn:aws:cognito-identity:us-east-1:123456789012:identitypool/eu-west-1:12345678-1234-1234-1234-123456789012'; Fault = 'IdentityPoolArnRegionMismatch' }
    ) {
        { Get-IdentityPool -Arn $Arn -AsReference } | Should -Throw -ErrorId "$Fault,IdentityPools.Commands.GetIdentityPoolCommand"
    }

    It 'goes on with the next object' {
        $objects = [pscustomobject]@{ Id = 'wrong' }, [pscustomobject]@{ Id = $id }
        $pools = @($objects | Get-IdentityPool -AsReference -ErrorAction SilentlyContinue -ErrorVariable faults)
        $pools | Should -HaveCount 1
        @($faults).Count | Should -Be 1
        $faults[0].TargetObject | Should -Be 'wrong'
        "$($faults[0].CategoryInfo.Category)" | Should -Be 'InvalidArgument'
    }

    It 'knows no pages' {
        { Get-IdentityPool -Id $id -AsReference -First 1 } | Should -Throw -ErrorId 'PagingWithoutList,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'does not take a definition without an id' {
        { New-IdentityPool shop | Get-IdentityPool -AsReference } | Should -Throw -ErrorId 'ReferenceNeedsId,*'
    }
}

Describe 'Connection arguments' {
    It 'have a session token only with a credential' {
        { Get-IdentityPool -SessionToken $secret } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,IdentityPools.Commands.GetIdentityPoolCommand'
        { Connect-IdentityPool -SessionToken $secret } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have a credential or a profile' {
        { Get-IdentityPool -Credential $credential -ProfileName prod } | Should -Throw -ErrorId 'CredentialAndProfile,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have a region that could be one' {
        { Get-IdentityPool -Region Frankfurt } | Should -Throw -ErrorId 'InvalidRegion,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have an endpoint that is an address' {
        { Get-IdentityPool -EndpointUrl 'localhost/somewhere' } | Should -Throw -ErrorId 'InvalidEndpointUrl,IdentityPools.Commands.GetIdentityPoolCommand'
        { Get-IdentityPool -EndpointUrl 'ftp://localhost' } | Should -Throw -ErrorId 'InvalidEndpointUrl,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have an account of 12 digits for the sandbox' {
        { Connect-IdentityPool -Sandbox -AccountId 123 } | Should -Throw -ErrorId 'InvalidAccountId,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have allowed accounts of 12 digits' {
        { Connect-IdentityPool -Sandbox -AllowedAccountId 123456789012, shop } | Should -Throw -ErrorId 'InvalidAccountId,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have a value where they are given: -<Name>' -ForEach @(
        @{ Name = 'ProfileName'; Value = '' }
        @{ Name = 'Region'; Value = '' }
        @{ Name = 'SessionToken'; Value = $null }
        @{ Name = 'EndpointUrl'; Value = $null }
        @{ Name = 'AllowedAccountId'; Value = @() }
    ) {
        $given = @{ $Name = $Value }
        { Connect-IdentityPool @given } | Should -Throw -ErrorId 'EmptyConnectionArgument,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have no profile for the sandbox' {
        { Connect-IdentityPool -Sandbox -ProfileName prod } | Should -Throw -ErrorId 'SandboxAndConnection,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }
}

Describe 'Disconnect-IdentityPool' {
    It 'does nothing without a session, and says nothing' {
        Disconnect-IdentityPool
        Disconnect-IdentityPool *>&1 | Should -BeNullOrEmpty
    }
}

Describe 'Connect-IdentityPool that fails' {
    AfterEach { Disconnect-IdentityPool }

    It 'leaves a runspace that refuses to call: <Command>' -ForEach @(
        @{ Command = 'Get-IdentityPool'; Action = { Get-IdentityPool -Region eu-west-1 } }
        @{ Command = 'Get-IdentityPool'; Action = { Get-IdentityPool -Id $id -Credential $credential } }
        @{ Command = 'Publish-IdentityPool'; Action = { New-IdentityPool shop | Publish-IdentityPool } }
        @{ Command = 'Compare-IdentityPool'; Action = { New-IdentityPool shop | Compare-IdentityPool } }
        @{ Command = 'Remove-IdentityPool'; Action = { Remove-IdentityPool -Id $id -Force } }
        @{ Command = 'Get-IdentityPoolCredential'; Action = { Get-IdentityPoolCredential $id } }
        @{ Command = 'Get-IdentityPoolFinding'; Action = { New-IdentityPool shop | Get-IdentityPoolFinding -Region eu-west-1 } }
        @{ Command = 'Test-IdentityPool'; Action = { New-IdentityPool shop | Test-IdentityPool -Region eu-west-1 } }
        @{ Command = 'Get-IdentityPoolSession'; Action = { Get-IdentityPoolSession } }
    ) {
        Connect-IdentityPool -Sandbox
        { Connect-IdentityPool -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
        $Action | Should -Throw -ErrorId "ConnectFailed,IdentityPools.Commands.$($Command.Replace('-', ''))Command"
    }

    It 'leaves what needs no session' {
        $session = Connect-IdentityPool -Sandbox -NotDefault
        { Connect-IdentityPool -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
        New-IdentityPool shop | Publish-IdentityPool -Session $session
        (Get-IdentityPool -Session $session).Name | Should -Be 'shop'
        @(New-IdentityPool shop | Get-IdentityPoolFinding).Count | Should -BeGreaterOrEqual 0
        (Get-IdentityPool -Id $id -AsReference).Id | Should -Be $id
    }

    It 'is forgotten by the next one, and by Disconnect-IdentityPool' {
        { Connect-IdentityPool -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
        Connect-IdentityPool -Sandbox
        @(Get-IdentityPool) | Should -HaveCount 0
        { Connect-IdentityPool -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
        Disconnect-IdentityPool
        { Get-IdentityPool -Credential $credential -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
    }

    It 'changes nothing when it was to make no default' {
        Connect-IdentityPool -Sandbox
        { Connect-IdentityPool -NotDefault -Region nonsense } | Should -Throw -ErrorId 'InvalidRegion,*'
        @(Get-IdentityPool) | Should -HaveCount 0
    }

    It 'refuses too when its arguments contradict each other' {
        Connect-IdentityPool -Sandbox
        { Connect-IdentityPool -Sandbox -ProfileName prod } | Should -Throw -ErrorId 'SandboxAndConnection,*'
        { Get-IdentityPool } | Should -Throw -ErrorId 'ConnectFailed,IdentityPools.Commands.GetIdentityPoolCommand'
        Disconnect-IdentityPool
    }

    It 'refuses too when the engine cannot bind its arguments: <ErrorId>' -ForEach @(
        @{ ErrorId = 'NamedParameterNotFound'; Action = { Connect-IdentityPool -Sandbox -Regoin eu-west-1 } }
        @{ ErrorId = 'CannotConvertArgumentNoMessage'; Action = { Connect-IdentityPool -EndpointUrl 'http://[' } }
        @{ ErrorId = 'PositionalParameterNotFound'; Action = { Connect-IdentityPool -Sandbox stray } }
        @{ ErrorId = 'MissingArgument'; Action = { Connect-IdentityPool -AllowedAccountId } }
    ) {
        Connect-IdentityPool -Sandbox
        $Action | Should -Throw -ErrorId "$ErrorId,IdentityPools.Commands.ConnectIdentityPoolCommand"
        { Get-IdentityPool } | Should -Throw -ErrorId 'ConnectFailed,IdentityPools.Commands.GetIdentityPoolCommand'
        Disconnect-IdentityPool
        Connect-IdentityPool -Sandbox
        @(Get-IdentityPool) | Should -HaveCount 0
    }

    It 'is not what completion, help and discovery make of it' {
        Connect-IdentityPool -Sandbox
        foreach ($line in 'Connect-IdentityPool -Regoin x -', 'Connect-IdentityPool -Region ', 'Connect-IdentityPool -Sandbox -ProfileName ') {
            $null = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
        }

        $null = Get-Help Connect-IdentityPool -Full
        $null = Get-Command Connect-IdentityPool -Syntax
        $null = Get-Command Connect-IdentityPool -ArgumentList '-Nonsense'
        @(Get-IdentityPool) | Should -HaveCount 0
    }
}

Describe 'A sandbox as session' {
    BeforeEach { Connect-IdentityPool -Sandbox -Region eu-west-1 }
    AfterEach { Disconnect-IdentityPool }

    It 'has other regions of the same account' {
        New-IdentityPool shop | Publish-IdentityPool -Region us-east-1
        (Get-IdentityPool -Region us-east-1).Region | Should -Be 'us-east-1'
        @(Get-IdentityPool) | Should -HaveCount 0
        (Get-IdentityPoolSession).Sandbox.Calls.Region | Sort-Object -Unique | Should -Be @('eu-west-1', 'us-east-1')
    }

    It 'publishes a definition in the region that it was read in' {
        $shop = New-IdentityPool shop | Publish-IdentityPool -Region us-east-1 -PassThru
        $shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool
        (Get-IdentityPool shop -Region us-east-1).LoginProviders.Provider | Should -Be 'Facebook'
        { $shop | Publish-IdentityPool -Region eu-west-1 -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,*'
        { $shop | Compare-IdentityPool -Region eu-west-1 -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,*'
        { Get-IdentityPool -Id $shop.Id -ErrorAction Stop } | Should -Throw '*Specify -Region us-east-1*'
        (Get-IdentityPool -Id $shop.Id -Region us-east-1).Name | Should -Be 'shop'
        $shop | Remove-IdentityPool -Force
        @(Get-IdentityPool -Region us-east-1) | Should -HaveCount 0
    }

    It 'has no <Given>: <Command>' -ForEach @(
        foreach ($line in 'Get-IdentityPool', 'Get-IdentityPoolCredential $id', 'Remove-IdentityPool -Id $id -Force', 'New-IdentityPool shop | Publish-IdentityPool',
            'New-IdentityPool shop | Compare-IdentityPool', 'New-IdentityPool shop | Get-IdentityPoolFinding', 'New-IdentityPool shop | Test-IdentityPool') {
            foreach ($given in '-ProfileName prod', '-Credential $credential', '-Credential $credential -SessionToken $secret', '-EndpointUrl http://127.0.0.1:9') {
                @{ Command = $line; Given = $given }
            }
        }
    ) {
        { & ([scriptblock]::Create("$Command $Given")) } | Should -Throw -ErrorId 'SandboxConnection,*'
    }

    It 'is not left by a definition that was read elsewhere' {
        $shop = New-IdentityPool shop | Publish-IdentityPool -PassThru
        Disconnect-IdentityPool
        foreach ($action in { $shop | Publish-IdentityPool }, { $shop | Compare-IdentityPool }, { $shop | Remove-IdentityPool -Force }, { $shop | Get-IdentityPoolCredential },
            { $shop | Get-IdentityPoolFinding -Region eu-west-1 }, { $shop | Get-IdentityPool }, { $shop | Get-IdentityPool -Credential $credential }) {
            { & $action -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolOfSandbox,*'
        }
    }

    It 'does not take a copy of a pool of another account: <Name>' -ForEach @(
        @{ Name = 'Select-Object *'; Copy = { $args[0] | Select-Object * } }
        @{ Name = 'Select-Object Id, Arn'; Copy = { $args[0] | Select-Object Id, Arn } }
        @{ Name = 'JSON'; Copy = { $args[0] | Select-Object Name, Id, Arn | ConvertTo-Json | ConvertFrom-Json } }
        @{ Name = 'text'; Copy = { [pscustomobject]@{ Name = $args[0].Name; Id = "$($args[0].Id)"; Arn = "$($args[0].Arn)" } } }
        @{ Name = 'IdentityPoolArn'; Copy = { [pscustomobject]@{ IdentityPoolId = $args[0].Id; IdentityPoolArn = $args[0].Arn } } }
    ) {
        $copy = & $Copy (New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru)
        $other = Connect-IdentityPool -Sandbox -AccountId 999999999999 -NotDefault
        { $copy | Get-IdentityPool -Session $other -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolOfAnotherAccount,*'
        { $copy | Remove-IdentityPool -Session $other -Force -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolOfAnotherAccount,*'
        @($other.Sandbox.Calls | Where-Object Operation -NE GetCallerIdentity) | Should -HaveCount 0
        { $copy | Get-IdentityPool -Region us-east-1 -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,*'
        { $copy | Remove-IdentityPool -Region us-east-1 -Force -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,*'
        { $copy | Get-IdentityPoolCredential -Region us-east-1 -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,*'
        ($copy | Get-IdentityPool).Name | Should -Be 'shop'
        ($copy | Get-IdentityPoolCredential).AccessKeyId | Should -Match '^ASIA'
        ($copy | Get-IdentityPool -AsReference).Arn | Should -Match ':123456789012:'
        $copy | Remove-IdentityPool -Force
        @(Get-IdentityPool) | Should -HaveCount 0
    }

    It 'does not take an object whose id and ARN are of two pools, and goes on with the next one: <Command>' -ForEach @(
        @{ Command = 'Get-IdentityPool' }
        @{ Command = 'Remove-IdentityPool -Force' }
        @{ Command = 'Get-IdentityPoolCredential' }
    ) {
        $shop, $bank = 'shop', 'bank' | ForEach-Object { New-IdentityPool $_ -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru }
        $objects = [pscustomobject]@{ Id = $shop.Id; Arn = $bank.Arn }, [pscustomobject]@{ Id = $shop.Id; Arn = 'shop' }, [pscustomobject]@{ Id = $bank.Id; Arn = '' }
        $null = $objects | & ([scriptblock]::Create("`$input | $Command -ErrorAction SilentlyContinue -ErrorVariable faults; `$script:faults = `$faults"))
        # Get-IdentityPool takes whatever comes and says itself what is wrong with it.
        $expected = if ($Command -eq 'Get-IdentityPool') { 'IdentityPoolIdIsNotOfArn,*', 'InvalidArn,*' } else { 'ParameterArgumentTransformationError,*', 'ParameterArgumentTransformationError,*' }
        $faults[0].FullyQualifiedErrorId | Should -BeLike $expected[0]
        $faults[1].FullyQualifiedErrorId | Should -BeLike $expected[1]
        @($faults) | Should -HaveCount 2
        "$($faults[0])" | Should -Match ([regex]::Escape("the id '$($shop.Id)' and the ARN '$($bank.Arn)'"))
        if ($Command -ne 'Get-IdentityPool') { $faults[0].TargetObject.Arn | Should -Be $bank.Arn }
        @(Get-IdentityPool -Id $shop.Id) | Should -HaveCount 1
        @(Get-IdentityPool | Where-Object Name -EQ bank) | Should -HaveCount $(if ($Command -like 'Remove*') { 0 } else { 1 })
    }

    It 'reads again what it reads, and what was published of a definition' {
        $null = New-IdentityPool shop | Publish-IdentityPool
        (Get-IdentityPool | Get-IdentityPool).Name | Should -Be 'shop'
        (New-IdentityPool shop | Get-IdentityPool).Region | Should -Be 'eu-west-1'
        { New-IdentityPool blog | Get-IdentityPool -ErrorAction Stop } | Should -Throw -ErrorId 'IdentityPoolNotFound,*'
        { New-IdentityPool shop | Get-IdentityPool -First 1 } | Should -Throw -ErrorId 'PagingWithoutList,*'
    }

    It 'is handed over to other runspaces with -Session' {
        New-IdentityPool shop | Publish-IdentityPool
        $module = (Get-Module IdentityPool).Path
        $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
        try {
            "$($shell.AddScript("Import-Module '$module'; (Get-IdentityPool -Session `$args[0]).Name").AddArgument((Get-IdentityPoolSession)).Invoke())" | Should -Be 'shop'
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

Describe 'A runspace without a session' {
    BeforeAll {
        # A chain that ends here: nothing in this process may be reached by it. Which of several reasons is named, and where the chain may be used again,
        # depends on every runspace of the process; AccountTests have a process of their own.
        $before = $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY
        $env:AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
        $env:AWS_SECRET_ACCESS_KEY = 'not-a-secret'
        $module = (Get-Module IdentityPool).Path
        $endpoint = '-Region us-east-1 -EndpointUrl http://127.0.0.1:9'

        function Invoke-Elsewhere($Line) {
            $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
            try {
                $script = "Import-Module '$module'; `$credential = `$args[0]; try { $Line } catch { `$_.FullyQualifiedErrorId }"
                "$($shell.AddScript($script).AddArgument($credential).Invoke())"
            }
            finally {
                $shell.Runspace.Dispose()
                $shell.Dispose()
            }
        }
    }

    AfterEach { Disconnect-IdentityPool }

    AfterAll {
        $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $before
    }

    It 'does not use the chain of the SDK beside <Beside>' -ForEach @(
        @{ Beside = 'a sandbox'; Connect = { Connect-IdentityPool -Sandbox } }
        @{ Beside = 'a sandbox of allowed accounts'; Connect = { Connect-IdentityPool -Sandbox -AllowedAccountId 111122223333 } }
        @{ Beside = 'allowed accounts'; Connect = { Connect-IdentityPool -Region eu-west-1 -Credential $credential -AllowedAccountId 111122223333 } }
        @{ Beside = 'a Connect-IdentityPool that failed'; Connect = { try { Connect-IdentityPool -Region nonsense } catch { $null = $_ } } }
    ) {
        . $Connect
        foreach ($line in 'Get-IdentityPool', 'Get-IdentityPool -Region us-east-1', "Get-IdentityPool $endpoint", "New-IdentityPool shop | Publish-IdentityPool $endpoint -ErrorAction Stop",
            "Remove-IdentityPool -Id $id -Force -ErrorAction Stop", 'Get-IdentityPoolSession') {
            Invoke-Elsewhere $line | Should -Match '^(Sandbox|AllowedAccount|ConnectFailed)Elsewhere,' -Because $line
        }

        Invoke-Elsewhere "Get-IdentityPool -Credential `$credential $endpoint -ErrorAction Stop" | Should -BeLike 'NoAnswer,*'
        Invoke-Elsewhere '$own = Connect-IdentityPool -Sandbox -NotDefault; New-IdentityPool own | Publish-IdentityPool -Session $own -PassThru | ForEach-Object Name' | Should -Be 'own'
        Invoke-Elsewhere 'Connect-IdentityPool -Sandbox; New-IdentityPool own | Publish-IdentityPool -PassThru | ForEach-Object Name' | Should -Be 'own'
    }
}

Describe 'Get-IdentityPool -Name' {
    AfterEach { Disconnect-IdentityPool }

    It 'tells a pattern that cannot be read before it calls anything, and shows it safely' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $patterns = 'shop[1', '[', '[z-a]', "x[`e0;pwn`a`n::stop-commands::y"
        foreach ($pattern in $patterns) {
            $thrown = try { Get-IdentityPool $pattern -ErrorAction Stop } catch { $_ }
            $thrown.FullyQualifiedErrorId | Should -Be 'NamePatternInvalid,IdentityPools.Commands.GetIdentityPoolCommand'
            "$($thrown.CategoryInfo.Category)" | Should -Be 'InvalidArgument'
            $thrown.TargetObject | Should -BeExactly $pattern
            "$thrown" -match '[\x00-\x1f]' | Should -BeFalse
            $thrown.Exception.InnerException | Should -BeNullOrEmpty
        }

        $session.Sandbox.Calls | Should -BeNullOrEmpty
        New-IdentityPool shop | Publish-IdentityPool
        (Get-IdentityPool 'sho[p]').Name | Should -Be 'shop'
    }
}

Describe 'Get-IdentityPoolSession' {
    AfterEach { Disconnect-IdentityPool }

    It 'tells account, caller and region' {
        Connect-IdentityPool -Sandbox -AccountId 210987654321 -Region ap-south-1
        $session = Get-IdentityPoolSession
        $session.AccountId | Should -Be '210987654321'
        $session.CallerArn | Should -BeLike 'arn:aws:iam::210987654321:*'
        $session.Region | Should -Be 'ap-south-1'
        $session.IsSandbox | Should -BeTrue
        $session.IsFromChain | Should -BeFalse
        $session.ProfileName | Should -BeNullOrEmpty
        $session.EndpointUrl | Should -BeNullOrEmpty
        $session | Out-String -Width 100 | Should -Match '(?m)^210987654321\s+ap-south-1\s+Sandbox\s*$'
    }
}

Describe 'Connect-IdentityPool -AllowedAccountId' {
    AfterEach { Disconnect-IdentityPool }

    It 'lets an allowed account be called' {
        Connect-IdentityPool -Sandbox -AllowedAccountId 111111111111, 123456789012
        $shop = New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru
        ($shop | Get-IdentityPoolCredential).AccessKeyId | Should -Not -BeNullOrEmpty
    }

    It 'refuses another account before anything is read' {
        $session = Connect-IdentityPool -Sandbox -AllowedAccountId 111111111111 -PassThru
        foreach ($action in { Get-IdentityPool }, { Get-IdentityPool -Id $id }, { Get-IdentityPool -Region us-east-1 }, { New-IdentityPool shop | Publish-IdentityPool },
            { New-IdentityPool shop | Compare-IdentityPool }, { Remove-IdentityPool -Id $id -Force }, { Get-IdentityPoolCredential $id },
            { New-IdentityPool shop | Get-IdentityPoolFinding -Session $session }, { Get-IdentityPoolSession }) {
            $action | Should -Throw -ErrorId 'AccountNotAllowed,*'
        }

        $session.Sandbox.Calls.Operation | Sort-Object -Unique | Should -Be 'GetCallerIdentity'
    }

    It 'asks nobody for credentials where the pool is not of the account' {
        $session = Connect-IdentityPool -Sandbox -AllowedAccountId 123456789012 -PassThru
        { Get-IdentityPoolCredential $id -ErrorAction Stop } | Should -Throw -ErrorId 'AccountNotProved,*'
        $session.Sandbox.Calls.Operation | Should -Be @('GetCallerIdentity', 'DescribeIdentityPool')
    }
}

Describe 'Remove-IdentityPool' {
    It 'needs the id of a definition' {
        { New-IdentityPool shop | Remove-IdentityPool -Force } | Should -Throw -ErrorId 'RemovalNeedsId,IdentityPools.Commands.RemoveIdentityPoolCommand'
    }
}

Describe 'Completion of profiles' {
    BeforeAll {
        function Get-Completion($Line) {
            [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches | ForEach-Object CompletionText
        }
        $before = $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials"
    }

    AfterAll {
        $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE = $before
    }

    It 'reads the names of both files' {
        Set-Content -LiteralPath "$TestDrive/config" -Value "[default]`nregion = eu-west-1`n[profile shop-prod]`nsso_session = corp`n[sso-session shop-corp]`n[shop-no-profile]"
        Set-Content -LiteralPath "$TestDrive/credentials" -Value "[shop test]`naws_access_key_id = AKIAIOSFODNN7EXAMPLE`n[shop-prod]`n"
        Get-Completion 'Get-IdentityPool -ProfileName shop' | Should -Be @("'shop test'", 'shop-prod')
        Get-Completion 'Connect-IdentityPool -ProfileName d' | Should -Be 'default'
    }

    It 'offers nothing where there is no file' {
        $env:AWS_CONFIG_FILE = "$TestDrive/missing/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive"
        Get-Completion 'Get-IdentityPool -ProfileName shop' | Should -Not -Contain 'shop-prod'
    }
}

Describe 'Connect-IdentityPool says where one is' {
    AfterEach {
        Disconnect-IdentityPool
    }

    It 'in the verbose and the information stream, and nowhere else' {
        $output = Connect-IdentityPool -Sandbox -Region eu-west-1 -Verbose -InformationVariable said 4>&1 6>$null
        $output | Should -BeOfType System.Management.Automation.VerboseRecord
        "$output" | Should -Be 'Connected to eu-west-1 (sandbox 123456789012)'
        $said | Should -HaveCount 1
        "$($said.MessageData)" | Should -Be 'Connected to eu-west-1 (sandbox 123456789012)'
        $said.Tags | Should -Be 'IdentityPool'
    }

    It 'and not to scripts that do not ask' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$([IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"))'; Connect-IdentityPool -Sandbox")
            $shell.Invoke() | Should -HaveCount 0
            $shell.Streams.Verbose | Should -HaveCount 0
            $shell.Streams.Information.Tags | Should -Not -Contain 'PSHOST'
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'not where the session of the runspace stays as it is' {
        $null = Connect-IdentityPool -Sandbox -NotDefault -InformationVariable said
        $said | Should -HaveCount 0
    }
}

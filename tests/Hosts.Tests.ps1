BeforeDiscovery {
    # A module that comes with pwsh and not with its SDK.
    $noThreadJob = $null -eq (Get-Command -Name Start-ThreadJob -ErrorAction Ignore)
}

BeforeAll {
    $manifest = [IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1")
    Import-Module $manifest -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    # A life of a pool with arguments of every kind: hashtables, intrinsics, definitions, switches.
    $life = {
        $pool = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication (New-UserPool people) |
            Add-LoginProvider -Google g |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email a@b.c (New-IdentityPoolRole Admin)) -ResolveAmbiguousRoles |
            Add-PrincipalTag -Provider Google -Tag @{ mail = 'email' } |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource @{ 'Fn::Sub' = 'arn:${AWS::Partition}:s3:::data/*' } -Condition @{ Bool = @{ 'aws:SecureTransport' = 'true' } }
        $template = $pool | ConvertTo-IdentityPoolTemplate
        $decision = $pool | Resolve-IdentityPoolRole -Provider Google -Claim @{ email = 'a@b.c' }
        $findings = @($pool | Get-IdentityPoolFinding)
        $published = New-IdentityPool live | Add-LoginProvider -Google g | Publish-IdentityPool -PassThru
        $changes = @(New-IdentityPool live | Add-LoginProvider -Google other | Compare-IdentityPool -Id $published.Id)
        $published | Remove-IdentityPool -Force
        "$($template.Contains('ShopIdentityPool')) $($decision.Role) $($findings.Count -gt 0) $($changes.Count) $(@(Get-IdentityPool).Count)"
    }
    $lifeText = "$life"
    $lifeShows = 'True Admin True 1 0'
}

Describe 'The module in other hosts' {
    It 'works in strict mode' {
        Connect-IdentityPool -Sandbox
        try { & $life | Should -Be $lifeShows } finally { Disconnect-IdentityPool }
    }

    It 'works in constrained language mode' {
        $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        $shell = [powershell]::Create($state)
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; Connect-IdentityPool -Sandbox").Invoke()
            $shell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
            $shell.Commands.Clear()
            $shown = $shell.AddScript($lifeText).Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $shown | Should -Be $lifeShows
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }

    It 'works in two runspaces at once, each with its own session' {
        $shown = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            Connect-IdentityPool -Sandbox
            & ([scriptblock]::Create($using:lifeText))
        }
        $shown | Should -Be @($lifeShows, $lifeShows, $lifeShows, $lifeShows)
    }

    It 'works in a thread job' -Skip:$noThreadJob {
        $job = Start-ThreadJob {
            Import-Module $using:manifest
            Connect-IdentityPool -Sandbox
            & ([scriptblock]::Create($using:lifeText))
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be $lifeShows
    }

    It 'takes definitions into another runspace and brings pools back' {
        $definitions = 1..3 | ForEach-Object { New-IdentityPool "tenant-$_" }
        $session = Connect-IdentityPool -Sandbox -PassThru
        try {
            $pools = $definitions | ForEach-Object -Parallel {
                Import-Module $using:manifest
                $_ | Publish-IdentityPool -Session $using:session -PassThru
            }
            @($pools) | ForEach-Object { $_ | Should -BeOfType IdentityPools.IdentityPool }
            ($pools | Compare-IdentityPool -Session $session) | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-IdentityPool
        }
    }

    It 'never waits for somebody who is not there' {
        # A host that cannot ask makes a question an error; -Confirm:$false asks nothing.
        Connect-IdentityPool -Sandbox
        try {
            $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
            $ConfirmPreference = 'None'
            $pool | Remove-IdentityPool
            Get-IdentityPool | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-IdentityPool
        }
    }
}

Describe 'The streams of the module' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $shop = New-IdentityPool shop | Add-LoginProvider -Google g | Publish-IdentityPool -PassThru
        New-IdentityPool office | Publish-IdentityPool
    }

    AfterAll {
        Disconnect-IdentityPool
    }

    It 'says nothing but its result unless asked' {
        $all = @(Get-IdentityPool -Id $shop.Id *>&1)
        $all | Should -HaveCount 1
        $all[0] | Should -BeOfType IdentityPools.IdentityPool
    }

    It 'names each call with -Verbose, on the verbose stream only' {
        $all = @(Get-IdentityPool -Id $shop.Id -Verbose *>&1)
        $verbose = @($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
        ($verbose -match 'cognito-identity:DescribeIdentityPool .+ \(\d+ ms\)') | Should -HaveCount 1
        $all.Count | Should -Be ($verbose.Count + 1)
    }

    It 'tells each change, on the information stream only' {
        $change = New-IdentityPool shop -AllowUnauthenticatedIdentities | Add-LoginProvider -Google g
        $all = @($change | Publish-IdentityPool -InformationVariable changes *>&1)
        $all | ForEach-Object { $_ | Should -BeOfType System.Management.Automation.InformationRecord }
        "$changes" | Should -Be "shop: cognito-identity:UpdateIdentityPool $($shop.Id)"
        $changes[0].Tags | Should -Be 'IdentityPool'
        @($change | Publish-IdentityPool *>&1) | Should -HaveCount 0
    }

    It 'tells on the debug stream why a step is tried again' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('ConcurrentModification', 'SetIdentityPoolRoles', 0, 1))
        $pool = New-IdentityPool twice
        $DebugPreference = 'Continue'
        $debug = @($pool | Publish-IdentityPool -Session $session *>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] })
        $debug | Should -HaveCount 1
        "$debug" | Should -Match '^twice is retried\..+ConcurrentModification'
    }

    It 'can be silenced: <Preference>' -ForEach @(
        @{ Preference = 'WarningAction' }
        @{ Preference = 'InformationAction' }
        @{ Preference = 'ProgressAction' }
    ) {
        $silent = @{ $Preference = 'Ignore' }
        @(Get-IdentityPool -Name '[so]*' @silent *>&1 | Sort-Object Name).Name | Should -Be 'office', 'shop'
    }

    It 'goes into a file as plain text' {
        $OutputBefore = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Host'
        try {
            Get-IdentityPool -Verbose *> "$TestDrive/all.txt"
            $text = [IO.File]::ReadAllText("$TestDrive/all.txt")
            $text | Should -Match 'DescribeIdentityPool'
            $text | Should -Match 'office'
            $text | Should -Not -Match '\e'
        }
        finally {
            $PSStyle.OutputRendering = $OutputBefore
        }
    }
}

BeforeDiscovery {
    $noPython = -not (Get-Command python3 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function New-Unset($Name) {
        ($session.Sandbox.Invoke('CreateIdentityPool', (ConvertTo-Json @{ IdentityPoolName = $Name; AllowUnauthenticatedIdentities = $true })) | ConvertFrom-Json).IdentityPoolId
    }

    function Get-GuestToken($Id) {
        $identity = ($session.Sandbox.Invoke('GetId', (ConvertTo-Json @{ IdentityPoolId = $Id })) | ConvertFrom-Json).IdentityId
        $session.Sandbox.Invoke('GetOpenIdToken', (ConvertTo-Json @{ IdentityId = $identity }))
    }
}

Describe 'The classic flow' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'is forbidden by a new definition, in the template and in AWS' {
        (New-IdentityPool plain).AllowClassicFlow | Should -BeFalse
        New-IdentityPool plain | ConvertTo-IdentityPoolTemplate | Should -Match '(?m)^ +AllowClassicFlow: false$'
        $live = New-IdentityPool plain -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru
        { Get-GuestToken $live.Id } | Should -Throw '*Basic (classic) flow is not enabled*'
        @($live | Get-IdentityPoolFinding -RuleId ClassicFlow) | Should -HaveCount 0
    }

    It 'is open where nothing was said, which is read, written and found as such' {
        $id = New-Unset old
        Get-GuestToken $id | Should -Match 'Token'
        $read = Get-IdentityPool -Id $id
        $read.AllowClassicFlow | Should -BeNullOrEmpty
        @($read | Get-IdentityPoolFinding -RuleId ClassicFlow) | Should -HaveCount 1
        $text = $read | ConvertTo-IdentityPoolTemplate
        $text | Should -Not -Match 'AllowClassicFlow'
        Set-Content "$TestDrive/old.yaml" $text
        (Import-IdentityPool "$TestDrive/old.yaml").AllowClassicFlow | Should -BeNullOrEmpty
    }

    It 'is left as it is by a definition that does not say it, and told' {
        $id = New-Unset old
        New-IdentityPool old | Publish-IdentityPool -Id $id -WarningAction SilentlyContinue
        (Get-IdentityPool -Id $id).AllowClassicFlow | Should -BeNullOrEmpty
        $kept = New-IdentityPool old | Compare-IdentityPool -Id $id -IncludeUnmanaged | Where-Object Path -EQ AllowClassicFlow
        $kept.Kind | Should -Be 'Keep'
        $kept.Before | Should -Be 'not set, which allows it'
        $kept.Remedy | Should -Be 'New-IdentityPool -AllowClassicFlow:$false changes it'
    }

    It 'is forbidden by a definition that says so' {
        $id = New-Unset old
        $change = New-IdentityPool old -AllowClassicFlow:$false | Compare-IdentityPool -Id $id -WarningAction SilentlyContinue | Where-Object Path -EQ AllowClassicFlow
        $change.Kind | Should -Be 'Update'
        $change.Before | Should -Be 'not set, which allows it'
        $change.After | Should -Be 'false'
        New-IdentityPool old -AllowClassicFlow:$false | Publish-IdentityPool -Id $id -WarningAction SilentlyContinue
        { Get-GuestToken $id } | Should -Throw '*Basic (classic) flow is not enabled*'
    }
}

Describe 'Situations of users: the classic flow' {
    BeforeAll {
        $modulePath = $env:PSModulePath
        $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
        $said = @{}
        foreach ($name in 'classic-omitted', 'classic-plan') {
            $said[$name] = & "$PSScriptRoot/field/situations/$name.ps1" | Out-String -Width 200
        }
    }

    AfterAll {
        Disconnect-IdentityPool
        $env:PSModulePath = $modulePath
    }

    It 'writes false where nobody said anything' {
        $said['classic-omitted'] | Should -Match '"AllowClassicFlow":false'
        $said['classic-omitted'] | Should -Match '(?s)never said.*Basic \(classic\) flow is not enabled.*--- findings'
        $said['classic-omitted'] | Should -Match '(?s)in the template\?\s+True\s.*explicit false\s+AllowClassicFlow: false\s.*--- property\s+False'
        $said['classic-omitted'] | Should -Not -Match 'ClassicFlow  '
    }

    It 'finds what was never said in a pool that exists, and forbids it where the definition says so' -Skip:$noPython {
        $start = [Diagnostics.ProcessStartInfo]::new('python3')
        $start.ArgumentList.Add("$PSScriptRoot/field/situations/fake-pool-classic-unset.py")
        $start.RedirectStandardOutput = $true
        $server = [Diagnostics.Process]::Start($start)
        try {
            $server.StandardOutput.ReadLine() | Should -Not -BeNullOrEmpty
            $text = & "$PSScriptRoot/field/situations/classic-unset-live.ps1" | Out-String -Width 200
        }
        finally {
            $server.Kill()
            $server.Dispose()
        }

        $text | Should -Match '--- read\s+AllowClassicFlow: \[\]'
        $text | Should -Match '--- findings\s+RuleId +Severity\s+-+ +-+\s+(\w+ +\w+\s+)*ClassicFlow +Warning'
        $text | Should -Match '(?s)explicitly off.*~ AllowClassicFlow: not set, which allows it -> false'
        $text | Should -Not -Match 'THROWN'
    }

    It 'has nothing to change between never said and off' {
        $said['classic-plan'] | Should -Match 'unset: \[False\]  off: \[False\]'
        $said['classic-plan'] | Should -Not -Match '[~+=] AllowClassicFlow'
        $said['classic-plan'] | Should -Not -Match 'THROWN'
    }
}

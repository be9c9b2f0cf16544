BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/07-blue-green-roles.ps1"
    function Get-Mapped { "$((Get-IdentityPool -Session $session).RoleMappings[0].Rules.MappedRole.Name)" }
    function Get-RoleName { "$(($session.Sandbox.RoleNames -replace '-[0-9a-f]{8}-.*$' | Sort-Object))" }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/07-blue-green-roles.ps1' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $null = & $script Blue -Session $session
    }

    It 'makes the pool with the roles of one colour' {
        Get-Mapped | Should -Be 'Editor-Blue Viewer-Blue'
    }

    It 'switches the rules, and keeps the other roles for those who have their credentials' {
        $changes = & $script Green -Session $session
        "$($changes.Kind | Sort-Object -Unique)" | Should -Match Create
        Get-Mapped | Should -Be 'Editor-Green Viewer-Green'
        $pool = Get-IdentityPool -Session $session
        ($pool.RoleMappings[0].Rules[0].MappedRole.Statements[0].Actions | ForEach-Object { "$_" }) | Should -Be 's3:GetObject', 's3:PutObject'
        @($session.Sandbox.Calls | Where-Object Operation -EQ DeleteRole) | Should -HaveCount 0
    }

    It 'goes back in one call, as the roles are still there' {
        $null = & $script Green -Session $session
        $before = @($session.Sandbox.Calls | Where-Object Mutating).Count
        $null = & $script Blue -Session $session
        Get-Mapped | Should -Be 'Editor-Blue Viewer-Blue'
        ($session.Sandbox.Calls | Where-Object Mutating | Select-Object -Skip $before).Operation | Should -Be SetIdentityPoolRoles
    }

    It 'changes nothing the second time' {
        & $script Blue -Session $session | Should -BeNullOrEmpty
    }

    It 'retires the other colour when told to' {
        $null = & $script Green -Session $session
        $null = & $script Green -Retire -Session $session -Confirm:$false
        @($session.Sandbox.Calls | Where-Object Operation -EQ DeleteRole) | Should -HaveCount 2
        Get-Mapped | Should -Be 'Editor-Green Viewer-Green'
    }

    It 'shows with -WhatIf what it would retire, without asking' {
        $null = & $script Green -Session $session
        & $script Green -Retire -Session $session -WhatIf | Should -BeNullOrEmpty
        @($session.Sandbox.Calls | Where-Object Operation -EQ DeleteRole) | Should -HaveCount 0
    }

    It 'does not retire what is still in use: <Case>' -ForEach @(
        @{ Case = 'another colour'; Color = 'Green' }
        @{ Case = 'no pool'; Color = 'Blue' }
    ) {
        if ($Color -eq 'Blue') { $session = Connect-IdentityPool -Sandbox -NotDefault }
        $session.Sandbox.ClearCalls()
        { & $script $Color -Retire -Session $session -Confirm:$false } | Should -Throw "Nothing was retired, because 'catalogue'*Switch first*"
        $session.Sandbox.Calls | Where-Object Mutating | Should -BeNullOrEmpty
    }

    It 'retires in the sandbox by itself: <_>' -ForEach Blue, Green {
        $other = @{ Blue = 'Green'; Green = 'Blue' }[$_]
        "$((& $script $_ -Retire -Confirm:$false).Path)" | Should -Be "Roles[Editor-$other] Roles[Viewer-$other]"
    }

    It 'changes nothing with -WhatIf' {
        & $script Green -Session $session -WhatIf | Should -BeNullOrEmpty
        Get-Mapped | Should -Be 'Editor-Blue Viewer-Blue'
    }

    It 'publishes nothing that gives somebody another role than expected' {
        # A copy whose definition confuses the two roles.
        $text = [IO.File]::ReadAllText($script).Replace('custom:role editor (', 'custom:role viewer (')
        $text | Should -Not -Be ([IO.File]::ReadAllText($script))
        [IO.File]::WriteAllText("$TestDrive/wrong.ps1", $text)
        { & "$TestDrive/wrong.ps1" Green -Session $session } | Should -Throw 'Nothing was published.*custom:role = editor*'
        Get-Mapped | Should -Be 'Editor-Blue Viewer-Blue'
    }

    It 'refuses another colour' {
        { & $script Red -Session $session } | Should -Throw '*Red*'
    }

    It 'runs in the sandbox by itself' {
        @(& $script Green).Count | Should -BeGreaterThan 2
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/01-tenants-from-csv.ps1"
    $all = "$PSScriptRoot/../examples/data/tenants.csv"
    $csv = "$TestDrive/tenants.csv"

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }
    function Invoke-Script([string] $Path = $csv, [hashtable] $More = @{}) { @(& $script -Path $Path -Session $session @More -InformationAction Ignore) }
    function Set-Csv([string[]] $Row) { Set-Content -LiteralPath $csv -Value (@('Name,UserPoolId,ClientId,Level,Tags') + $Row -join "`n") }

    # The calls so far that the help of the script does not name under its permissions.
    function Get-Undocumented($Session) {
        $notes = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($script), [ref] $null, [ref] $null).GetHelpContent().Notes
        $Session.Sandbox.Calls | Where-Object { $notes -notmatch "\b$($_.Operation)\b" } | ForEach-Object Operation | Sort-Object -Unique
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/01-tenants-from-csv.ps1 with its 200 tenants' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        Import-Csv -LiteralPath $all | Group-Object UserPoolId | ForEach-Object { $session.Sandbox.AddUserPool($_.Name, [string[]] $_.Group.ClientId) }
        $first = Invoke-Script $all
        $session.Sandbox.ClearCalls()
        $second = Invoke-Script $all
    }

    It 'makes a pool for each of them' {
        $first | Should -HaveCount 200
        ($first | Group-Object Result).Name | Should -Be Created
        @(Get-IdentityPool 'tenant-*' -Session $session) | Should -HaveCount 200
    }

    It 'changes nothing the second time' {
        Get-Mutation | Should -HaveCount 0
        ($second | Group-Object Result).Name | Should -Be Unchanged
        $second.Detail | Should -Be $first.Detail
    }

    It 'gives each level what it promises' {
        $premium = @(Import-Csv -LiteralPath $all | Where-Object Level -EQ Premium)
        $premium | Should -HaveCount 40
        $pool = Get-IdentityPool "tenant-$($premium[0].Name)" -Session $session
        $pool.Roles.Name | Should -Be @('Authenticated', 'Admin')
        $pool.UserPools.ClientId | Should -Be $premium[0].ClientId
        ($pool | Resolve-IdentityPoolRole -Claim @{ 'custom:role' = 'admin' }).Role | Should -Be Admin
        ($pool | Resolve-IdentityPoolRole -Guest).Outcome | Should -Be Denied
        "$((Get-IdentityPool tenant-acacia-books -Session $session).AuthenticatedRole.Statements.Actions)" | Should -Not -Match 'PutObject'
    }
}

Describe 'examples/01-tenants-from-csv.ps1 from day to day' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $session.Sandbox.AddUserPool('eu-west-1_Ten1Ten2T', 'one', 'two', 'three')
        Set-Csv 'one,eu-west-1_Ten1Ten2T,one,Basic,owner=ann;stage=live', 'two,eu-west-1_Ten1Ten2T,two,Premium,'
    }

    It 'shows the plan with -WhatIf and does nothing' {
        (Invoke-Script -More @{ WhatIf = $true }).Result | Should -Be Skipped, Skipped
        Get-Mutation | Should -HaveCount 0
    }

    It 'changes only who changed' {
        $null = Invoke-Script
        $session.Sandbox.ClearCalls()
        Set-Csv 'one,eu-west-1_Ten1Ten2T,one,Basic,owner=ann;stage=live', 'two,eu-west-1_Ten1Ten2T,two,Basic,owner=bob', 'three,eu-west-1_Ten1Ten2T,three,Basic,'
        (Invoke-Script).Result | Should -Be Unchanged, Updated, Created
        (Get-IdentityPool tenant-two -Session $session).Roles.Name | Should -Be Authenticated
        (Get-IdentityPool tenant-two -Session $session).Tags['owner'] | Should -Be bob
    }

    It 'reports who is gone, and removes only when told to' {
        $null = Invoke-Script
        Set-Csv 'one,eu-west-1_Ten1Ten2T,one,Basic,owner=ann;stage=live'
        $session.Sandbox.ClearCalls()
        (Invoke-Script).Result | Should -Be Unchanged, Missing
        (Invoke-Script -More @{ RemoveMissing = $true; WhatIf = $true }).Result | Should -Be Unchanged, Missing
        { Invoke-Script -More @{ RemoveMissing = $true; MaximumRemoval = 0 } } | Should -Throw -ExpectedMessage '*nothing was changed*tenant-two*'
        Get-Mutation | Should -HaveCount 0
        (Invoke-Script -More @{ RemoveMissing = $true; Confirm = $false }).Result | Should -Be Unchanged, Removed
        (Get-IdentityPool -Session $session).Name | Should -Be tenant-one
    }

    It 'calls nothing that its help does not name' {
        $null = Invoke-Script
        Set-Csv 'two,eu-west-1_Ten1Ten2T,three,Basic,owner=bob'
        $null = Invoke-Script -More @{ RemoveMissing = $true; Confirm = $false }
        Get-Undocumented $session | Should -BeNullOrEmpty
    }

    It 'says whom it could not remove' {
        $null = Invoke-Script
        Set-Csv 'one,eu-west-1_Ten1Ten2T,one,Basic,owner=ann;stage=live'
        $session.Sandbox.DenyAction('cognito-identity:DeleteIdentityPool')
        $rows = [Collections.Generic.List[object]]::new()
        { & $script -Path $csv -Session $session -RemoveMissing -Confirm:$false -InformationAction Ignore 2> $null | ForEach-Object { $rows.Add($_) } } |
            Should -Throw -ExpectedMessage '1 of 2 tenants failed: two.*'
        $rows.Result | Should -Be Unchanged, Failed
    }

    It 'leaves pools of others alone' {
        $null = $session.Sandbox.Invoke('CreateIdentityPool', '{"IdentityPoolName":"tenant-other","AllowUnauthenticatedIdentities":false}')
        (Invoke-Script -More @{ RemoveMissing = $true; Confirm = $false }).Tenant | Should -Be one, two
        @(Get-IdentityPool -Session $session) | Should -HaveCount 3
    }

    It 'goes on when one tenant fails, and says so at the end' {
        $null = $session.Sandbox.Invoke('CreateIdentityPool', '{"IdentityPoolName":"tenant-one","AllowUnauthenticatedIdentities":false}')
        $rows = [Collections.Generic.List[object]]::new()
        { & $script -Path $csv -Session $session -InformationAction Ignore 2> $null | ForEach-Object { $rows.Add($_) } } |
            Should -Throw -ExpectedMessage '1 of 2 tenants failed: one.*'
        $rows.Result | Should -Be Failed, Created
        $rows[0].Detail | Should -Match '-Adopt'
    }
}

Describe 'examples/01-tenants-from-csv.ps1 with a bad file' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
    }

    It 'reports every bad row with its line and publishes nothing' {
        Set-Csv 'good,eu-west-1_Ten1Ten2T,one,Basic,', '', 'Bad Name,eu-west-1_Ten1Ten2T,two,Basic,', 'three,nonsense,three,Basic,', 'four,eu-west-1_Ten1Ten2T,four,Gold,',
            'good,eu-west-1_Ten1Ten2T,five,Basic,', 'six,eu-west-1_Ten1Ten2T,six,Basic,owner', 'seven', 'eight,eu-west-1_Ten1Ten2T,one,Basic,'
        try { Invoke-Script; $message = 'nothing' } catch { $message = $_.Exception.Message }
        $message | Should -Match 'because 7 rows are not valid'
        $message | Should -Match "line 4: The name 'Bad Name'"
        $message | Should -Match 'line 5: .*nonsense'
        $message | Should -Match "line 6: The level 'Gold' is not valid. Use one of: Basic, Standard, Premium"
        $message | Should -Match "line 7: The tenant 'good' is already on line 2"
        $message | Should -Match "line 8: The tag 'owner' does not have the form key=value"
        $message | Should -Match "line 9: The level '' is not valid"
        $message | Should -Match "line 10: The client 'eu-west-1_Ten1Ten2T/one' is already on line 2"
        Get-Mutation | Should -HaveCount 0
    }

    It 'says <Problem>' -ForEach @(
        @{ Text = 'Name;UserPoolId;ClientId;Level;Tags'; Problem = 'the first line must contain the columns*' }
        @{ Text = 'Name,UserPoolId,ClientId,Level,Tags'; Problem = 'the file contains no tenants*' }
        @{ Text = "Name,UserPoolId,ClientId,Level`na,eu-west-1_Ten1Ten2T,one,Basic"; Problem = '*Missing: Tags.' }
    ) {
        Set-Content -LiteralPath $csv -Value $Text
        { Invoke-Script } | Should -Throw -ExpectedMessage "${csv}: $Problem"
    }

    It 'misses a file that does not exist' {
        { Invoke-Script "$TestDrive/none.csv" } | Should -Throw -ExpectedMessage '*none.csv*'
        Get-Mutation | Should -HaveCount 0
    }
}

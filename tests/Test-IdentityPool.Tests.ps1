BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Test-IdentityPool' {
    It 'is true for a plain pool' {
        New-IdentityPool shop | Test-IdentityPool | Should -BeTrue
    }

    It 'answers once and with a boolean for each pool' {
        $answers = @((New-IdentityPool a), (New-IdentityPool b -AllowUnauthenticatedIdentities -AllowClassicFlow), (New-IdentityPool c) | Test-IdentityPool)
        $answers | Should -HaveCount 3
        $answers | ForEach-Object { $_ | Should -BeOfType bool }
        $answers -join ',' | Should -Be 'True,False,True'
    }

    It 'counts <Severity> and worse: <Expected>' -ForEach @(
        @{ Severity = 'Information'; Expected = $false }
        @{ Severity = 'Warning'; Expected = $false }
        @{ Severity = 'Error'; Expected = $true }
    ) {
        New-IdentityPool shop -AllowUnauthenticatedIdentities | Test-IdentityPool -Severity $Severity | Should -Be $Expected
    }

    It 'counts warnings and errors without being told, and no information' {
        $pool = New-IdentityPool shop | Grant-IdentityPoolAccess -Role Unauthenticated -Action 'polly:SynthesizeSpeech' -Resource '*'
        @($pool | Get-IdentityPoolFinding | ForEach-Object { "$($_.Severity)" }) | Should -Be 'Information'
        $pool | Test-IdentityPool | Should -BeTrue
        $pool | Test-IdentityPool -Severity Information | Should -BeFalse
    }

    It 'does not count what is accepted or excluded' {
        $pool = New-IdentityPool shop -AllowUnauthenticatedIdentities
        $pool | Test-IdentityPool | Should -BeFalse
        $pool | Add-IdentityPoolSuppression GuestAccess 'a public map' | Test-IdentityPool | Should -BeTrue
        $pool | Test-IdentityPool -ExcludeRuleId GuestAccess | Should -BeTrue
    }

    It 'says with -Verbose why not' {
        $output = @(New-IdentityPool shop -AllowUnauthenticatedIdentities | Test-IdentityPool -Verbose 4>&1)
        @($output | Where-Object { $_ -is [bool] }) | Should -HaveCount 1
        "$output" | Should -Match 'GuestAccess'
    }

    It 'refuses a rule that there is not' {
        $refusal = try { New-IdentityPool shop | Test-IdentityPool -ExcludeRuleId Guests } catch { $_ }
        $refusal.FullyQualifiedErrorId | Should -Be 'UnknownRule,IdentityPools.Commands.TestIdentityPoolCommand'
    }

    It 'asks the account only with a session' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $pool = New-IdentityPool shop -AuthenticatedRole 'arn:aws:iam::123456789012:role/Gone'
        $session.Sandbox.ClearCalls()
        $pool | Test-IdentityPool | Should -BeTrue
        @($session.Sandbox.Calls) | Should -HaveCount 0
        $pool | Test-IdentityPool -Session $session | Should -BeFalse
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    $guests = New-IdentityPool shop -AllowUnauthenticatedIdentities -AllowClassicFlow | Add-IdentityPoolSuppression GuestAccess 'a public map'
}

Describe 'ConvertTo-IdentityPoolJUnit' {
    It 'writes one report of all findings, a suite for each pool' {
        $text = @($guests, (New-IdentityPool other -AllowClassicFlow) | Get-IdentityPoolFinding | ConvertTo-IdentityPoolJUnit)
        $text | Should -HaveCount 1
        $text[0] | Should -BeOfType string
        $report = [xml] $text[0]
        $report.testsuites.testsuite.name | Should -Be 'shop', 'other'
        $report.testsuites.testsuite.testcase.classname | Should -Be 'IdentityPool.ClassicFlow', 'IdentityPool.ClassicFlow'
        $report.testsuites.failures | Should -Be 2
    }

    It 'lets findings of at least <Severity> fail: <Failures>' -ForEach @(
        @{ Severity = 'Information'; Failures = 1 }
        @{ Severity = 'warning'; Failures = 1 }
        @{ Severity = 'Error'; Failures = 0 }
    ) {
        $report = [xml] ($guests | Get-IdentityPoolFinding | ConvertTo-IdentityPoolJUnit -Severity $Severity)
        $report.testsuites.failures | Should -Be $Failures
        $report.testsuites.tests | Should -Be 1
    }

    It 'skips what is accepted' {
        $report = [xml] ($guests | Get-IdentityPoolFinding -RuleId GuestAccess -IncludeSuppressed | ConvertTo-IdentityPoolJUnit)
        $report.testsuites.testsuite.testcase.skipped.message | Should -Be 'a public map'
    }

    It 'writes a test that passes for nothing' {
        $report = [xml] (New-IdentityPool shop | Get-IdentityPoolFinding | ConvertTo-IdentityPoolJUnit)
        @($report.testsuites.testsuite.testcase) | Should -HaveCount 1
        $report.testsuites.failures | Should -Be 0
    }

    It 'points into the template' {
        Push-Location $TestDrive
        try {
            $guests | Export-IdentityPool shop.yaml
            $report = [xml] (Import-IdentityPool shop.yaml | Get-IdentityPoolFinding | ConvertTo-IdentityPoolJUnit -TemplatePath shop.yaml)
        }
        finally { Pop-Location }
        $test = $report.testsuites.testsuite.testcase
        $test.file | Should -Be shop.yaml
        @(Get-Content "$TestDrive/shop.yaml")[[int] $test.line - 1] | Should -Match '^\s*ShopIdentityPool:'
    }

    It 'refuses a severity that is none' {
        $refusal = try { ConvertTo-IdentityPoolJUnit -Severity Grave } catch { $_ }
        $refusal.Exception.Message | Should -Match 'Information, Warning'
    }
}

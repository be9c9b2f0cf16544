BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/11-check-findings.ps1"

    function Set-Definition([string] $Text) {
        $folder = "$TestDrive/$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory $folder
        Set-Content "$folder/pool.ps1" $Text
        $folder
    }

    function Invoke-Script([string] $Path, [hashtable] $More = @{}) {
        @(& $script $Path -ReportPath "$TestDrive/out/report.xml" -SarifPath "$TestDrive/out/log.sarif" @More -InformationAction Ignore)
    }

    $clean = 'New-IdentityPool shop'
    $warning = 'New-IdentityPool kiosk -AllowUnauthenticatedIdentities'
    $fault = "$warning | Grant-IdentityPoolAccess -Role Unauthenticated -Action 'dynamodb:*' -Resource '*'"
    $information = "$clean | Add-LoginProvider -Twitter ([pscredential]::new('key', (ConvertTo-SecureString secret -AsPlainText)))"
}

Describe 'examples/11-check-findings.ps1' {
    It 'ends with <Code> for <Name> from <Severity> on' -ForEach @(
        @{ Name = 'clean'; Severity = 'Warning'; Code = 0; Count = 0 }
        @{ Name = 'warning'; Severity = 'Warning'; Code = 3; Count = 1 }
        @{ Name = 'warning'; Severity = 'Error'; Code = 0; Count = 0 }
        @{ Name = 'fault'; Severity = 'Warning'; Code = 2; Count = 3 }
        @{ Name = 'fault'; Severity = 'Error'; Code = 2; Count = 1 }
        @{ Name = 'information'; Severity = 'Warning'; Code = 0; Count = 0 }
        @{ Name = 'information'; Severity = 'Information'; Code = 4; Count = 2 }
    ) {
        $found = Invoke-Script (Set-Definition (Get-Variable $Name -ValueOnly)) @{ Severity = $Severity }
        $LASTEXITCODE | Should -Be $Code
        @($found) | Should -HaveCount $Count
        [xml] $report = Get-Content -Raw "$TestDrive/out/report.xml"
        $report.testsuites.failures | Should -Be "$Count"
        (Get-Content -Raw "$TestDrive/out/log.sarif" | ConvertFrom-Json).version | Should -Be '2.1.0'
    }

    It 'skips what is accepted' {
        $found = Invoke-Script (Set-Definition "$warning | Add-IdentityPoolSuppression GuestAccess 'a public map'")
        $LASTEXITCODE | Should -Be 0
        @($found) | Should -HaveCount 0
        [xml] $report = Get-Content -Raw "$TestDrive/out/report.xml"
        $report.testsuites.testsuite.testcase.skipped.message | Should -Be 'a public map'
    }

    It 'ends with 1 where <Name>' -ForEach @(
        @{ Name = 'there is nothing'; Text = $null }
        @{ Name = 'a script defines nothing'; Text = '$null' }
        @{ Name = 'a script fails'; Text = 'throw "no"' }
    ) {
        $folder = "$TestDrive/$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory $folder
        if ($Text) { Set-Content "$folder/pool.ps1" $Text }
        $null = & $script $folder -ReportPath "$TestDrive/out/none.xml" -SarifPath "$TestDrive/out/none.sarif" -InformationAction Ignore -ErrorAction Ignore 2>&1
        $LASTEXITCODE | Should -Be 1
        "$TestDrive/out/none.xml" | Should -Not -Exist
    }

    It 'checks the sample by default, and an account when a session is given' {
        Push-Location $TestDrive
        try { $null = & $script -InformationAction Ignore } finally { Pop-Location }
        "$TestDrive/out/findings/findings.xml" | Should -Exist
        $session = Connect-IdentityPool -Sandbox -NotDefault -PassThru
        $null = Invoke-Script (Set-Definition 'New-IdentityPool shop -AuthenticatedRole arn:aws:iam::123456789012:role/Gone') @{ Session = $session }
        $LASTEXITCODE | Should -Be 2
    }
}

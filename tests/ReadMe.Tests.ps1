BeforeDiscovery {
    # Every PowerShell block of the README, run in order in one directory of its own.
    $text = [IO.File]::ReadAllText("$PSScriptRoot/../README.md")
    $number = 0
    $snippets = [regex]::Matches($text, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object {
        $number++
        @{ Number = $number; First = ($_.Groups[1].Value -split '\r?\n')[0]; Code = $_.Groups[1].Value }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Push-Location $TestDrive
}

AfterAll {
    Pop-Location
}

Describe 'The README' {
    It 'has snippets' -ForEach @{ Count = @($snippets).Count } {
        $Count | Should -BeGreaterThan 15
    }

    It 'runs snippet <Number>: <First>' -ForEach $snippets {
        # Later snippets use what earlier ones defined, as a reader would.
        $before = if ($Number -le 10) { $script:tour } else { '' }
        $script:tour = "$before`n$Code"
        $output = & ([scriptblock]::Create($script:tour))
        $output | Should -Not -BeNullOrEmpty
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    $folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item -ItemType Directory -Path (Join-Path $folder 'in here')
    $guests = New-IdentityPool shop -AllowUnauthenticatedIdentities -AllowClassicFlow | Add-IdentityPoolSuppression GuestAccess 'a public map'
}

AfterAll {
    Remove-Item -LiteralPath $folder -Recurse -ErrorAction Ignore
}

Describe 'ConvertTo-IdentityPoolSarif' {
    It 'writes one log of all findings' {
        $text = @($guests, (New-IdentityPool other -AllowClassicFlow) | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif)
        $text | Should -HaveCount 1
        $text[0] | Should -BeOfType string
        $log = $text[0] | ConvertFrom-Json
        $log.version | Should -Be '2.1.0'
        @($log.runs) | Should -HaveCount 1
        @($log.runs[0].results | ForEach-Object ruleId) | Should -Be 'ClassicFlow', 'ClassicFlow'
        $log.runs[0].tool.driver.rules[$log.runs[0].results[0].ruleIndex].id | Should -Be 'ClassicFlow'
    }

    It 'writes a log for nothing' {
        $log = New-IdentityPool shop | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif | ConvertFrom-Json
        @($log.runs[0].results) | Should -HaveCount 0
        @($log.runs[0].tool.driver.rules).Count | Should -BeGreaterThan 40
    }

    It 'says what is accepted' {
        $log = $guests | Get-IdentityPoolFinding -RuleId GuestAccess -IncludeSuppressed | ConvertTo-IdentityPoolSarif | ConvertFrom-Json
        $log.runs[0].results[0].suppressions[0].justification | Should -Be 'a public map'
    }

    It 'points into the <Format> template, from where one stands' -ForEach @(
        @{ Format = 'yaml' }
        @{ Format = 'json' }
    ) {
        $file = Join-Path $folder "in here/shop.$Format"
        $guests | Export-IdentityPool -LiteralPath $file
        Push-Location -LiteralPath $folder
        try {
            $log = Import-IdentityPool -LiteralPath $file | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif -TemplatePath "in here/shop.$Format" | ConvertFrom-Json
        }
        finally {
            Pop-Location
        }

        $location = $log.runs[0].results[0].locations[0].physicalLocation
        $location.artifactLocation.uri | Should -Be "in%20here/shop.$Format"
        @(Get-Content -LiteralPath $file)[$location.region.startLine - 1] | Should -Match '^\s*"?ShopIdentityPool"?:'
    }

    It 'names a template elsewhere in full' {
        $file = Join-Path $folder 'in here/full.yaml'
        $guests | Export-IdentityPool -LiteralPath $file
        Push-Location -LiteralPath $PSScriptRoot
        try {
            $log = $guests | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif -TemplatePath $file | ConvertFrom-Json
        }
        finally {
            Pop-Location
        }

        $log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri | Should -BeLike 'file:///*/in%20here/full.yaml'
    }

    It 'refuses a template that is not there' {
        $refusal = try { $guests | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif -TemplatePath "$folder/none.yaml" } catch { $_ }
        $refusal.FullyQualifiedErrorId | Should -Be 'FileNotFound,IdentityPools.Commands.ConvertToIdentityPoolSarifCommand'
        $refusal.Exception.Message | Should -Not -Match '-LiteralPath'
    }
}

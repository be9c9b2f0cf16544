BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function Get-Refusal([scriptblock] $Action) {
        try { $null = . $Action } catch { return $_ }
        throw 'Nothing was refused.'
    }
}

Describe 'Add-IdentityPoolSuppression' {
    BeforeAll {
        $guests = New-IdentityPool shop -AllowUnauthenticatedIdentities
    }

    It 'adds a rule with a reason and leaves its input alone' {
        $accepted = $guests | Add-IdentityPoolSuppression guestaccess ' a public map '
        @($accepted.Suppressions) | Should -HaveCount 1
        $accepted.Suppressions[0].RuleId | Should -Be 'GuestAccess'
        $accepted.Suppressions[0].Reason | Should -Be 'a public map'
        $accepted.Suppressions[0].Target | Should -BeNullOrEmpty
        @($guests.Suppressions) | Should -HaveCount 0
    }

    It 'adds several rules at once' {
        $accepted = $guests | Add-IdentityPoolSuppression -RuleId GuestAccess, ClassicFlow -Reason 'a public map'
        @($accepted.Suppressions | ForEach-Object RuleId) | Sort-Object | Should -Be 'ClassicFlow', 'GuestAccess'
    }

    It 'covers the target that is named and no other' {
        $guests | Add-IdentityPoolSuppression GuestAccess 'x' -Target shop | Get-IdentityPoolFinding -RuleId GuestAccess | Should -BeNullOrEmpty
        @($guests | Add-IdentityPoolSuppression GuestAccess 'x' -Target other | Get-IdentityPoolFinding -RuleId GuestAccess) | Should -HaveCount 1
    }

    It 'has to be told why' {
        $reason = (Get-Command Add-IdentityPoolSuppression).Parameters['Reason']
        @($reason.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }).Mandatory | Should -BeTrue
        (Get-Refusal { $guests | Add-IdentityPoolSuppression GuestAccess ' ' }).FullyQualifiedErrorId | Should -BeLike '*,IdentityPools.Commands.AddIdentityPoolSuppressionCommand'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'UnknownRule'; Rules = @('Guests'); Reason = 'x' }
        @{ Id = 'DuplicateSuppression'; Rules = @('GuestAccess', 'GuestAccess'); Reason = 'x' }
        @{ Id = 'SuppressionReasonTooLong'; Rules = @('GuestAccess'); Reason = 'x' * 501 }
    ) {
        $refusal = Get-Refusal { $guests | Add-IdentityPoolSuppression -RuleId $Rules -Reason $Reason }
        $refusal.FullyQualifiedErrorId | Should -Be "$Id,IdentityPools.Commands.AddIdentityPoolSuppressionCommand"
    }

    It 'refuses the same again' {
        $refusal = Get-Refusal { $guests | Add-IdentityPoolSuppression GuestAccess x | Add-IdentityPoolSuppression GuestAccess y }
        $refusal.FullyQualifiedErrorId | Should -Be 'DuplicateSuppression,IdentityPools.Commands.AddIdentityPoolSuppressionCommand'
        @(($guests | Add-IdentityPoolSuppression GuestAccess x | Add-IdentityPoolSuppression GuestAccess y -Target shop).Suppressions) | Should -HaveCount 2
    }

    It 'completes the names of rules' {
        $text = 'Add-IdentityPoolSuppression Trust'
        $found = @([System.Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches.CompletionText)
        $found | Should -Contain 'TrustAdmitsGuests'
    }

    It 'travels in the template' {
        $file = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).json"
        try {
            $accepted = $guests | Add-IdentityPoolSuppression GuestAccess "it's `"public`", ${file}" -Target shop
            $accepted | Export-IdentityPool -LiteralPath $file
            $imported = Import-IdentityPool -LiteralPath $file
            $imported | Should -Be $accepted
            "$($imported.Suppressions[0])" | Should -Be "$($accepted.Suppressions[0])"
        }
        finally {
            Remove-Item -LiteralPath $file -ErrorAction Ignore
        }
    }
}

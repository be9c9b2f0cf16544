# Whatever is said, shown or kept of a session and its work: the secrets that went in do not come out.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $secrets = 'TwitterSecretXyZ0123456789', 'OtherTwitterSecretAbC987654', 'SecretAccessKeyQwErTy123456', 'SessionTokenAsDfGh4567890'

    function ConvertTo-Secret($Text) { ConvertTo-SecureString $Text -AsPlainText -Force }

    # What each exception of the chain says, with all of its own properties.
    function Get-ExceptionText($Exception) {
        for ($inner = $Exception; $null -ne $inner; $inner = $inner.InnerException) {
            "$inner"
            $inner | Format-List * -Force | Out-String -Width 500
            foreach ($key in $inner.Data.Keys) { "$key = $($inner.Data[$key])" }
        }
    }

    # An object in every way in which scripts write objects down.
    function Get-ObjectText($Object) {
        "$Object"
        $Object | Out-String -Width 500
        $Object | Format-List * -Force | Out-String -Width 500
        $Object | ConvertTo-Json -Depth 6 -WarningAction SilentlyContinue
    }

    # Every stream of a script block, and what it threw, and $Error.
    function Get-RunText([scriptblock] $Action) {
        $global:Error.Clear()
        try {
            $records = & $Action *>&1
        }
        catch {
            $records = @($_)
        }

        foreach ($record in $records) {
            if ($record -is [System.Management.Automation.ErrorRecord]) {
                Get-ExceptionText $record.Exception
                "$($record.TargetObject)"
            }

            $record | Out-String -Width 500
            $record | Format-List * -Force | Out-String -Width 500
        }

        foreach ($record in $global:Error) {
            Get-ExceptionText $(if ($record -is [System.Management.Automation.ErrorRecord]) { $record.Exception } else { $record })
            $record | Out-String -Width 500
        }
    }

    function Assert-NoSecret([string] $Text) {
        $Text.Length | Should -BeGreaterThan 100
        foreach ($secret in $secrets) {
            $Text.Contains($secret) | Should -BeFalse
            $Text.Contains([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret))) | Should -BeFalse
        }
    }

    $twitter = New-IdentityPool shop | Add-LoginProvider -Twitter ([pscredential]::new('consumerkey', (ConvertTo-Secret $secrets[0])))
    $other = New-IdentityPool shop | Add-LoginProvider -Twitter ([pscredential]::new('consumerkey', (ConvertTo-Secret $secrets[1])))
    $credential = [pscredential]::new('ASIAIOSFODNN7EXAMPLE', (ConvertTo-Secret $secrets[2]))
    $token = ConvertTo-Secret $secrets[3]
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Secrets' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
    }

    It 'of Twitter do not show while all goes well' {
        $text = Get-RunText {
            $twitter | Publish-IdentityPool -Verbose -Debug -PassThru
            $twitter | Publish-IdentityPool -Verbose -Debug
            $other | Compare-IdentityPool -Verbose -Debug -IncludeUnmanaged
            $other | Publish-IdentityPool -WhatIf -Verbose
            $other | Publish-IdentityPool -Verbose -Debug -PassThru
            New-IdentityPool shop | Compare-IdentityPool -Prune
            Get-IdentityPool -Verbose -Debug
            Get-IdentityPool | ConvertTo-IdentityPoolTemplate
            Get-IdentityPool | ConvertTo-IdentityPoolTemplate -Format Json
            New-IdentityPool shop | Publish-IdentityPool -Prune -Force -Verbose
            Get-IdentityPool | Remove-IdentityPool -Force -Verbose -Debug
        }
        $text = $text -join "`n"
        $text | Should -Match 'CreateIdentityPool'
        Assert-NoSecret $text
    }

    It 'of Twitter do not show in an error: <Fault> of <Operation>' -ForEach @(
        foreach ($operation in 'CreateIdentityPool', 'UpdateIdentityPool', 'DescribeIdentityPool') {
            foreach ($fault in 'LimitExceeded', 'AccessDenied', 'ExpiredToken', 'EmptyAnswer', 'TruncatedAnswer') {
                @{ Fault = $fault; Operation = $operation }
            }
        }
    ) {
        if ($Operation -ne 'CreateIdentityPool') { $twitter | Publish-IdentityPool }
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, $Operation, 0, 1000))
        $text = (Get-RunText { $other | Publish-IdentityPool -Verbose -Debug -WarningAction Continue -ErrorAction Continue }) -join "`n"
        $text | Should -Match $Operation
        Assert-NoSecret $text
    }

    It 'of Twitter do not show in objects' {
        $pool = $twitter | Publish-IdentityPool -PassThru
        $changes = @($other | Compare-IdentityPool -IncludeUnmanaged)
        $read = Get-IdentityPool
        $text = ($twitter, $pool, $read, $read.LoginProviders, $session, $session.Sandbox.Calls + $changes | ForEach-Object { Get-ObjectText $_ }) -join "`n"
        Assert-NoSecret $text
    }

    It 'of credentials do not show, whether the service answers or not: <Endpoint>' -ForEach @(
        @{ Endpoint = 'http://127.0.0.1:9' }
        @{ Endpoint = 'http://nobody.invalid' }
    ) {
        $script:real = $null
        $text = Get-RunText {
            $script:real = Connect-IdentityPool -Region eu-west-1 -Credential $credential -SessionToken $token -EndpointUrl $Endpoint -PassThru -Verbose -Debug
            try { Get-IdentityPool -Verbose -Debug -WarningAction Continue } catch { $_ }
            try { $twitter | Publish-IdentityPool -Region eu-west-1 -Credential $credential -SessionToken $token -EndpointUrl $Endpoint -Verbose -Debug -WarningAction Continue } catch { $_ }
        }
        $text = ($text + (Get-ObjectText $script:real)) -join "`n"
        $text | Should -Match 'NoAnswer'
        Assert-NoSecret $text
    }
}

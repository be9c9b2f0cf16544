BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/12-guest-activity.ps1"
    $sample = @(Get-ChildItem "$PSScriptRoot/../examples/data/cloudtrail/*.json")[0].FullName
    $role = 'arn:aws:iam::123456789012:role/KioskGuests'

    function Invoke-Script([hashtable] $More = @{}) { @(& $script @More -InformationAction Ignore) }
}

Describe 'examples/12-guest-activity.ps1' {
    It 'lists the calls of the sample by role, service, operation and error' {
        $calls = Invoke-Script
        $calls | ForEach-Object { "$($_.Service) $($_.Operation) $($_.Error) $($_.Calls) $($_.Addresses)" } | Should -Be @(
            'cognito-identity GetId  1 1'
            'cognito-identity GetCredentialsForIdentity  1 1'
            'polly SynthesizeSpeech  3 2'
            's3 ListBuckets AccessDenied 1 1'
            'iam ListRoles AccessDenied 1 1'
        )
        $speech = $calls | Where-Object Service -EQ polly
        $speech.Role | Should -Be $role
        $speech.First.ToUniversalTime().ToString('HH:mm:ss') | Should -Be '08:00:05'
        $speech.Last.ToUniversalTime().ToString('HH:mm:ss') | Should -Be '09:00:00'
    }

    It 'leaves out users who signed in, and other roles' {
        $calls = Invoke-Script
        ($calls | Where-Object Operation -EQ GetCredentialsForIdentity).Calls | Should -Be 1
        $calls.Operation | Should -Not -Contain PutObject
    }

    It 'reads compressed logs in subdirectories' {
        $null = New-Item -ItemType Directory "$TestDrive/logs/2026/11"
        $file = [IO.File]::Create("$TestDrive/logs/2026/11/a.json.gz")
        $gzip = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionMode]::Compress)
        $bytes = [IO.File]::ReadAllBytes($sample)
        $gzip.Write($bytes, 0, $bytes.Length)
        $gzip.Dispose()
        @(Invoke-Script @{ Path = "$TestDrive/logs"; RoleArn = $role }) | Should -HaveCount 5
    }

    It 'says that data events are missing' {
        $log = Get-Content -Raw $sample | ConvertFrom-Json
        $log.Records = @($log.Records | Where-Object eventCategory -NE Data)
        $null = New-Item -ItemType Directory "$TestDrive/management"
        $log | ConvertTo-Json -Depth 9 | Set-Content "$TestDrive/management/a.json"
        $calls = @(& $script "$TestDrive/management" -RoleArn $role -InformationAction Ignore -WarningVariable warnings -WarningAction SilentlyContinue)
        $calls | Should -HaveCount 3
        "$warnings" | Should -Match 'no data event.*about_IdentityPool_GuardRails'
    }

    It 'finds the unauthenticated roles of an account, and its help names every call' {
        $session = Connect-IdentityPool -Sandbox -NotDefault -PassThru
        New-IdentityPool kiosk -AllowUnauthenticatedIdentities | Publish-IdentityPool -Session $session -InformationAction Ignore
        New-IdentityPool shop | Publish-IdentityPool -Session $session -InformationAction Ignore
        $guests = (Get-IdentityPool kiosk -Session $session).UnauthenticatedRole.Arn
        $null = New-Item -ItemType Directory "$TestDrive/own"
        (Get-Content -Raw $sample).Replace($role, $guests) | Set-Content "$TestDrive/own/a.json"
        $session.Sandbox.ClearCalls()
        $calls = Invoke-Script @{ Path = "$TestDrive/own"; Session = $session }
        ($calls | Where-Object Service -EQ polly).Role | Should -Be $guests
        $notes = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($script), [ref] $null, [ref] $null).GetHelpContent().Notes
        $session.Sandbox.Calls | Where-Object { $notes -notmatch "\b$($_.Operation)\b" } | ForEach-Object Operation | Should -BeNullOrEmpty
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a directory without logs'; Text = $null; Expected = 'contains no log files' }
        @{ Name = 'a file that is no log'; Text = '{ "a": 1 }'; Expected = 'is not a CloudTrail log file' }
    ) {
        $folder = "$TestDrive/$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory $folder
        if ($Text) { Set-Content "$folder/a.json" $Text }
        { & $script $folder -RoleArn $role -InformationAction Ignore } | Should -Throw "*$Expected*"
    }

    It 'refuses an account without unauthenticated identities' {
        $session = Connect-IdentityPool -Sandbox -NotDefault -PassThru
        { & $script -Session $session -InformationAction Ignore } | Should -Throw '*-RoleArn*'
    }
}

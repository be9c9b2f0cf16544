BeforeDiscovery {
    # What follows is about files of Unix; Windows has neither these devices nor pipes in folders.
    $noUnix = $IsWindows -or -not (Test-Path -LiteralPath /usr/bin/mkfifo)
    $noFull = $noUnix -or -not (Test-Path -LiteralPath /dev/full)
    $noProc = $noUnix -or -not (Test-Path -LiteralPath /proc/self/fd)
    $notRoot = $noUnix -or (id -u) -ne 0
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $pool = New-IdentityPool shop
    $template = $pool | ConvertTo-IdentityPoolTemplate

    function Get-Mode([string] $Path) { "$([IO.File]::GetUnixFileMode($Path))" }
    function Get-EntryName([string] $Folder) { [IO.Directory]::GetFileSystemEntries($Folder) | ForEach-Object { [IO.Path]::GetFileName($_) } }
    function Get-ErrorId([scriptblock] $Action) { try { & $Action } catch { return $_.FullyQualifiedErrorId.Split(',')[0] } }

    # Runs a script in a runspace of its own, so that it can be stopped.
    function Start-Script([string] $Text) {
        $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone()).AddScript("Import-Module '$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1'; 'ready'; $Text")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $run = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -eq 0 -and -not $run.IsCompleted) { Start-Sleep -Milliseconds 20 }
        Start-Sleep -Milliseconds 500
        if ($output.Count -eq 0) { throw "The script did not begin: $($shell.Streams.Error) $($shell.InvocationStateInfo.Reason)" }
        @{ Shell = $shell; Run = $run; Output = $output }
    }

    # What the script gave after it began. One whose other end never comes would wait for ever.
    function Wait-Script($Script) {
        if (-not $Script.Run.AsyncWaitHandle.WaitOne(60000)) {
            $Script.Shell.Stop()
            throw 'The script did not end.'
        }

        $null = $Script.Shell.EndInvoke($Script.Run)
        if ($Script.Shell.Streams.Error.Count -gt 0) { throw "$($Script.Shell.Streams.Error)" }
        $Script.Output | Select-Object -Skip 1
    }
}

Describe 'Export-IdentityPool to what is no file' -Skip:$noUnix {
    BeforeEach {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    It 'leaves a device a device' {
        $pool | Export-IdentityPool /dev/null -Format Yaml
        [IO.File]::WriteAllText('/dev/null', 'x')
        (Get-Item -LiteralPath /dev/null).UnixStat.ItemType | Should -Be CharacterDevice
    }

    It 'writes into a pipe, which stays one' {
        $pipe = Join-Path $folder 'pipe.yaml'
        mkfifo $pipe
        $reader = Start-Script "[IO.File]::ReadAllText('$pipe')"
        $writer = Start-Script "New-IdentityPool shop | Export-IdentityPool '$pipe'"
        Wait-Script $reader | Should -BeExactly $template
        Wait-Script $writer | Should -BeNullOrEmpty
        (Get-Item -LiteralPath $pipe).UnixStat.ItemType | Should -Be NamedPipe
    }

    It 'ends within a second when it is stopped while nobody reads' {
        $pipe = Join-Path $folder 'pipe.yaml'
        mkfifo $pipe
        $writer = Start-Script "New-IdentityPool shop | Export-IdentityPool '$pipe'"
        $writer.Run.IsCompleted | Should -BeFalse
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $writer.Shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        "$($writer.Shell.InvocationStateInfo.State)" | Should -Be Stopped
    }

    It 'refuses a socket and leaves it' {
        $socket = [Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')
        try {
            $socket.Bind([Net.Sockets.UnixDomainSocketEndPoint]::new("$folder/socket.yaml"))
            Get-ErrorId { $pool | Export-IdentityPool "$folder/socket.yaml" } | Should -Be FileNotWritten
            (Get-Item -LiteralPath "$folder/socket.yaml").UnixStat.ItemType | Should -Be Socket
        } finally {
            $socket.Dispose()
        }
    }

    It 'says that the disk is full' -Skip:$noFull {
        Get-ErrorId { $pool | Export-IdentityPool /dev/full -Format Yaml } | Should -Be DiskFull
    }

    It 'keeps the mode <Mode>' -ForEach @(
        @{ Mode = 'UserRead, UserWrite'; Octal = '600' }
        @{ Mode = 'GroupRead, UserRead, UserWrite'; Octal = '640' }
        @{ Mode = 'OtherRead, OtherWrite, GroupRead, GroupWrite, UserRead, UserWrite'; Octal = '666' }
    ) {
        $path = Join-Path $folder 'kept.yaml'
        Set-Content -LiteralPath $path -Value 'mine'
        chmod $Octal $path
        $before = Get-Mode $path
        $pool | Export-IdentityPool $path
        Get-Mode $path | Should -Be $before
        [IO.File]::ReadAllText($path) | Should -BeExactly $template
    }

    It 'keeps the mode of a file that is read-only and was forced' {
        $path = Join-Path $folder 'kept.yaml'
        Set-Content -LiteralPath $path -Value 'mine'
        chmod 440 $path
        $before = Get-Mode $path
        $pool | Export-IdentityPool $path -Force
        Get-Mode $path | Should -Be $before
        [IO.File]::ReadAllText($path) | Should -BeExactly $template
    }

    It 'keeps whose the file is' -Skip:$notRoot {
        $path = Join-Path $folder 'owned.yaml'
        Set-Content -LiteralPath $path -Value 'mine'
        chown 1234:4321 $path
        chmod 640 $path
        $before = Get-Mode $path
        $pool | Export-IdentityPool $path
        (stat -c '%u:%g' $path) | Should -Be '1234:4321'
        Get-Mode $path | Should -Be $before
        [IO.File]::ReadAllText($path) | Should -BeExactly $template
    }

    It 'writes under every name of a file that has several' {
        $path = Join-Path $folder 'one.yaml'
        Set-Content -LiteralPath $path -Value ('x' * 100000)
        ln $path "$folder/two.yaml"
        $pool | Export-IdentityPool $path
        [IO.File]::ReadAllText("$folder/two.yaml") | Should -BeExactly $template
    }

    It 'follows <Case>, which stays a link' -ForEach @(
        @{ Case = 'a link to a file'; Link = 'real.yaml'; Written = 'real.yaml' }
        @{ Case = 'a link to what does not exist yet'; Link = 'later.yaml'; Written = 'later.yaml' }
        @{ Case = 'a link to a link'; Link = 'second'; Written = 'real.yaml' }
        @{ Case = 'a link up out of a linked folder'; Link = 'linked/../inner/up.yaml'; Written = 'elsewhere/inner/up.yaml' }
    ) {
        Set-Content -LiteralPath "$folder/real.yaml" -Value 'mine'
        $null = New-Item -ItemType Directory -Path "$folder/elsewhere/inner", "$folder/elsewhere/target"
        ln -s real.yaml "$folder/second"
        ln -s elsewhere/target "$folder/linked"
        ln -s $Link "$folder/link.yaml"
        $pool | Export-IdentityPool "$folder/link.yaml"
        (Get-Item -LiteralPath "$folder/link.yaml").LinkType | Should -Be SymbolicLink
        [IO.File]::ReadAllText("$folder/$Written") | Should -BeExactly $template
    }

    It 'refuses links that lead in a circle' {
        ln -s b.yaml "$folder/a.yaml"
        ln -s a.yaml "$folder/b.yaml"
        Get-ErrorId { $pool | Export-IdentityPool "$folder/a.yaml" } | Should -Be PathLinkLoop
        Get-ErrorId { Import-IdentityPool "$folder/a.yaml" } | Should -Be FileNotRead
    }

    It 'writes to what the process has open, as standard output is, and puts no other file in its place' -Skip:$noProc {
        $stream = [IO.File]::Open("$folder/open.txt", 'Create', 'ReadWrite', 'ReadWrite')
        try {
            $pool | Export-IdentityPool "/dev/fd/$($stream.SafeFileHandle.DangerousGetHandle())" -Format Yaml
            [IO.StreamReader]::new($stream).ReadToEnd() | Should -BeExactly $template
        } finally {
            $stream.Dispose()
        }
    }

    It 'writes to what the process has open where it stands, and what follows stands behind it' -Skip:$noProc {
        foreach ($folderOfAll in '/dev/fd', '/proc/self/fd', "/proc/$PID/fd", '/proc/thread-self/fd') {
            [IO.File]::WriteAllText("$folder/open.txt", '')
            $stream = [IO.FileStream]::new("$folder/open.txt", 'Open', 'Write', 'ReadWrite', 0)
            try {
                $stream.Write([Text.Encoding]::UTF8.GetBytes("before`n"))
                # Asking for the handle tells the system where the stream stands.
                $handle = $stream.SafeFileHandle
                $pool | Export-IdentityPool "$folderOfAll/$($handle.DangerousGetHandle())" -Format Yaml
                $behind = [IO.FileStream]::new($handle, 'Write', 0)
                $behind.Write([Text.Encoding]::UTF8.GetBytes("after`n"))
            } finally {
                $stream.Dispose()
            }

            [IO.File]::ReadAllText("$folder/open.txt") | Should -BeExactly "before`n${template}after`n" -Because $folderOfAll
        }
    }

    It 'may be named as long as the system takes' {
        $name = 'n' * 250 + '.yaml'
        $pool | Export-IdentityPool (Join-Path $folder $name)
        $pool | Export-IdentityPool (Join-Path $folder $name)
        Get-EntryName $folder | Should -Be $name
        Get-ErrorId { $pool | Export-IdentityPool (Join-Path $folder "x$name") } | Should -Be PathTooLong
        Get-ErrorId { New-IdentityPool $('t' * 128) | Export-IdentityPool "$folder/$('n' * 300)" -FilePerPool } | Should -Be PathTooLong
        Get-EntryName $folder | Should -Be $name
    }

    It 'writes all files or none, and leaves nothing beside them' {
        $null = New-Item -ItemType Directory -Path "$folder/in"
        Set-Content -LiteralPath "$folder/in/a.yaml" -Value 'mine'
        # The second is a socket, which nothing can be written to; that shows when the first is written beside its place.
        $socket = [Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')
        try {
            $socket.Bind([Net.Sockets.UnixDomainSocketEndPoint]::new("$folder/in/b.yaml"))
            Get-ErrorId { (New-IdentityPool a), (New-IdentityPool b), (New-IdentityPool c) | Export-IdentityPool "$folder/in" -FilePerPool } | Should -Be FileNotWritten
        } finally {
            $socket.Dispose()
        }

        Get-Content -LiteralPath "$folder/in/a.yaml" | Should -Be 'mine'
        Get-EntryName "$folder/in" | Should -Not -Contain 'c.yaml'
        Get-EntryName "$folder/in" | Where-Object { $_.StartsWith('.') } | Should -BeNullOrEmpty
    }

    It 'says that nothing was changed where a file cannot be opened' -Skip:$noProc {
        # A program that runs; with two names, so that it is written to and not replaced.
        Copy-Item -LiteralPath (Get-Command sleep -CommandType Application | Select-Object -First 1).Source -Destination "$folder/busy.yaml"
        ln "$folder/busy.yaml" "$folder/other.yaml"
        $program = Start-Script "& sh -c '$folder/busy.yaml 4'"
        Get-ErrorId { $pool | Export-IdentityPool "$folder/busy.yaml" } | Should -Be FileNotWritten
        @(Get-EntryName $folder | Sort-Object) | Should -Be @('busy.yaml', 'other.yaml')
        $null = $program.Shell.EndInvoke($program.Run)
    }

    It 'puts back what is in place when a later file fails, and names what a pipe took' {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        try {
            # More than a pipe holds, so that the export waits for its reader, which puts another file in the place of the last one first.
            1..90 | ForEach-Object {
                $null = $session.Sandbox.Invoke('CreateIdentityPool', (ConvertTo-Json @{ IdentityPoolName = "$_".PadLeft(3, '0') + 'n' * 110; AllowUnauthenticatedIdentities = $false }))
            }

            $pools = Get-IdentityPool
        } finally {
            Disconnect-IdentityPool
        }

        mkfifo "$folder/all.json"
        Set-Content -LiteralPath "$folder/all.import.json" -Value 'mine'
        chmod 600 "$folder/all.import.json"
        $mode = Get-Mode "$folder/all.import.json"
        $reader = Start-Script "sh -c 'exec 3<all.json; echo theirs >all.resources-to-import.json; wc -c <&3'".Replace('all.', "$folder/all.")
        $problem = try { $pools | Export-IdentityPool "$folder/all.json" -ResourceImport } catch { $_ }
        $null = $reader.Shell.EndInvoke($reader.Run)
        [int] "$($reader.Output[1])".Trim() | Should -BeGreaterThan 65536
        $problem.FullyQualifiedErrorId | Should -Be 'FilesPartlyWritten,IdentityPools.Commands.ExportIdentityPoolCommand'
        $problem.Exception.Message | Should -Match ([regex]::Escape("$folder/all.json"))
        $problem.Exception.Message | Should -Not -Match 'could not be restored: .*import'
        Get-Content -LiteralPath "$folder/all.import.json" | Should -Be 'mine'
        Get-Mode "$folder/all.import.json" | Should -Be $mode
        Get-Content -LiteralPath "$folder/all.resources-to-import.json" | Should -Be 'theirs'
        @(Get-EntryName $folder | Sort-Object) | Should -Be @('all.import.json', 'all.json', 'all.resources-to-import.json')
    }
}

Describe 'Paths that cannot be' {
    It 'refuses a NUL: <Command>' -ForEach @(
        @{ Command = 'Export-IdentityPool'; Action = { New-IdentityPool shop | Export-IdentityPool "a`0b.yaml" } }
        @{ Command = 'Export-IdentityPool -LiteralPath'; Action = { New-IdentityPool shop | Export-IdentityPool -LiteralPath "a`0b.yaml" } }
        @{ Command = 'Import-IdentityPool'; Action = { Import-IdentityPool "a`0b.yaml" } }
        @{ Command = 'Import-IdentityPool -LiteralPath'; Action = { Import-IdentityPool -LiteralPath "a`0b.yaml" } }
        @{ Command = 'New-SamlProvider'; Action = { New-SamlProvider Works -MetadataPath "a`0b.xml" } }
        @{ Command = 'ConvertTo-IdentityPoolJUnit'; Action = { ConvertTo-IdentityPoolJUnit -TemplatePath "a`0b.yaml" } }
        @{ Command = 'ConvertTo-IdentityPoolSarif'; Action = { ConvertTo-IdentityPoolSarif -TemplatePath "a`0b.yaml" } }
    ) {
        Get-ErrorId $Action | Should -Be PathInvalid
    }
}

Describe 'A drive that does not exist' {
    It 'is named, reading and writing: <Command>' -ForEach @(
        @{ Command = 'Export-IdentityPool'; Action = { New-IdentityPool shop | Export-IdentityPool 'zz:/x.yaml' } }
        @{ Command = 'Export-IdentityPool -LiteralPath'; Action = { New-IdentityPool shop | Export-IdentityPool -LiteralPath 'zz:/x.yaml' } }
        @{ Command = 'Import-IdentityPool'; Action = { Import-IdentityPool 'zz:/x.yaml' } }
        @{ Command = 'Import-IdentityPool with a wildcard'; Action = { Import-IdentityPool 'zz:/*.yaml' } }
        @{ Command = 'New-SamlProvider'; Action = { New-SamlProvider Works -MetadataPath 'zz:/x.xml' } }
    ) {
        Get-ErrorId $Action | Should -Be DriveNotFound
        "$(try { . $Action } catch { $_ })" | Should -BeLike "*drive 'zz'*"
    }
}

Describe 'A pool ID at the start of a file name' {
    BeforeAll {
        $id = 'eu-west-1:12345678-1234-1234-1234-123456789012'
        $in = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'by-id')
        Push-Location $in.FullName
    }

    AfterAll {
        Pop-Location
    }

    It 'is taken for a drive, and the error says what to write: <Name>' -ForEach @(
        @{ Name = 'Export-IdentityPool'; Action = { New-IdentityPool shop | Export-IdentityPool "$id.yaml" } }
        @{ Name = 'Export-IdentityPool -LiteralPath'; Action = { New-IdentityPool shop | Export-IdentityPool -LiteralPath "$id.yaml" } }
        @{ Name = 'Export-IdentityPool -FilePerPool'; Action = { New-IdentityPool shop | Export-IdentityPool $id -FilePerPool } }
        @{ Name = 'Import-IdentityPool'; Action = { Import-IdentityPool "$id.yaml" } }
        @{ Name = 'Import-IdentityPool with a wildcard'; Action = { Import-IdentityPool 'eu-west-1:*.yaml' } }
        @{ Name = 'Import-IdentityPool -LiteralPath'; Action = { Import-IdentityPool -LiteralPath "$id.yaml" } }
        @{ Name = 'New-SamlProvider'; Action = { New-SamlProvider Works -MetadataPath "$id.xml" } }
        @{ Name = 'ConvertTo-IdentityPoolJUnit'; Action = { ConvertTo-IdentityPoolJUnit -Finding @() -TemplatePath "$id.yaml" } }
        @{ Name = 'ConvertTo-IdentityPoolSarif'; Action = { ConvertTo-IdentityPoolSarif -Finding @() -TemplatePath "$id.yaml" } }
    ) {
        Get-ErrorId $Action | Should -Be DriveNotFound
        "$(try { . $Action } catch { $_ })" | Should -BeLike "There is no drive 'eu-west-1'*write './' before it.*"
    }

    It 'is a file name as the error says' -Skip:$IsWindows {
        New-IdentityPool shop | Export-IdentityPool "./$id.yaml"
        (Get-ChildItem -LiteralPath $in.FullName).Name | Should -Be "$id.yaml"
        "$(Import-IdentityPool "./$id.yaml")", "$(Import-IdentityPool './eu-west-1:*.yaml')" | Should -Be 'shop', 'shop'
    }
}

Describe 'Text in the place of a path' {
    It 'is told apart, and not repeated: <Name>' -ForEach @(
        @{ Name = 'YAML'; Text = "Resources:`n" + "  Pool: { Type: AWS::Cognito::IdentityPool }`n" * 4000; Shown = "'Resources:...'" }
        @{ Name = 'JSON in one line'; Text = '{"Resources":{"Pool":["' + 'x' * 200000 + '"]}}'; Shown = '{"Resources":' }
        @{ Name = 'without wildcards'; Text = 'a' * 200000; Shown = '200000' }
    ) {
        $problem = try { $Text | Import-IdentityPool } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -Be 'FileNotFound,IdentityPools.Commands.ImportIdentityPoolCommand'
        $problem.TargetObject | Should -BeExactly $Text
        $problem.Exception.Message | Should -BeLike "*$([WildcardPattern]::Escape($Shown))*Get-Content*"
        "$problem".Length | Should -BeLessThan 3000
        "$($problem.CategoryInfo)".Length | Should -BeLessThan 3000
    }
}

Describe 'Reading' {
    BeforeAll {
        function New-Bytes([string] $Name, [byte[]] $Bytes) {
            $path = Join-Path $TestDrive $Name
            [IO.File]::WriteAllBytes($path, $Bytes)
            $path
        }
    }

    It 'knows <Name> by its mark' -ForEach @(
        @{ Name = 'utf-8' }
        @{ Name = 'utf-16' }
        @{ Name = 'utf-16BE' }
        @{ Name = 'utf-32' }
        @{ Name = 'utf-32BE' }
    ) {
        $encoding = [Text.Encoding]::GetEncoding($Name)
        $named = New-IdentityPool shop -Tag @{ city = 'Zürich' }
        $path = New-Bytes 'marked.yaml' ($encoding.GetPreamble() + $encoding.GetBytes(($named | ConvertTo-IdentityPoolTemplate)))
        (Import-IdentityPool $path) -eq $named | Should -BeTrue
    }

    It 'refuses <Case>, for it would lose something' -ForEach @(
        @{ Case = 'a program'; Bytes = [byte[]](0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0) }
        @{ Case = 'what is no UTF-8'; Bytes = [byte[]](0x41, 0xC3, 0x28) }
        @{ Case = 'half a character of UTF-16'; Bytes = [byte[]](0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x41, 0) }
        @{ Case = 'UTF-16 without its mark'; Bytes = [Text.Encoding]::Unicode.GetBytes('Resources: {}') }
    ) {
        $path = New-Bytes 'binary' $Bytes
        Get-ErrorId { Import-IdentityPool $path } | Should -Be FileNotText
        Get-ErrorId { New-SamlProvider Works -MetadataPath $path } | Should -Be FileNotText
        Get-ErrorId { ConvertTo-IdentityPoolSarif -TemplatePath $path } | Should -Be FileNotText
    }

    It 'stops at the bound of an endless file, with little memory' -Skip:$noUnix {
        $null = try { Import-IdentityPool /dev/zero } catch { $_ }
        $total = [GC]::GetTotalAllocatedBytes()
        Get-ErrorId { Import-IdentityPool /dev/zero } | Should -Be FileTooLong
        [GC]::GetTotalAllocatedBytes() - $total | Should -BeLessThan 64MB
        Get-ErrorId { Import-IdentityPool /dev/urandom } | Should -Be FileTooLong
        Get-ErrorId { New-SamlProvider Works -MetadataPath /dev/zero } | Should -Be FileTooLong
        Get-ErrorId { ConvertTo-IdentityPoolSarif -TemplatePath /dev/zero } | Should -Be FileTooLong
    }

    It 'reads a pipe to its end, and an endless one to the bound' -Skip:$noUnix {
        $pipe = Join-Path $TestDrive 'read.pipe'
        mkfifo $pipe
        $writer = Start-Script "[IO.File]::AppendAllText('$pipe', (New-IdentityPool piped | ConvertTo-IdentityPoolTemplate))"
        $reader = Start-Script "(Import-IdentityPool '$pipe').Name"
        "$(Wait-Script $reader)" | Should -Be piped
        Wait-Script $writer | Should -BeNullOrEmpty
        $endless = Start-Script "sh -c 'yes > `"`$1`"' - '$pipe' 2>`$null"
        $reader = Start-Script "try { Import-IdentityPool -LiteralPath '$pipe' -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId.Split(',')[0] }"
        Wait-Script $reader | Should -Be FileTooLong
        $null = Wait-Script $endless
    }

    It 'ends within a second when it is stopped while nobody writes: <Command>, and then waits no longer' -Skip:$noUnix -ForEach @(
        @{ Command = 'Import-IdentityPool' }
        @{ Command = 'New-SamlProvider Works -MetadataPath' }
        @{ Command = 'ConvertTo-IdentityPoolJUnit -TemplatePath' }
        @{ Command = 'ConvertTo-IdentityPoolSarif -TemplatePath' }
    ) {
        $pipe = Join-Path $TestDrive "$([guid]::NewGuid())"
        mkfifo $pipe
        $reader = Start-Script "$Command '$pipe'"
        $reader.Run.IsCompleted | Should -BeFalse
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $reader.Shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        "$($reader.Shell.InvocationStateInfo.State)" | Should -Be Stopped
        # Who writes now must not find the one that was stopped.
        $writer = Start-Script "New-IdentityPool shop | Export-IdentityPool '$pipe' -Format Yaml"
        $writer.Run.IsCompleted | Should -BeFalse
        $writer.Shell.Stop()
    }

    It 'completes nothing from pipes and devices, and does not wait for them' -Skip:$noUnix {
        $pipe = Join-Path $TestDrive 'complete.yaml'
        mkfifo $pipe
        foreach ($file in $pipe, '/dev/zero') {
            (TabExpansion2 "Import-IdentityPool $file -LogicalId ").CompletionMatches | Should -BeNullOrEmpty
        }

        $before = $env:AWS_CONFIG_FILE
        try {
            foreach ($file in $pipe, '/dev/zero') {
                $env:AWS_CONFIG_FILE = $file
                @((TabExpansion2 'Get-IdentityPool -ProfileName ').CompletionMatches | Where-Object CompletionText -EQ none) | Should -BeNullOrEmpty
            }
        } finally {
            $env:AWS_CONFIG_FILE = $before
        }
    }
}

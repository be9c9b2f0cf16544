# What the everyday cmdlets mean that tools/EngineHost supplies. Under pwsh the same statements hold of PowerShell's own.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $rows = [pscustomobject]@{ Name = 'b'; Size = 2 }, [pscustomobject]@{ Name = 'A'; Size = 4 }, [pscustomobject]@{ Name = 'c'; Size = 2 }
}

Describe 'JSON' {
    It 'is written indented, and cut where it is too deep' {
        $deep = [pscustomobject][ordered]@{ Text = 'ä"<'; Flag = $true; None = $null; List = @(1, 2.5); Inner = @{ A = @{ B = @{ C = 1 } } } }
        $text = ConvertTo-Json $deep -WarningVariable warnings -WarningAction SilentlyContinue
        $lines = $text -split '\r?\n'
        $lines[1] | Should -BeExactly '  "Text": "ä\"<",'
        $lines[2] | Should -BeExactly '  "Flag": true,'
        $lines[3] | Should -BeExactly '  "None": null,'
        $text | Should -BeLike '*"B": "System.Collections.Hashtable"*'
        $warnings | Should -HaveCount 1
    }

    It 'is written on one line' {
        [pscustomobject]@{ A = 1; B = @('x') } | ConvertTo-Json -Compress | Should -BeExactly '{"A":1,"B":["x"]}'
        1, 2 | ConvertTo-Json -Compress | Should -BeExactly '[1,2]'
        @{ A = @{ B = @{ C = @{ D = 1 } } } } | ConvertTo-Json -Compress -Depth 5 | Should -BeExactly '{"A":{"B":{"C":{"D":1}}}}'
    }

    It 'is read as objects' {
        $read = '{"a":[1,2.5,null,true],"Version":"2012-10-17","time":"2024-01-02T03:04:05Z"}' | ConvertFrom-Json
        $read.a | Should -Be @(1, 2.5, $null, $true)
        $read.Version | Should -BeOfType string
        $read.time | Should -BeOfType datetime
    }

    It 'is read as hashtables' {
        $read = '{"a":{"b":1},"A":2}' | ConvertFrom-Json -AsHashtable
        $read.Keys | Should -HaveCount 2
        $read['a']['b'] | Should -Be 1
    }

    It 'refuses what is no JSON' {
        { '{' | ConvertFrom-Json } | Should -Throw
    }
}

Describe 'Select-Object' {
    It 'takes some' {
        1..5 | Select-Object -First 2 | Should -Be @(1, 2)
        1..5 | Select-Object -First 2 -Skip 1 | Should -Be @(2, 3)
        1..5 | Select-Object -Skip 3 | Should -Be @(4, 5)
        1..5 | Select-Object -Last 2 | Should -Be @(4, 5)
        1..5 | Select-Object -Last 2 -Skip 1 | Should -Be @(3, 4)
        @(1..5 | Select-Object -First 0) | Should -HaveCount 0
        1, 2, 1 | Select-Object -Unique | Should -Be @(1, 2)
    }

    It 'stops what comes before it' {
        $made = [Collections.Generic.List[int]]::new()
        1..9 | ForEach-Object { $made.Add($_); $_ } | Select-Object -First 2 | Should -Be @(1, 2)
        $made | Should -Be @(1, 2)
    }

    It 'takes properties, calculated ones too' {
        $row = $rows[0] | Select-Object -Property N*, @{ Name = 'Double'; Expression = { $_.Size * 2 } }
        $row.PSObject.Properties.Name | Should -Be @('Name', 'Double')
        $row.Double | Should -Be 4
    }

    It 'takes the value of a property' {
        $rows | Select-Object -ExpandProperty Name | Should -Be @('b', 'A', 'c')
        { $rows | Select-Object -ExpandProperty Nothing } | Should -Throw
    }
}

Describe 'Sorting, grouping and measuring' {
    It 'sorts' {
        ($rows | Sort-Object Name).Name | Should -BeExactly @('A', 'b', 'c')
        ($rows | Sort-Object Size, Name -Descending).Name | Should -BeExactly @('A', 'c', 'b')
        ($rows | Sort-Object { -$_.Size }).Name | Should -BeExactly @('A', 'b', 'c')
        ($rows | Sort-Object Size -Unique) | Should -HaveCount 2
        'b', 'a' | Sort-Object | Should -Be @('a', 'b')
    }

    It 'groups' {
        $groups = @($rows | Group-Object Size | Sort-Object Name)
        $groups.Count | Should -Be 2
        $groups[0].Name | Should -Be '2'
        $groups[0].Group.Name | Should -Be @('b', 'c')
    }

    It 'measures' {
        ($rows | Measure-Object).Count | Should -Be 3
        $measure = $rows | Measure-Object -Property Size -Sum -Minimum -Maximum -Average
        $measure.Sum | Should -Be 8
        $measure.Minimum | Should -Be 2
        $measure.Maximum | Should -Be 4
        $measure.Average | Should -BeGreaterThan 2.6
    }
}

Describe 'Files' {
    BeforeEach {
        $root = "$TestDrive/files"
        New-Item -ItemType Directory -Path $root -Force | Should -BeOfType System.IO.DirectoryInfo
        New-Item -Path "$root/[a].txt" -Value 'one' -Force | Should -BeOfType System.IO.FileInfo
        New-Item -ItemType File -Path "$root/sub/b.log" -Force | Should -Exist
    }

    AfterEach {
        Remove-Item -Path $root -Recurse -Force
    }

    It 'exist or not' {
        Test-Path -LiteralPath "$root/[a].txt" | Should -BeTrue
        Test-Path "$root/[a].txt" | Should -BeFalse
        Test-Path "$root/*.txt" | Should -BeTrue
    }

    It 'are listed' {
        (Get-ChildItem $root -Recurse -File).Name | Sort-Object | Should -Be @('[a].txt', 'b.log')
        (Get-ChildItem $root -Filter *.txt).Name | Should -Be '[a].txt'
        (Get-ChildItem -LiteralPath $root -Directory).Name | Should -Be 'sub'
        (Get-Item "$root/sub").Name | Should -Be 'sub'
        (Get-Item -LiteralPath "$root/[a].txt").Length | Should -Be 3
    }

    It 'are written and read' {
        Set-Content -LiteralPath "$root/c.txt" -Value 'x'
        Get-Content -LiteralPath "$root/c.txt" -Raw | Should -Be "x$([Environment]::NewLine)"
        Set-Content -LiteralPath "$root/c.txt" -Value "x`ny" -NoNewline
        Get-Content -LiteralPath "$root/c.txt" | Should -Be @('x', 'y')
        'x', 'y' | Set-Content "$root/c.txt"
        Get-Content -LiteralPath "$root/c.txt" | Should -Be @('x', 'y')
        Set-Content -LiteralPath "$root/c.csv" -Value "Name,Size`na,1`nb,2"
        (Import-Csv -LiteralPath "$root/c.csv").Name | Should -Be @('a', 'b')
    }

    It 'hold rows, short ones too' {
        $short = 'Name,Size', 'a' | ConvertFrom-Csv
        $short.Name | Should -Be 'a'
        $short.Size | Should -BeNullOrEmpty
        $short.PSObject.Properties.Name | Should -Be @('Name', 'Size')
    }

    It 'are copied and removed' {
        Copy-Item $root "$TestDrive/copy" -Recurse
        "$TestDrive/copy/sub/b.log" | Should -Exist
        Remove-Item "$TestDrive/copy" -Recurse
        "$TestDrive/copy" | Should -Not -Exist
    }

    It 'are missed without an end to the rest' {
        Remove-Item "$root/none", "$root/sub/b.log" -ErrorAction SilentlyContinue -ErrorVariable missing
        $missing[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$root/sub/b.log" | Should -Not -Exist
        { Get-Item "$root/none" } | Should -Throw -ErrorId 'PathNotFound,*'
    }

    It 'have paths' {
        Split-Path '/a/b' -Leaf | Should -Be 'b'
        Split-Path 'a/b' | Should -Be 'a'
        Split-Path 'a/b' -Parent | Should -Be 'a'
        Push-Location $root
        try {
            (Get-Location).Path | Should -Match 'files$'
            (Resolve-Path 'sub').Path | Should -Be ([IO.Path]::Combine((Get-Location).Path, 'sub'))
            Set-Location sub
            (Get-Location).Path | Should -Match 'sub$'
            New-Item -ItemType Directory -Path "$root/[x]" | Out-Null
            Push-Location -LiteralPath "$root/[x]"
            (Get-Location).Path | Should -Match '\[x\]$'
            Pop-Location
        }
        finally {
            Pop-Location
        }
    }
}

Describe 'Text' {
    It 'is what the host would show' {
        $rows | Format-Table -Property Size, Name -HideTableHeaders | Out-String -Width 40 | Should -Match '(?m)^ +4 A'
        $rows[0] | Format-List Size | Out-String | Should -Match '^\s+Size : 2\s+$'
        @('a', 'b') | Out-String -Stream | Should -Be @('a', 'b')
    }

    It 'goes to the stream that the name says' {
        Write-Warning 'warned' -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings.Message | Should -Be 'warned'
        Write-Information 'told' -Tags one -InformationVariable told
        $told.MessageData | Should -Be 'told'
        $told.Tags | Should -Contain 'one'
        (Write-Verbose 'detailed' -Verbose 4>&1).Message | Should -Be 'detailed'
        Write-Error 'gone wrong' -ErrorId Mine -Category InvalidData -TargetObject 7 -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'Mine*'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $errors[0].TargetObject | Should -Be 7
        { Write-Error 'gone wrong' } | Should -Throw 'gone wrong'
    }
}

Describe 'The rest' {
    It 'makes objects and looks at them' {
        (New-Object System.Uri 'http://host/path').Host | Should -Be 'host'
        (New-Object psobject -Property @{ A = 1 }).A | Should -Be 1
        (New-Object System.Collections.ArrayList).Count | Should -Be 0
        'text' | Get-Member -Name Length | ForEach-Object MemberType | Should -Be 'Property'
        ($rows | Get-Member -MemberType NoteProperty).Name | Should -Be @('Name', 'Size')
    }

    It 'knows variables' {
        Set-Variable -Name answer -Value 42
        $answer | Should -Be 42
        Get-Variable -Name answer -ValueOnly | Should -Be 42
        (Get-Variable answer).Name | Should -Be 'answer'
        { Get-Variable noSuchVariable } | Should -Throw -ErrorId 'VariableNotFound,*'
    }

    It 'knows time, chance and secrets' {
        Get-Date | Should -BeOfType datetime
        Get-Date -Format 'yyyy' | Should -Match '^\d{4}$'
        (Get-Date -AsUTC).Kind | Should -Be 'Utc'
        Get-Random -Minimum 3 -Maximum 4 | Should -Be 3
        $clock = [Diagnostics.Stopwatch]::StartNew()
        Start-Sleep -Milliseconds 30
        $clock.ElapsedMilliseconds | Should -BeGreaterThan 20
        $secret = ConvertTo-SecureString 'abc' -AsPlainText -Force
        $secret | Should -BeOfType securestring
        $secret.Length | Should -Be 3
    }
}

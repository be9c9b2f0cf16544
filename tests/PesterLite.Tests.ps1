# What each construct means that the small runner supports. Under Pester the same statements hold; run this file there to compare.
BeforeDiscovery {
    $discovered = @(1, 2)
}

BeforeAll {
    $ErrorActionPreference = 'Stop'
    $fromFile = 'file'
    function Get-Answer { 42 }
}

Describe 'Blocks' {
    BeforeAll {
        $fromBlock = 'block'
        $count = 0
    }

    BeforeEach {
        $beforeEach = 'each'
    }

    It 'sees what BeforeAll of the file and of the block assigned' {
        $fromFile | Should -Be 'file'
        $fromBlock | Should -Be 'block'
        Get-Answer | Should -Be 42
    }

    It 'sees what BeforeEach assigned' {
        $beforeEach | Should -Be 'each'
    }

    It 'keeps its assignments to itself' {
        $count++
        $fromBlock = 'changed'
        $fromBlock | Should -Be 'changed'
    }

    It 'does not see those of another test' {
        $count | Should -Be 0
        $fromBlock | Should -Be 'block'
    }

    Context 'within a block' {
        BeforeAll {
            $fromBlock = 'inner'
        }

        It 'hides what is outside' {
            $fromBlock | Should -Be 'inner'
        }
    }

    It 'knows where the file is' {
        $PSScriptRoot | Should -Match 'tests$'
        [IO.File]::Exists("$PSScriptRoot/PesterLite.Tests.ps1") | Should -BeTrue
    }

    It 'has a directory of its own' {
        [IO.Directory]::Exists("$TestDrive") | Should -BeTrue
    }
}

Describe 'TestDrive' {
    Context 'of a block' {
        BeforeAll { [IO.File]::WriteAllText("$TestDrive/left.txt", '') }
        It 'keeps what the block put there' { "$TestDrive/left.txt" | Should -Exist }
        It 'keeps it for the next test' { "$TestDrive/left.txt" | Should -Exist }
    }

    Context 'of the next block' {
        It 'is as it was before' { "$TestDrive/left.txt" | Should -Not -Exist }
    }
}

Describe 'Clean-up' {
    BeforeAll { $log = [Collections.Generic.List[string]]::new() }
    AfterEach { $log.Add('cleaned') }
    It 'comes after a test' { $log | Should -HaveCount 0 }
    It 'has come after the test before' { $log | Should -HaveCount 1 }
    It 'comes after a test without a verdict' { Set-ItResult -Inconclusive -Because 'nobody knows' }
    It 'has come after that, too' { $log | Should -HaveCount 3 }
}

Describe 'Data: <Word>' -ForEach @(@{ Word = 'one' }, @{ Word = 'two' }) {
    BeforeAll {
        $copy = $Word
    }

    It 'gives the row to the block' {
        $copy | Should -BeIn 'one', 'two'
        $Word | Should -Be $copy
    }

    It 'multiplies: <_>' -ForEach 1, 2 {
        $_ | Should -BeIn 1, 2
        $Word | Should -BeIn 'one', 'two'
    }

    It 'reads <Inner.Name>' -ForEach @{ Inner = [pscustomobject]@{ Name = 'deep' } } {
        $Inner.Name | Should -Be 'deep'
    }
}

Describe 'Discovery' {
    It 'has what BeforeDiscovery assigned: <_>' -ForEach $discovered {
        $_ | Should -BeIn 1, 2
    }

    It 'skips' -Skip {
        throw 'never'
    }

    It 'skips by a condition' -Skip:($discovered.Count -eq 2) {
        throw 'never'
    }

    It 'skips at run time' {
        Set-ItResult -Skipped -Because 'it was decided late'
        throw 'never'
    }
}

Describe 'Should' {
    It 'compares without regard to case, lists by item' {
        'A' | Should -Be 'a'
        'A' | Should -Not -BeExactly 'a'
        1 | Should -Be 1
        @(1, 2) | Should -Be @(1, 2)
        @(1, 2) | Should -Not -Be @(2, 1)
        $null | Should -Be $null
        '-WhatIf' | Should -Be '-WhatIf'
    }

    It 'knows what is nothing' {
        $null | Should -BeNullOrEmpty
        '' | Should -BeNullOrEmpty
        @() | Should -BeNullOrEmpty
        0 | Should -Not -BeNullOrEmpty
    }

    It 'knows truth' {
        $true | Should -BeTrue
        1 | Should -BeTrue
        $false | Should -BeFalse
        0 | Should -BeFalse
    }

    It 'knows types, sizes and order' {
        'a' | Should -BeOfType string
        'a' | Should -Not -BeOfType int
        @(1, 2, 3) | Should -HaveCount 3
        @() | Should -HaveCount 0
        2 | Should -BeGreaterThan 1
        2 | Should -BeLessOrEqual 2
    }

    It 'looks into text and lists' {
        'abc' | Should -Match 'B'
        'abc' | Should -Not -MatchExactly 'B'
        @('a', 'b') | Should -Contain 'B'
        'b' | Should -BeIn @('A', 'B')
    }

    It 'catches what is thrown' {
        { throw 'a message' } | Should -Throw
        { throw 'a message' } | Should -Throw -ExpectedMessage '*mess*'
        { 1 } | Should -Not -Throw
        { Get-Command NoSuchCommand } | Should -Throw -ErrorId 'CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand'
        $caught = { throw 'a message' } | Should -Throw -PassThru
        $caught.Exception.Message | Should -Be 'a message'
    }

    It 'looks at one thing after another' {
        @($true, 1) | Should -BeTrue
        @('ab', 'b') | Should -Match 'b'
        @('x', 'y') | Should -Not -Match 'b'
        @(1, 2) | Should -BeIn 1, 2, 3
        { $true, $false | Should -BeTrue } | Should -Throw
        { 'a', 'b' | Should -Not -Match 'b' } | Should -Throw
        { 1, 'a' | Should -Not -BeOfType int } | Should -Throw
    }

    It 'looks at the whole pipeline when it compares or counts' {
        , @(1, 2) | Should -HaveCount 1
        @(@(1, 2), 3) | Should -Be @(@(1, 2), 3)
        @(1) | Should -Be 1
        @() | Should -Be $null
        $null | Should -HaveCount 1
        { $null, '' | Should -BeNullOrEmpty } | Should -Throw
    }

    It 'converts what it looks at to what is expected' {
        '1' | Should -Be 1
        'anything' | Should -Be $true
        $null | Should -Not -Be ''
    }

    It 'knows the rest of order and of text' {
        2 | Should -BeGreaterOrEqual 2
        1 | Should -BeLessThan 2
        'abc' | Should -BeLike 'A*'
        'abc' | Should -Not -BeLikeExactly 'A*'
    }

    It 'looks at files' {
        $file = "$TestDrive/lines.txt"
        [IO.File]::WriteAllText($file, "first`nSecond")
        $file | Should -Exist
        "$TestDrive/none.txt" | Should -Not -Exist
        $file | Should -FileContentMatch '^second$'
        $file | Should -Not -FileContentMatch 'first.second'
    }

    It 'catches by message, id and type' {
        { throw 'a message' } | Should -Throw 'a *'
        { throw 'a message' } | Should -Throw -ExceptionType ([System.Management.Automation.RuntimeException])
        { throw [ArgumentException]::new('x') } | Should -Throw -ExceptionType ([ArgumentException])
        { Get-Command NoSuchCommand } | Should -Throw -ErrorId 'CommandNotFoundException,*'
    }

    It 'fails when it should' {
        { 1 | Should -Be 2 } | Should -Throw
        { 1 | Should -Not -Be 1 } | Should -Throw
        { { 1 } | Should -Throw } | Should -Throw
        { { throw 'x' } | Should -Throw -ErrorId 'another' } | Should -Throw
        { { throw 'x' } | Should -Throw -ExpectedMessage 'another' } | Should -Throw
        { @(1, 2) | Should -HaveCount 1 } | Should -Throw
        { 'a' | Should -Match 'b' } | Should -Throw
        { 'a' | Should -BeOfType int } | Should -Throw
        { '' | Should -Not -BeNullOrEmpty } | Should -Throw
        { 1 | Should -BeGreaterThan 1 } | Should -Throw
    }
}

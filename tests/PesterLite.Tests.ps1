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

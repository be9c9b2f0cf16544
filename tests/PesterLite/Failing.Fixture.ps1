# Every test here has to fail; the runner is checked by that.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    $file = "$TestDrive/file.txt"
    [IO.File]::WriteAllText($file, "first`nsecond")
}

Describe 'A failing' {
    It 'assertion' { 1 | Should -Be 2 }
    It 'negation' { 1 | Should -Not -Be 1 }
    It 'exception' { throw 'thrown' }
    It 'error of a command' { Get-Command NoSuchCommand }
    It 'unknown command' { Invoke-Nothing }
    It 'unknown operator' { 1 | Should -BeSomething }
    It 'missing operator' { 1 | Should 1 }
    It 'missing operator altogether' { 1 | Should }
    It 'two operators' { 1 | Should -Be 1 -BeTrue }
    It 'unsupported word' { Mock Get-Date { 1 } }
    It 'unsupported module scope' { InModuleScope IdentityPool { 1 } }
    It 'test within a test' { It 'inner' { } }
    It 'missing exception' { { 1 } | Should -Throw }
    It 'row <_>' -ForEach 1, 2 { $_ | Should -Be 0 }

    Context 'setup of a block' {
        BeforeAll { throw 'setup' }
        It 'takes its tests with it' { 1 | Should -Be 1 }
    }

    Context 'setup of a test' {
        BeforeEach { throw 'setup' }
        It 'takes the test with it' { 1 | Should -Be 1 }
    }

    Context 'clean-up of a test' {
        AfterEach { throw 'clean-up' }
        It 'takes the test with it' { 1 | Should -Be 1 }
    }
}

Describe 'An operator' {
    It '<Name>' -ForEach @(
        @{ Name = 'Be: case of a flag'; Body = { 'x' | Should -Be $false } }
        @{ Name = 'Be: another order'; Body = { 1, 2 | Should -Be 2, 1 } }
        @{ Name = 'Be: another length'; Body = { 1, 2 | Should -Be 1 } }
        @{ Name = 'Be: nothing'; Body = { $null | Should -Be '' } }
        @{ Name = 'BeExactly'; Body = { 'A' | Should -BeExactly 'a' } }
        @{ Name = 'BeNullOrEmpty: zero'; Body = { 0 | Should -BeNullOrEmpty } }
        @{ Name = 'BeNullOrEmpty: a list of nothings'; Body = { $null, '' | Should -BeNullOrEmpty } }
        @{ Name = 'Not BeNullOrEmpty'; Body = { @() | Should -Not -BeNullOrEmpty } }
        @{ Name = 'BeTrue'; Body = { 0 | Should -BeTrue } }
        @{ Name = 'BeTrue: one of several'; Body = { $true, $false | Should -BeTrue } }
        @{ Name = 'BeFalse'; Body = { 1 | Should -BeFalse } }
        @{ Name = 'BeFalse: one of several'; Body = { $true, $false | Should -BeFalse } }
        @{ Name = 'BeOfType'; Body = { 'a' | Should -BeOfType int } }
        @{ Name = 'BeOfType: nothing'; Body = { @() | Should -BeOfType int } }
        @{ Name = 'BeOfType: one of several'; Body = { 1, 'a' | Should -BeOfType int } }
        @{ Name = 'Not BeOfType: one of several'; Body = { 1, 'a' | Should -Not -BeOfType int } }
        @{ Name = 'BeGreaterThan'; Body = { 1 | Should -BeGreaterThan 1 } }
        @{ Name = 'BeGreaterOrEqual'; Body = { 1 | Should -BeGreaterOrEqual 2 } }
        @{ Name = 'BeLessThan'; Body = { 1 | Should -BeLessThan 1 } }
        @{ Name = 'BeLessOrEqual'; Body = { 2 | Should -BeLessOrEqual 1 } }
        @{ Name = 'BeIn'; Body = { 'c' | Should -BeIn 'a', 'b' } }
        @{ Name = 'BeIn: one of several'; Body = { 'a', 'c' | Should -BeIn 'a', 'b' } }
        @{ Name = 'BeLike'; Body = { 'abc' | Should -BeLike 'b*' } }
        @{ Name = 'BeLikeExactly'; Body = { 'abc' | Should -BeLikeExactly 'A*' } }
        @{ Name = 'Match'; Body = { 'a' | Should -Match 'b' } }
        @{ Name = 'Match: one of several'; Body = { 'a', 'b' | Should -Match 'b' } }
        @{ Name = 'Not Match: one of several'; Body = { 'a', 'b' | Should -Not -Match 'b' } }
        @{ Name = 'MatchExactly'; Body = { 'a' | Should -MatchExactly 'A' } }
        @{ Name = 'Contain'; Body = { 1, 2 | Should -Contain 3 } }
        @{ Name = 'Not Contain'; Body = { 1, 2 | Should -Not -Contain 2 } }
        @{ Name = 'HaveCount'; Body = { 1, 2 | Should -HaveCount 1 } }
        @{ Name = 'HaveCount: one list'; Body = { , @(1, 2) | Should -HaveCount 2 } }
        @{ Name = 'Exist'; Body = { "$TestDrive/none.txt" | Should -Exist } }
        @{ Name = 'Not Exist'; Body = { $file | Should -Not -Exist } }
        @{ Name = 'FileContentMatch'; Body = { $file | Should -FileContentMatch 'third' } }
        @{ Name = 'FileContentMatch: across lines'; Body = { $file | Should -FileContentMatch 'first.second' } }
        @{ Name = 'Throw: no script block'; Body = { 1 | Should -Throw } }
        @{ Name = 'Throw: message'; Body = { { throw 'a message' } | Should -Throw 'mess' } }
        @{ Name = 'Throw: id'; Body = { { throw 'x' } | Should -Throw -ErrorId 'another' } }
        @{ Name = 'Throw: type'; Body = { { throw 'x' } | Should -Throw -ExceptionType ([ArgumentException]) } }
        @{ Name = 'Not Throw'; Body = { { throw 'x' } | Should -Not -Throw } }
    ) {
        . $Body
    }
}

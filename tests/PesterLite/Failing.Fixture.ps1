# Every test here has to fail; the runner is checked by that.
BeforeAll {
    $ErrorActionPreference = 'Stop'
}

Describe 'A failing' {
    It 'assertion' { 1 | Should -Be 2 }
    It 'negation' { 1 | Should -Not -Be 1 }
    It 'exception' { throw 'thrown' }
    It 'error of a command' { Get-Command NoSuchCommand }
    It 'unknown command' { Invoke-Nothing }
    It 'unknown operator' { 1 | Should -BeSomething }
    It 'unsupported word' { Mock Get-Date { 1 } }
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

Describe 'What fails' {
    It 'by its verdict' { 1 | Should -Be 2 }
    It 'by an exception' { throw 'thrown' }
    It 'by a command that does not exist' { Invoke-Nothing }

    Context 'by its set-up' {
        BeforeAll { throw 'set-up' }
        It 'takes its tests with it' { 1 | Should -Be 1 }
    }

    Context 'by its tear-down' {
        AfterAll { throw 'tear-down' }
        It 'says so beside a test that passes' { 1 | Should -Be 1 }
    }

    It 'is skipped' -Skip { 1 | Should -Be 2 }
    It 'has no verdict' { Set-ItResult -Inconclusive -Because 'nobody knows' }
}

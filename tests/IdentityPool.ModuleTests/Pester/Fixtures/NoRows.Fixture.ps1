Describe x {
    It 'has a row' -ForEach $null { 1 | Should -Be 1 }
}

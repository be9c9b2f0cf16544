Describe 'Leaves' {
    It 'first' { }
    It 'early' { exit 0 }
}

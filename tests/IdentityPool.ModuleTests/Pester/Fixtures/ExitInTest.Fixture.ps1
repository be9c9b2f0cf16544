Describe x {
    It 'leaves' { exit 3 }
}

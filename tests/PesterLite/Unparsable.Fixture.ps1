Describe 'Half' { It 'x' {

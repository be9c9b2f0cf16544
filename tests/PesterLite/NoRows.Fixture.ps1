Describe 'No rows' { It 'x' -ForEach $null { } }

# tests/field/situations/retain.ps1: a pool that is retained while its role goes with the stack is of no use.
BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    $said = (& { & "$PSScriptRoot/field/situations/retain.ps1"; Disconnect-IdentityPool }) -join "`n"
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'What a retained pool needs' {
    It 'is retained with it' {
        $said | Should -Not -Match 'THROWN'
        $resources = [regex]::Matches($said, '(?m)^ +Type: AWS::').Count
        $resources | Should -BeGreaterOrEqual 4
        [regex]::Matches($said, '(?m)^ +DeletionPolicy: Retain').Count | Should -Be $resources
    }
}

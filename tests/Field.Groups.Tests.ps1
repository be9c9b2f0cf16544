# tests/field/situations/groups-import.ps1: a template with a group whose role may do everything.
BeforeAll {
    $modulePath = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$modulePath"
    # As at a prompt: a line that fails does not keep the next one from being run.
    $ErrorActionPreference = 'Continue'
    $said = (& { & "$PSScriptRoot/field/situations/groups-import.ps1"; Disconnect-IdentityPool }) -join "`n"
}

AfterAll {
    $env:PSModulePath = $modulePath
}

Describe 'A template with a group' {
    It 'has the role of the group' {
        $said | Should -Match '(?m)^Roles +: \{.*AdminRole.*\}'
        $said | Should -Not -Match 'THROWN'
    }

    It 'has findings about what the role may do' {
        $said | Should -Match '(?m)^AdministratorAccess +Error +.*AdminRole'
    }

    It 'keeps group and role when it is exported' {
        @([regex]::Matches($said, 'Type: AWS::Cognito::UserPoolGroup')) | Should -HaveCount 2
    }
}

Describe 'A group' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
        $ErrorActionPreference = 'Stop'
        $shop = New-IdentityPool shop |
            Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
            Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UseToken |
            Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup admins -Role (New-IdentityPoolRole Admin) -Precedence 0 -Description 'Run the shop')
    }

    It 'has what it was given, as values of PowerShell' {
        $group = $shop.UserPoolGroups[0]
        "$($group.Name)|$($group.UserPool.Id)|$($group.Role.Name)|$($group.Precedence)|$($group.Description)" | Should -Be 'admins|eu-west-1_Ab1Cd2Ef3|Admin|0|Run the shop'
        $group.Name.StartsWith('a') | Should -BeTrue
        $shop.Roles.Name | Should -Contain Admin
        (New-UserPoolGroup @{ Ref = 'Name' }).Name.Ref | Should -Be Name
    }

    It 'names a role of the pool, and takes grants by it' {
        $more = $shop | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup editors -Role Admin) |
            Grant-IdentityPoolAccess -Role Admin -Action s3:ListBucket -Resource arn:aws:s3:::shop
        $more.UserPoolGroups.Role.Name | Should -Be Admin, Admin
        $more.UserPoolGroups.Role.Statements.Actions | Should -Be s3:ListBucket, s3:ListBucket
    }

    It 'comes back from a file' {
        $shop | Export-Clixml "$TestDrive/shop.xml"
        (Import-Clixml "$TestDrive/shop.xml" | Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 admins).UserPoolGroups | Should -BeNullOrEmpty
        $shop.UserPoolGroups[0] | Export-Clixml "$TestDrive/group.xml"
        (New-IdentityPool x | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (Import-Clixml "$TestDrive/group.xml")).UserPoolGroups.Name | Should -Be admins
    }

    It 'goes with its user pool, which the verbose stream says' {
        $verbose = $shop | Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -Verbose 4>&1 | ForEach-Object { "$_" }
        $verbose | Should -Contain "The group 'admins' of the user pool 'eu-west-1_Ab1Cd2Ef3' was removed from identity pool 'shop' with its user pool. The group itself stays in the user pool."
    }

    It 'is published, read, copied with a warning and removed' {
        Connect-IdentityPool -Sandbox -Region eu-west-1
        $people = New-UserPool people
        $pool = New-IdentityPool shop | Add-UserPoolAuthentication $people | Add-RoleMapping -UserPool $people -UseToken |
            Add-UserPoolGroup $people (New-UserPoolGroup admins -Role (New-IdentityPoolRole Admin) -Precedence 0)
        $published = $pool | Publish-IdentityPool -PassThru
        $published.UserPoolGroups.Role.Name | Should -Be Admin
        $pool | Publish-IdentityPool -Verbose 4>&1 | ForEach-Object { "$_" } | Should -Not -Match 'cognito-idp:(Create|Update|Delete)Group'
        $pool | Compare-IdentityPool | Should -BeNullOrEmpty
        $read = Get-IdentityPool shop
        $read.UserPoolGroups.Name | Should -Be admins
        $null = $read | Copy-IdentityPool -Name copy -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*group 'admins'*"
        $read | Remove-UserPoolGroup $read.UserPools[0].UserPool admins | Publish-IdentityPool -Confirm:$false
        (Get-IdentityPool shop).UserPoolGroups | Should -BeNullOrEmpty
        Disconnect-IdentityPool
    }
}

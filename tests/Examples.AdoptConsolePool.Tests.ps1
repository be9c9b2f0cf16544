BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/03-adopt-console-pool.ps1"
    $folder = "$TestDrive/adopted"
    $file = "$folder/desk.template.yaml"
    $role = 'arn:aws:iam::123456789012:role/service-role/desk'

    function Invoke-Script([hashtable] $More = @{}) { @(& $script desk -OutputFolder $folder -Session $session @More -InformationAction Ignore) }
    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }

    # The calls so far that the help of the script does not name under its permissions.
    function Get-Undocumented($Session) {
        $notes = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($script), [ref] $null, [ref] $null).GetHelpContent().Notes
        $Session.Sandbox.Calls | Where-Object { $notes -notmatch "\b$($_.Operation)\b" } | ForEach-Object Operation | Sort-Object -Unique
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/03-adopt-console-pool.ps1' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $session.Sandbox.AddRole($role)
        $pool = ConvertTo-Json @{
            IdentityPoolName = 'desk'
            AllowUnauthenticatedIdentities = $true
            SupportedLoginProviders = @{ 'graph.facebook.com' = '5550001' }
            IdentityPoolTags = @{ team = 'support' }
        }
        $id = ($session.Sandbox.Invoke('CreateIdentityPool', $pool) | ConvertFrom-Json).IdentityPoolId
        $null = $session.Sandbox.Invoke('SetIdentityPoolRoles', (ConvertTo-Json @{ IdentityPoolId = $id; Roles = @{ authenticated = $role } }))
        if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    }

    It 'writes what the account has, and sets nothing but the tag' {
        $result = Invoke-Script
        $result.Id | Should -Be $id
        $result.Result | Should -Be Adopted
        [IO.Path]::GetFullPath($result.Path) | Should -Be ([IO.Path]::GetFullPath($file))
        Get-Mutation | Should -Be TagResource
        $read = Import-IdentityPool -LiteralPath $file
        "$($read.Name)" | Should -Be desk
        $read.AllowUnauthenticatedIdentities | Should -BeTrue
        "$($read.LoginProviders[0].AppId)" | Should -Be 5550001
        $read.Tags['team'] | Should -Be support
        "$($read.AuthenticatedRole.Arn)" | Should -Be $role
    }

    It 'calls nothing that its help does not name' {
        $null = Invoke-Script
        Get-Undocumented $session | Should -BeNullOrEmpty
    }

    It 'changes nothing the second time' {
        $null = Invoke-Script
        $text = Get-Content -LiteralPath $file -Raw
        $session.Sandbox.ClearCalls()
        (Invoke-Script).Result | Should -Be AlreadyAdopted
        Get-Mutation | Should -HaveCount 0
        Get-Content -LiteralPath $file -Raw | Should -BeExactly $text
    }

    It 'lets the pool be published from the file from then on' {
        $null = Invoke-Script
        $text = (Get-Content -LiteralPath $file -Raw).Replace('5550001', '5550002')
        Set-Content -LiteralPath $file -Value $text -NoNewline
        Import-IdentityPool -LiteralPath $file | Publish-IdentityPool -Session $session
        "$((Get-IdentityPool -Id $id -Session $session).LoginProviders[0].AppId)" | Should -Be 5550002
    }

    It 'writes and changes nothing with -WhatIf' {
        Invoke-Script @{ WhatIf = $true } | Should -BeNullOrEmpty
        $folder | Should -Not -Exist
        Get-Mutation | Should -HaveCount 0
    }

    It 'does not overwrite a file that says something else, unless told to' {
        $null = New-Item -ItemType Directory -Path $folder
        New-IdentityPool desk -NoUnauthenticatedRole | Export-IdentityPool -LiteralPath $file
        $text = Get-Content -LiteralPath $file -Raw
        { Invoke-Script } | Should -Throw -ExpectedMessage '*differs from the account*AllowUnauthenticatedIdentities*'
        Get-Content -LiteralPath $file -Raw | Should -BeExactly $text
        Get-Mutation | Should -HaveCount 0
        (Invoke-Script @{ Force = $true }).Result | Should -Be Adopted
    }

    It 'does not guess which pool is meant' {
        { & $script nobody -OutputFolder $folder -Session $session } | Should -Throw -ExpectedMessage "There are 0 identity pools named 'nobody' in eu-west-1*"
        $null = $session.Sandbox.Invoke('CreateIdentityPool', $pool)
        { Invoke-Script } | Should -Throw -ExpectedMessage "There are 2 identity pools named 'desk'*$id*"
        $folder | Should -Not -Exist
    }
}

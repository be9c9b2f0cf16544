BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/06-rotate-twitter-secret.ps1"

    function New-Credential([string] $Key, [string] $Secret) {
        $password = [securestring]::new()
        foreach ($character in $Secret.ToCharArray()) { $password.AppendChar($character) }
        [pscredential]::new($Key, $password)
    }

    function Get-LoginText {
        $answer = $session.Sandbox.Invoke('DescribeIdentityPool', (ConvertTo-Json @{ IdentityPoolId = $pool.Id })) | ConvertFrom-Json
        $answer.SupportedLoginProviders.'api.twitter.com'
    }

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/06-rotate-twitter-secret.ps1' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $pool = New-IdentityPool shop -AllowUnauthenticatedIdentities | Add-LoginProvider -Google g -Twitter (New-Credential oldkey oldsecret) |
            Publish-IdentityPool -PassThru
        $before = (Get-Mutation).Count
    }

    It 'brings key and secret to AWS in one call, and leaves the rest' {
        $result = & $script shop -Credential (New-Credential newkey newsecret) -Session $session
        $result.Result | Should -Be Rotated
        $result.ConsumerKey | Should -Be newkey
        Get-LoginText | Should -Be 'newkey;newsecret'
        Get-Mutation | Select-Object -Skip $before | Should -Be UpdateIdentityPool
        $after = Get-IdentityPool -Id $pool.Id
        $after.AllowUnauthenticatedIdentities | Should -BeTrue
        "$($after.LoginProviders.Provider)" | Should -Be 'Google Twitter'
    }

    It 'takes the secret from a vault' {
        $asked = @{}
        function Get-Secret([string] $Name, [string] $Vault) {
            $asked.Name = $Name
            $asked.Vault = $Vault
            New-Credential vaultkey vaultsecret
        }
        (& $script shop -SecretName Consumer -VaultName Operations -Session $session).ConsumerKey | Should -Be vaultkey
        Get-LoginText | Should -Be 'vaultkey;vaultsecret'
        "$($asked.Name) $($asked.Vault)" | Should -Be 'Consumer Operations'
    }

    It 'changes nothing the second time' {
        $credential = New-Credential newkey newsecret
        $null = & $script shop -Credential $credential -Session $session
        $before = (Get-Mutation).Count
        (& $script shop -Credential $credential -Session $session).Result | Should -Be Unchanged
        (Get-Mutation).Count | Should -Be $before
    }

    It 'shows and changes nothing with -WhatIf' {
        & $script shop -Credential (New-Credential newkey newsecret) -Session $session -WhatIf | Should -BeNullOrEmpty
        Get-LoginText | Should -Be 'oldkey;oldsecret'
    }

    It 'says the secret on no stream' {
        $all = & $script shop -Credential (New-Credential newkey newsecret) -Session $session -Verbose -InformationAction Continue *>&1
        ($all | Out-String) | Should -Match newkey
        ($all | Out-String) | Should -Not -Match 'newsecret|oldsecret'
    }

    It 'names what it cannot work with: <Case>' -ForEach @(
        @{ Case = 'a secret that is no credential'; Secret = { 'plain' }; Message = "*secret 'TwitterConsumer' is a String.*Get-Credential*" }
        @{ Case = 'a secret that is not there'; Secret = { }; Message = "*secret 'TwitterConsumer' is missing.*" }
    ) {
        $value = & $Secret
        function Get-Secret([string] $Name, [string] $Vault) { $value }
        { & $script shop -Session $session } | Should -Throw $Message
        Get-LoginText | Should -Be 'oldkey;oldsecret'
    }

    It 'names a pool that is not there, and one without Twitter' {
        $credential = New-Credential newkey newsecret
        { & $script office -Credential $credential -Session $session } | Should -Throw "*0 identity pools named 'office'*"
        New-IdentityPool plain | Publish-IdentityPool
        { & $script plain -Credential $credential -Session $session } | Should -Throw "*'plain'*does not have Twitter*"
    }

    It 'runs in the sandbox by itself' {
        (& $script).Result | Should -Be Rotated
    }
}

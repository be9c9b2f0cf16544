# A plan is approved by its hash, and what was approved is what is done.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    function Get-Mutation { @($session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }
    function Get-PlanHash([hashtable] $Option = @{}) { @($input | Compare-IdentityPool @Option -WarningAction Ignore | ForEach-Object PlanHash | Select-Object -Unique) }
    function New-Secret([string] $Key, [string] $Secret) { [pscredential]::new($Key, (ConvertTo-SecureString $Secret -AsPlainText -Force)) }
}

Describe 'Publish-IdentityPool -PlanHash' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $null = New-IdentityPool shop -Tag @{ team = 'web' } | Add-LoginProvider -Facebook 1 -Google g | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'shows one hash with every change, and the same each time' {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook | Set-IdentityPool -AllowUnauthenticatedIdentities -Tag @{ team = 'app' }
        $changes = @($edited | Compare-IdentityPool)
        $changes.Count | Should -BeGreaterThan 2
        $changes.PlanHash | Select-Object -Unique | Should -Match '^[0-9a-f]{64}$'
        @($edited | Get-PlanHash) | Should -Be @($changes.PlanHash | Select-Object -Unique)
        # Who reads the pool later and makes the same change has the same plan.
        Get-IdentityPool shop | Set-IdentityPool -Tag @{ team = 'app' } -AllowUnauthenticatedIdentities | Remove-LoginProvider Facebook |
            Get-PlanHash | Should -Be $changes[0].PlanHash
    }

    It 'shows the hash that -Verbose shows with the plan' {
        $edited = Get-IdentityPool shop | Set-IdentityPool -Tag @{ team = 'app' }
        $hash = $edited | Get-PlanHash
        $text = $edited | Publish-IdentityPool -Verbose 4>&1 | Out-String
        $text | Should -Match "(?m)^  Plan hash: $hash\r?$"
    }

    It 'publishes what was approved, and does not ask before it takes something away' {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook
        # Nobody could answer a question here.
        $edited | Publish-IdentityPool -PlanHash ($edited | Get-PlanHash)
        (Get-IdentityPool shop).LoginProviders.Provider | Should -Be Google
    }

    It 'takes the hash of whatever case, with blanks around it' {
        $edited = Get-IdentityPool shop | Set-IdentityPool -AllowClassicFlow
        $edited | Publish-IdentityPool -PlanHash "  $(($edited | Get-PlanHash).ToUpperInvariant())`n"
        (Get-IdentityPool shop).AllowClassicFlow | Should -BeTrue
    }

    It 'asks with -Confirm all the same, and changes nothing with -WhatIf' {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook
        $hash = $edited | Get-PlanHash
        $edited | Publish-IdentityPool -PlanHash $hash -WhatIf
        # A runspace of its own has nobody to ask.
        $shell = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone())
        try {
            $null = $shell.AddScript({
                    param($Manifest, $Edited, $Session, $Hash)
                    Import-Module $Manifest
                    $Edited | Publish-IdentityPool -Session $Session -PlanHash $Hash -Confirm
                }).AddArgument("$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1").AddArgument($edited).AddArgument($session).AddArgument($hash).Invoke()
            $shell.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'ConfirmationNeeded,*'
        }
        finally { $shell.Runspace.Dispose(); $shell.Dispose() }
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'stops before the first call where the plan is another one by now' {
        $edited = New-IdentityPool shop -Tag @{ team = 'app' }
        $approved = $edited | Get-PlanHash
        Get-IdentityPool shop | Set-IdentityPool -Tag @{ team = 'others' } | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
        $edited | Publish-IdentityPool -PlanHash $approved -WarningAction Ignore -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -Be 'PlanNotApproved,IdentityPools.Commands.PublishIdentityPoolCommand'
        $problem[0].CategoryInfo.Category | Should -Be InvalidOperation
        $problem[0].TargetObject | Should -Be $edited
        $problem[0].Exception.Message | Should -BeLike "*$($edited | Get-PlanHash)*$approved*"
        Get-Mutation | Should -BeNullOrEmpty
        { $edited | Publish-IdentityPool -PlanHash $approved -Force } | Should -Throw -ErrorId 'PlanNotApproved,*'
        { $edited | Publish-IdentityPool -PlanHash $approved -WhatIf } | Should -Throw -ErrorId 'PlanNotApproved,*'
    }

    It 'shows the plan that nobody approved with -Verbose' {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook
        $text = $edited | Publish-IdentityPool -PlanHash ('0' * 64) -Verbose -ErrorAction SilentlyContinue 4>&1 | Out-String
        $text | Should -Match 'LoginProviders\[graph\.facebook\.com\]'
    }

    It 'is the hash of the options too: <_>' -ForEach '-Prune', '-Overwrite', '-Adopt' {
        $options = @{ $_.TrimStart('-') = $true }
        $id = (Get-IdentityPool shop).Id
        $edited = if ($_ -eq '-Overwrite') {
            $read = Get-IdentityPool shop
            Get-IdentityPool shop | Set-IdentityPool -Tag @{ team = 'others' } | Publish-IdentityPool
            $read | Set-IdentityPool -AllowClassicFlow
        }
        elseif ($_ -eq '-Adopt') {
            # Somebody took the tags of the module away.
            $null = $session.Sandbox.Invoke('UntagResource', (ConvertTo-Json @{ ResourceArn = (Get-IdentityPool shop).Arn; TagKeys = @('IdentityPool:Managed') }))
            New-IdentityPool shop -AllowClassicFlow
        }
        else { New-IdentityPool shop -AllowClassicFlow }
        $plain = $edited | Get-PlanHash @{ Id = $id }
        $hash = $edited | Get-PlanHash (@{ Id = $id } + $options)
        $hash | Should -Not -Be $plain
        { $edited | Publish-IdentityPool -Id $id -PlanHash $hash -WarningAction Ignore } | Should -Throw -ErrorId 'PlanNotApproved,*'
        $edited | Publish-IdentityPool -Id $id @options -PlanHash $hash -WarningAction Ignore
        $edited | Compare-IdentityPool -Id $id @options | Should -BeNullOrEmpty
    }

    It 'approves nothing where it is <Name>' -ForEach @(
        @{ Name = 'null'; Value = $null }
        @{ Name = 'an empty list'; Value = @() }
        @{ Name = 'an empty text'; Value = '' }
        @{ Name = 'blank'; Value = @(' ', $null) }
    ) {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook
        { $edited | Publish-IdentityPool -PlanHash $Value } | Should -Throw -ErrorId 'PlanNotApproved,*'
        Get-Mutation | Should -BeNullOrEmpty
        # Where nothing has to be done, nothing has to be approved.
        Get-IdentityPool shop | Publish-IdentityPool -PlanHash $Value -PassThru | ForEach-Object Name | Should -Be shop
    }

    It 'ends for a text that is no hash, before it reads anything' {
        { New-IdentityPool shop | Publish-IdentityPool -PlanHash abc } | Should -Throw -ErrorId 'InvalidPlanHash,IdentityPools.Commands.PublishIdentityPoolCommand'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'has nothing to do when it runs again' {
        $edited = Get-IdentityPool shop | Remove-LoginProvider Facebook
        $hash = $edited | Get-PlanHash
        $edited | Publish-IdentityPool -PlanHash $hash
        $session.Sandbox.ClearCalls()
        $edited | Publish-IdentityPool -PlanHash $hash
        Get-Mutation | Should -BeNullOrEmpty
    }

    It 'takes the hashes of several pools, and stops only those whose plan is another one' {
        $definitions = New-IdentityPool shop -AllowClassicFlow | Add-LoginProvider -Google other
        $definitions = @($definitions; 'amber', 'birch' | ForEach-Object { New-IdentityPool $_ })
        $approved = $definitions | Get-PlanHash
        $approved | Should -HaveCount 3
        $definitions[1] = New-IdentityPool amber -AllowUnauthenticatedIdentities
        $definitions | Publish-IdentityPool -PlanHash $approved -WarningAction Ignore -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -Be 'PlanNotApproved,IdentityPools.Commands.PublishIdentityPoolCommand'
        "$((Get-IdentityPool).Name | Sort-Object)" | Should -Be 'birch shop'
        (Get-IdentityPool shop).AllowClassicFlow | Should -BeTrue
    }

    It 'has the same plan for pools that share a provider and are compared together' {
        $definitions = 'amber', 'birch' | ForEach-Object { New-IdentityPool $_ | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.shared.example -ClientId $_) }
        $definitions | Publish-IdentityPool
        $session.Sandbox.Invoke('AddClientIDToOpenIDConnectProvider', '{"OpenIDConnectProviderArn":"arn:aws:iam::123456789012:oidc-provider/login.shared.example","ClientID":"gone"}')
        $approved = $definitions | Get-PlanHash @{ Prune = $true }
        @($definitions | Compare-IdentityPool -Prune).Before | Select-Object -Unique | Should -Be gone
        $definitions[0] | Publish-IdentityPool -Prune -PlanHash $approved -ErrorAction SilentlyContinue -ErrorVariable problem
        # Alone, it would take the other one's audience along.
        $problem.FullyQualifiedErrorId | Should -BeLike 'PlanNotApproved,*'
        $definitions | Publish-IdentityPool -Prune -PlanHash $approved
        $definitions | Compare-IdentityPool -Prune | Should -BeNullOrEmpty
    }

    It 'is none for what is kept only, and for two definitions' {
        $kept = @(New-IdentityPool shop | Compare-IdentityPool -IncludeUnmanaged)
        $kept.Kind | Select-Object -Unique | Should -Be Keep
        $kept | Where-Object PlanHash | Should -BeNullOrEmpty
        (New-IdentityPool shop | Compare-IdentityPool -WarningAction Ignore -ReferenceObject (New-IdentityPool other)).PlanHash | Should -BeNullOrEmpty
    }

    It 'is in the list, in JSON and in CSV' {
        $change = Get-IdentityPool shop | Set-IdentityPool -AllowClassicFlow | Compare-IdentityPool
        $change | Format-List | Out-String | Should -Match "PlanHash +: $($change.PlanHash)"
        ($change | ConvertTo-Json | ConvertFrom-Json).PlanHash | Should -Be $change.PlanHash
        ($change | ConvertTo-Csv | ConvertFrom-Csv).PlanHash | Should -Be $change.PlanHash
    }
}

Describe 'Publish-IdentityPool -Twitter' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop | Add-LoginProvider -Twitter (New-Secret consumerkey FirstSecret01) | Export-IdentityPool "$TestDrive/shop.template.yaml" -Force
        $imported = Import-IdentityPool "$TestDrive/shop.template.yaml"
    }

    AfterEach {
        Disconnect-IdentityPool
    }

    It 'creates the pool of a template' {
        { $imported | Publish-IdentityPool } | Should -Throw -ErrorId 'SecretUnknown,IdentityPools.Commands.PublishIdentityPoolCommand'
        { $imported | Publish-IdentityPool -WhatIf } | Should -Throw -ErrorId 'SecretUnknown,*'
        Get-Mutation | Should -BeNullOrEmpty
        $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01)
        New-IdentityPool shop | Add-LoginProvider -Twitter (New-Secret consumerkey FirstSecret01) | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'is compared without the secret, and the hash is the one of the publication with it' {
        $hash = $imported | Get-PlanHash
        $hash | Should -HaveCount 1
        $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01) -PlanHash $hash
        Get-IdentityPool | Should -HaveCount 1
    }

    It 'is not needed where AWS has the secret of that key' {
        $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01)
        $session.Sandbox.ClearCalls()
        $imported | Compare-IdentityPool | Should -BeNullOrEmpty
        $imported | Publish-IdentityPool
        Get-Mutation | Should -BeNullOrEmpty
        $imported | Set-IdentityPool -AllowClassicFlow | Publish-IdentityPool
        New-IdentityPool shop | Add-LoginProvider -Twitter (New-Secret consumerkey FirstSecret01) | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'gives a pool that was read another secret' {
        $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01)
        $read = Get-IdentityPool shop
        $session.Sandbox.ClearCalls()
        $read | Publish-IdentityPool -Twitter (New-Secret consumerkey OtherSecret02)
        Get-Mutation | Should -Be UpdateIdentityPool
        New-IdentityPool shop | Add-LoginProvider -Twitter (New-Secret consumerkey OtherSecret02) | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'does not publish another secret under an approval that did not know it changes' {
        $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01)
        $edited = $imported | Set-IdentityPool -AllowClassicFlow
        $hash = $edited | Get-PlanHash
        { $edited | Publish-IdentityPool -Twitter (New-Secret consumerkey OtherSecret02) -PlanHash $hash } | Should -Throw -ErrorId 'PlanNotApproved,*'
        $edited | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01) -PlanHash $hash
    }

    It 'is an error for another key, which names both and no secret' {
        $problem = { $imported | Publish-IdentityPool -Twitter (New-Secret otherkey VerySecret0123) } |
            Should -Throw -ErrorId 'TwitterKeyDiffers,IdentityPools.Commands.PublishIdentityPoolCommand' -PassThru
        $problem.Exception.Message | Should -BeLike '*consumerkey*otherkey*'
        $problem.CategoryInfo.Category | Should -Be InvalidArgument
        $problem.TargetObject | Should -Be $imported
        "$problem $($problem | Format-List -Property * -Force | Out-String)" | Should -Not -BeLike '*VerySecret0123*'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'is an error for a pool without Twitter' {
        { New-IdentityPool other | Publish-IdentityPool -Twitter (New-Secret consumerkey FirstSecret01) } | Should -Throw -ErrorId '*,IdentityPools.Commands.PublishIdentityPoolCommand'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'ends for a secret that cannot be' {
        { $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey ('x' * 200)) } | Should -Throw -ErrorId 'InvalidTwitterSecret,*'
    }

    It 'shows the secret nowhere' {
        $text = & {
            $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey VerySecret0123) -Verbose -Debug -PassThru -InformationAction Continue
            $imported | Publish-IdentityPool -Twitter (New-Secret consumerkey OtherSecret4567) -Verbose -Debug -PassThru -InformationAction Continue
        } *>&1 | ForEach-Object { $_; $_ | Format-List -Property * -Force } | Out-String
        $text | Should -Match 'Plan hash'
        $text | Should -Match 'Secret'
        $text | Should -Not -BeLike '*VerySecret0123*'
        $text | Should -Not -BeLike '*OtherSecret4567*'
    }
}

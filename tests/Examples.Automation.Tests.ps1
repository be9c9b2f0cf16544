# The scripts inside the two YAML files, as the services that run them would: text in, text out, credentials from around.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    $pathBefore = $env:PSModulePath
    $env:PSModulePath = "$([IO.Path]::GetFullPath("$PSScriptRoot/../out"))$([IO.Path]::PathSeparator)$pathBefore"

    # The text of every block scalar under a key, with its step's name.
    function Get-Block([string] $File, [string] $Key) {
        $name = ''
        $lines = [IO.File]::ReadAllLines($File)
        for ($i = 0; $i -lt $lines.Count; $i++) {
            if ($lines[$i] -match '^\s*- name: (.+)$') { $name = $Matches[1] }
            if ($lines[$i] -match "^( *)${Key}: \|$") {
                $indent = $Matches[1].Length + 2
                $text = for ($i++; $i -lt $lines.Count -and ($lines[$i].Length -eq 0 -or $lines[$i].StartsWith(' ' * $indent)); $i++) { $lines[$i].Substring([Math]::Min($indent, $lines[$i].Length)) }
                $i--
                [pscustomobject]@{ Name = $name; Text = $text -join "`n" }
            }
        }
    }

    # What the services' machines have, and the tests' do not need.
    function Install-Module([string] $Name, [string] $RequiredVersion, [switch] $Force) { $script:installed = "$Name $RequiredVersion" }
    function Install-PSResource([string] $Name, [string] $Version, [switch] $TrustRepository) { $script:installed = "$Name $Version" }
}

AfterAll {
    $env:PSModulePath = $pathBefore
    Disconnect-IdentityPool
}

Describe 'examples/09-ssm-automation.yaml' {
    BeforeAll {
        $file = "$PSScriptRoot/../examples/09-ssm-automation.yaml"
        $steps = @{}
        Get-Block $file Script | ForEach-Object { $steps[$_.Name] = [scriptblock]::Create($_.Text) }
        $definition = New-IdentityPool shop | Add-LoginProvider -Google g
        $version = (Get-Module -Name IdentityPool).Version.ToString()
        # What the service puts into the input of the step after the approval.
        function Approve($PlanHashes) {
            $payload = $env:InputPayload | ConvertFrom-Json -AsHashtable
            $payload.PlanHashes = @($PlanHashes)
            $env:InputPayload = ConvertTo-Json $payload
        }
    }

    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $env:InputPayload = ConvertTo-Json @{ Definition = ($definition | ConvertTo-IdentityPoolTemplate); ModuleVersion = $version }
    }

    AfterAll {
        Remove-Item -LiteralPath env:InputPayload
    }

    It 'installs the version that exists' {
        $null = & $steps.Compare
        $script:installed | Should -Be "IdentityPool $version"
        [IO.File]::ReadAllText($file) | Should -Match "default: '$([regex]::Escape($version))'"
    }

    It 'reports a pool to come, a pool that differs and one that does not' {
        $first = & $steps.Compare
        $first.PlanHashes | Should -HaveCount 1
        $first.Changes | Should -Match '^shop: \+ Name = shop\n'
        New-IdentityPool shop | Add-LoginProvider -Google other | Publish-IdentityPool
        $second = & $steps.Compare
        $second.Count | Should -Be 1
        $second.Changes | Should -Be 'shop: ~ LoginProviders[accounts.google.com]: other -> g'
        $second.PlanHashes | Should -Not -Be $first.PlanHashes
        $definition | Publish-IdentityPool
        $last = & $steps.Compare
        $last.Count | Should -Be 0
        $last.Changes | Should -Be ''
        $last.PlanHashes | Should -BeNullOrEmpty
    }

    It 'fits into the message of an approval' {
        $many = 1..40 | ForEach-Object { New-IdentityPool "$('tenant' * 18)-$_" } | ConvertTo-IdentityPoolTemplate
        $env:InputPayload = ConvertTo-Json @{ Definition = $many; ModuleVersion = $version }
        $result = & $steps.Compare
        $result.PlanHashes | Should -HaveCount 40
        $result.Changes.Length | Should -BeLessOrEqual 4096
        $result.Changes | Should -Match "\n\.\.\. $($result.Count) changes in all$"
    }

    It 'publishes nothing that was not approved' {
        Approve @()
        { & $steps.Publish } | Should -Throw -ErrorId 'PlanNotApproved*'
        $approved = (& $steps.Compare).PlanHashes
        New-IdentityPool shop | Add-LoginProvider -Google other | Publish-IdentityPool
        Approve $approved
        { & $steps.Publish } | Should -Throw -ErrorId 'PlanNotApproved*'
        (Get-IdentityPool).LoginProviders[0].AppId | Should -Be other
    }

    It 'removes what was approved without asking' {
        New-IdentityPool shop -Tag @{ a = '1' } | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (
            1..2 | ForEach-Object { New-RoleMappingRule email "$_@shop.example" (New-IdentityPoolRole "R$_") }) | Publish-IdentityPool
        $env:InputPayload = ConvertTo-Json @{
            ModuleVersion = $version
            Definition    = New-IdentityPool shop | Add-LoginProvider -Google g |
                Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email 1@shop.example (New-IdentityPoolRole R1)) | ConvertTo-IdentityPoolTemplate
        }
        Approve (& $steps.Compare).PlanHashes
        $null = & $steps.Publish 3>$null
        (Get-IdentityPool).RoleMappings[0].Rules | Should -HaveCount 1
    }

    It 'publishes and says what' {
        Approve (& $steps.Compare).PlanHashes
        $result = & $steps.Publish
        $result.Published | Should -Be "shop $((Get-IdentityPool).Id)"
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
        (& $steps.Compare).Count | Should -Be 0
    }

    It 'fails when AWS refuses' {
        Approve (& $steps.Compare).PlanHashes
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('AccessDenied', 'CreateIdentityPool', 0, 10))
        { & $steps.Publish } | Should -Throw -ErrorId 'AccessDenied*'
    }
}

Describe 'examples/10-github-actions/identity-pools.yml' {
    BeforeAll {
        $file = "$PSScriptRoot/../examples/10-github-actions/identity-pools.yml"
        $steps = @{}
        Get-Block $file run | ForEach-Object { $steps[$_.Name] = [scriptblock]::Create($_.Text) }
        $env:GITHUB_STEP_SUMMARY = "$TestDrive/summary.md"
        $env:GITHUB_OUTPUT = "$TestDrive/output.txt"
        # What the service hands from one job to the next.
        function Approve { $env:PLAN_HASHES = ([IO.File]::ReadAllLines($env:GITHUB_OUTPUT)[-1]) -replace '^plan-hashes=' }
        $null = New-Item -ItemType Directory -Path "$TestDrive/repository/pools"
        Set-Content -LiteralPath "$TestDrive/repository/pools/shop.ps1" -Value 'New-IdentityPool shop | Add-LoginProvider -Google g'
        Set-Content -LiteralPath "$TestDrive/repository/pools/kiosk.ps1" -Value 'New-IdentityPool kiosk -AllowUnauthenticatedIdentities'
        Set-Content -LiteralPath "$TestDrive/repository/pools/shop.Tests.ps1" -Value 'throw "not a definition"'
        Push-Location "$TestDrive/repository"
    }

    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
    }

    AfterAll {
        Pop-Location
        Remove-Item -LiteralPath env:GITHUB_STEP_SUMMARY, env:GITHUB_OUTPUT, env:PLAN_HASHES -ErrorAction Ignore
    }

    It 'names the version that exists' {
        [IO.File]::ReadAllText($file) | Should -Match "MODULE_VERSION: $([regex]::Escape((Get-Module -Name IdentityPool).Version.ToString()))\r?\n"
    }

    It 'writes findings for the code scanning page' {
        & $steps['Check for risks'] 3>$null
        $log = [IO.File]::ReadAllText("$TestDrive/repository/definitions/findings.sarif") | ConvertFrom-Json
        $log.version | Should -Be '2.1.0'
        $log.runs[0].results.ruleId | Should -Contain GuestAccess
    }

    It 'leaves templates that say what the scripts say' {
        & $steps['Check for risks'] 3>$null
        $imported = Import-IdentityPool ./definitions/*.template.yaml
        "$($imported.Name | Sort-Object)" | Should -Be 'kiosk shop'
        New-IdentityPool shop | Add-LoginProvider -Google g | Compare-IdentityPool -ReferenceObject ($imported | Where-Object Name -EQ shop) | Should -BeNullOrEmpty
    }

    It 'writes the plan, publishes, and plans nothing more' {
        & $steps['Check for risks'] 3>$null
        & $steps.Plan
        $summary = [IO.File]::ReadAllText($env:GITHUB_STEP_SUMMARY)
        $summary | Should -Match '(?m)^shop, plan hash [0-9a-f]{64}:\r?$'
        $summary | Should -Match '(?m)^  \+ Name = shop\r?$'
        { $env:PLAN_HASHES = ''; & $steps.Publish 6>$null } | Should -Throw -ErrorId 'PlanNotApproved*'
        Get-IdentityPool | Should -BeNullOrEmpty
        Approve
        & $steps.Publish 6>$null
        "$((Get-IdentityPool).Name | Sort-Object)" | Should -Be 'kiosk shop'
        & $steps.Plan
        [IO.File]::ReadAllText($env:GITHUB_STEP_SUMMARY) | Should -Match 'no differences'
        Approve
        & $steps.Publish 6>$null
    }

    It 'plans a change with its path' {
        New-IdentityPool shop | Add-LoginProvider -Google other | Publish-IdentityPool
        & $steps['Check for risks'] 3>$null
        & $steps.Plan
        [IO.File]::ReadAllText($env:GITHUB_STEP_SUMMARY) | Should -Match ([regex]::Escape('~ LoginProviders[accounts.google.com]: other -> g'))
    }
}

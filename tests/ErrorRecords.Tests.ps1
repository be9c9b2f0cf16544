# Of every command one thing that it refuses: the id, the category, what the user named, and the same whether the error is thrown or collected.
BeforeDiscovery {
    $refusals = @(
        @{ Command = 'New-IdentityPool'; Id = 'InvalidIdentityPoolName'; Category = 'InvalidArgument'; Target = 'shop!'; Action = { New-IdentityPool 'shop!' } }
        @{ Command = 'New-IdentityPoolRole'; Id = 'InvalidRoleName'; Category = 'InvalidArgument'; Target = 'a b'; Action = { New-IdentityPoolRole 'a b' } }
        @{ Command = 'New-RoleMappingRule'; Id = 'InvalidClaim'; Category = 'InvalidArgument'; Target = 'a b'; Action = { New-RoleMappingRule 'a b' c arn:aws:iam::123456789012:role/Admin } }
        @{ Command = 'New-PolicyStatement'; Id = 'InvalidAction'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { New-PolicyStatement -Action nonsense -Resource * } }
        @{ Command = 'New-UserPool'; Id = 'InvalidPasswordMinimumLength'; Category = 'InvalidArgument'; Target = '5'; Action = { New-UserPool people -PasswordMinimumLength 5 } }
        @{ Command = 'New-UserPoolClient'; Id = 'InvalidCallbackUrl'; Category = 'InvalidArgument'; Target = 'http://shop.example'; Action = { New-UserPoolClient web -CallbackUrl http://shop.example } }
        @{ Command = 'New-OpenIdConnectProvider'; Id = 'InvalidOpenIdConnectUrl'; Category = 'InvalidArgument'; Target = 'http://login.example'; Action = { New-OpenIdConnectProvider http://login.example } }
        @{ Command = 'New-SamlProvider'; Id = 'FileNotFound'; Category = 'ObjectNotFound'; Target = 'none.xml'; Action = { New-SamlProvider Office -MetadataPath none.xml } }
        @{ Command = 'Add-LoginProvider'; Id = 'DuplicateLoginProvider'; Category = 'ResourceExists'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google a | Add-LoginProvider -Google b } }
        @{ Command = 'Add-UserPoolAuthentication'; Id = 'InvalidUserPool'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { New-IdentityPool shop | Add-UserPoolAuthentication nonsense } }
        @{ Command = 'Add-OpenIdConnectProvider'; Id = 'InvalidOpenIdConnectProvider'; Category = 'InvalidArgument'; Target = 'arn:aws:iam::123456789012:saml-provider/Office'; Action = { New-IdentityPool shop | Add-OpenIdConnectProvider arn:aws:iam::123456789012:saml-provider/Office } }
        @{ Command = 'Add-SamlProvider'; Id = 'InvalidSamlProvider'; Category = 'InvalidArgument'; Target = 'arn:aws:iam::123456789012:oidc-provider/login.example'; Action = { New-IdentityPool shop | Add-SamlProvider arn:aws:iam::123456789012:oidc-provider/login.example } }
        @{ Command = 'Add-DeveloperProvider'; Id = 'SecondDeveloperProvider'; Category = 'ResourceExists'; Target = 'shop'; Action = { New-IdentityPool shop | Add-DeveloperProvider login.shop | Add-DeveloperProvider login.blog } }
        @{ Command = 'Add-RoleMapping'; Id = 'RuleCount'; Category = 'LimitsExceeded'; Target = 'Google'; Action = { New-IdentityPool shop | Add-RoleMapping -Provider Google -Rule (1..26 | ForEach-Object { New-RoleMappingRule a "$_" arn:aws:iam::123456789012:role/Admin }) } }
        @{ Command = 'Add-PrincipalTag'; Id = 'DuplicatePrincipalTag'; Category = 'ResourceExists'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -UseDefaults | Add-PrincipalTag -Provider Google -UseDefaults } }
        @{ Command = 'Set-IdentityPool'; Id = 'TagNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Set-IdentityPool -RemoveTag team } }
        @{ Command = 'Copy-IdentityPool'; Id = 'PoolIsReference'; Category = 'InvalidOperation'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { Get-IdentityPool -Id $missing -AsReference | Copy-IdentityPool } }
        @{ Command = 'Set-LoginProvider'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Set-LoginProvider -Facebook 1 } }
        @{ Command = 'Remove-LoginProvider'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Remove-LoginProvider Facebook } }
        @{ Command = 'Remove-DeveloperProvider'; Id = 'NoDeveloperProvider'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Remove-DeveloperProvider } }
        @{ Command = 'Remove-OpenIdConnectProvider'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Remove-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example } }
        @{ Command = 'Remove-SamlProvider'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Remove-SamlProvider arn:aws:iam::123456789012:saml-provider/Office } }
        @{ Command = 'Set-UserPoolAuthentication'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -NewUserPoolClient web } }
        @{ Command = 'Remove-UserPoolAuthentication'; Id = 'ProviderNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 } }
        @{ Command = 'Set-RoleMapping'; Id = 'RoleMappingNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Set-RoleMapping -Provider Google -ResolveAmbiguousRoles } }
        @{ Command = 'Remove-RoleMapping'; Id = 'RoleMappingNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Remove-RoleMapping -Provider Google } }
        @{ Command = 'Add-RoleMappingRule'; Id = 'RulePlaceUnknown'; Category = 'InvalidArgument'; Target = '5'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Add-RoleMappingRule -Provider Google -At 5 -Rule (New-RoleMappingRule a c Admin) } }
        @{ Command = 'Set-RoleMappingRule'; Id = 'RulePlaceUnknown'; Category = 'InvalidArgument'; Target = '0'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Set-RoleMappingRule -Provider Google -At 0 -ClaimValue c } }
        @{ Command = 'Remove-RoleMappingRule'; Id = 'LastRule'; Category = 'InvalidOperation'; Target = 'Google'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Remove-RoleMappingRule -Provider Google -At 1 } }
        @{ Command = 'Set-PrincipalTag'; Id = 'PrincipalTagsNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Set-PrincipalTag -Provider Google -UseDefaults } }
        @{ Command = 'Remove-PrincipalTag'; Id = 'PrincipalTagsNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Add-LoginProvider -Google g | Remove-PrincipalTag -Provider Google } }
        @{ Command = 'Set-IdentityPoolRole'; Id = 'RoleNotManaged'; Category = 'InvalidOperation'; Target = 'arn:aws:iam::123456789012:role/Admin'; Action = { New-IdentityPool shop -AuthenticatedRole arn:aws:iam::123456789012:role/Admin | Set-IdentityPoolRole Authenticated -Description users } }
        @{ Command = 'Revoke-IdentityPoolAccess'; Id = 'PermissionNotFound'; Category = 'ObjectNotFound'; Target = 'Authenticated'; Action = { New-IdentityPool shop | Revoke-IdentityPoolAccess -Role Authenticated -Action s3:GetObject } }
        @{ Command = 'Add-IdentityPoolSuppression'; Id = 'UnknownRule'; Category = 'ObjectNotFound'; Target = 'nonsense'; Action = { New-IdentityPool shop | Add-IdentityPoolSuppression nonsense -Reason test } }
        @{ Command = 'Grant-IdentityPoolAccess'; Id = 'UnknownRole'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Nobody -Action s3:GetObject -Resource * } }
        @{ Command = 'ConvertTo-IdentityPoolTemplate'; Id = 'InvalidRegion'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Region nonsense } }
        @{ Command = 'ConvertTo-IdentityPoolDiagram'; Id = 'PoolIsReference'; Category = 'InvalidOperation'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { Get-IdentityPool -Id $missing -AsReference | ConvertTo-IdentityPoolDiagram } }
        @{ Command = 'ConvertTo-IdentityPoolSarif'; Id = 'FileNotFound'; Category = 'ObjectNotFound'; Target = 'none.yaml'; Action = { ConvertTo-IdentityPoolSarif -Finding @() -TemplatePath none.yaml } }
        @{ Command = 'Export-IdentityPool'; Id = 'DirectoryNotFound'; Category = 'ObjectNotFound'; Target = '*none'; Action = { New-IdentityPool shop | Export-IdentityPool none/shop.yaml } }
        @{ Command = 'Import-IdentityPool'; Id = 'FileNotFound'; Category = 'ObjectNotFound'; Target = 'none*.yaml'; Action = { Import-IdentityPool 'none*.yaml' } }
        @{ Command = 'Resolve-IdentityPoolRole'; Id = 'TokenParts'; Category = 'InvalidArgument'; Target = 'Token'; Action = { New-IdentityPool shop | Resolve-IdentityPoolRole -Token nonsense } }
        @{ Command = 'Get-IdentityPoolFinding'; Id = 'UnknownRule'; Category = 'ObjectNotFound'; Target = 'nonsense'; Action = { New-IdentityPool shop | Get-IdentityPoolFinding -RuleId nonsense } }
        @{ Command = 'Test-IdentityPool'; Id = 'UnknownRule'; Category = 'ObjectNotFound'; Target = 'nonsense'; Action = { New-IdentityPool shop | Test-IdentityPool -ExcludeRuleId nonsense } }
        @{ Command = 'Compare-IdentityPool'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { New-IdentityPool shop | Compare-IdentityPool -Id $missing } }
        @{ Command = 'Connect-IdentityPool'; Id = 'InvalidRegion'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { Connect-IdentityPool -NotDefault -Region nonsense } }
        @{ Command = 'Publish-IdentityPool'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { New-IdentityPool shop | Publish-IdentityPool -Id $missing } }
        @{ Command = 'Get-IdentityPool'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Target = 'missing'; Action = { Get-IdentityPool missing } }
        @{ Command = 'Get-IdentityPoolCredential'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { Get-IdentityPoolCredential -Id $missing } }
        @{ Command = 'Remove-IdentityPool'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { Remove-IdentityPool -Id $missing -Force } }
        @{ Command = 'Get-IdentityPoolSession'; Id = 'AccountNotAllowed'; Category = 'SecurityError'; Target = '123456789012'; Action = { Connect-IdentityPool -Sandbox -AllowedAccountId 111111111111; Get-IdentityPoolSession } }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $missing = 'eu-west-1:12345678-1234-1234-1234-123456789012'
    Connect-IdentityPool -Sandbox
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'An error record' {
    It 'of <Command> is <Id>' -ForEach $refusals {
        $thrown = try { $null = . $Action } catch { $_ }
        $thrown | Should -Not -BeNullOrEmpty
        $thrown.FullyQualifiedErrorId | Should -Be "$Id,IdentityPools.Commands.$($Command.Replace('-', ''))Command"
        "$($thrown.CategoryInfo.Category)" | Should -Be $Category
        "$($thrown.TargetObject)" | Should -BeLike $Target
        $thrown.Exception | Should -Not -BeOfType System.Management.Automation.RuntimeException

        $collected = try { $ErrorActionPreference = 'Continue'; . $Action 2>&1 } catch { $_ }
        @($collected | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).FullyQualifiedErrorId | Should -Be $thrown.FullyQualifiedErrorId
    }

    It 'was provoked of every command that can fail' -ForEach @{ Provoked = $refusals.Command } {
        @($Provoked) + 'Disconnect-IdentityPool' | Sort-Object | Should -Be ((Get-Command -Module IdentityPool).Name | Sort-Object)
    }

    It 'is of the category that its id means, however the id is spelt: <Id>' -ForEach @(
        @{ Id = 'LoginProviderMissing'; Category = 'InvalidArgument'; Action = { New-IdentityPool shop | Add-LoginProvider } }
        @{ Id = 'TokenOrRulesMissing'; Category = 'InvalidArgument'; Action = { New-IdentityPool shop | Add-RoleMapping -Provider Google } }
        @{ Id = 'UnknownGroupKey'; Category = 'InvalidArgument'; Action = { New-IdentityPool shop | Resolve-IdentityPoolRole -Group @{ Nmae = 'a' } } }
        @{ Id = 'DuplicateRule'; Category = 'InvalidArgument'; Action = { $rule = New-RoleMappingRule a b arn:aws:iam::123456789012:role/Admin; New-IdentityPool shop | Add-RoleMapping -Provider Google -Rule $rule, $rule } }
        @{ Id = 'RemovalNeedsId'; Category = 'InvalidOperation'; Action = { New-IdentityPool shop | Remove-IdentityPool -Force } }
        @{ Id = 'ProfileNotFound'; Category = 'ObjectNotFound'; Action = { Connect-IdentityPool -NotDefault -Region eu-west-1 -ProfileName nobody } }
    ) {
        $thrown = try { $null = . $Action } catch { $_ }
        $thrown.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($thrown.CategoryInfo.Category)" | Should -Be $Category
    }
}

Describe 'An invalid argument' {
    It 'ends the command: <Line>' -ForEach @(
        @{ Line = "New-IdentityPool 'shop!'" }
        @{ Line = 'New-IdentityPool shop -LogicalId a-b' }
        @{ Line = 'New-IdentityPool shop -UnauthenticatedRole arn:aws:iam::123456789012:role/Guest -NoUnauthenticatedRole' }
        @{ Line = "New-IdentityPool shop -Tag @{ 'aws:a' = 'b' }" }
        @{ Line = "[pscustomobject]@{ Name = 'a' } | New-IdentityPool -Tag @{ 'aws:a' = 'b' }" }
        @{ Line = "[pscustomobject]@{ Name = 'a' } | New-IdentityPool -UnauthenticatedRole arn:aws:iam::123456789012:role/Guest -NoUnauthenticatedRole" }
        @{ Line = "[pscustomobject]@{ Name = 'a' } | New-UserPool -PasswordMinimumLength 5" }
        @{ Line = "[pscustomobject]@{ Name = 'a' } | New-UserPoolClient -CallbackUrl http://shop.example" }
        @{ Line = "[pscustomobject]@{ Name = 'a' } | New-IdentityPoolRole -MaxSessionDuration 1" }
        @{ Line = "[pscustomobject]@{ Url = 'https://a.example' } | New-OpenIdConnectProvider -Tag @{ '' = 'b' }" }
        @{ Line = 'Get-IdentityPool -Id nonsense' }
        @{ Line = 'Get-IdentityPool -Id nonsense -AsReference' }
        @{ Line = 'Get-IdentityPool -Arn nonsense' }
        @{ Line = "Get-IdentityPool 'a['" }
        @{ Line = 'Get-IdentityPoolCredential -Id nonsense' }
        @{ Line = 'Remove-IdentityPool -Id nonsense -Force' }
        @{ Line = 'Remove-IdentityPool -Arn nonsense -Force' }
        @{ Line = 'New-IdentityPool shop | Publish-IdentityPool -Id nonsense' }
        @{ Line = 'New-IdentityPool shop | Compare-IdentityPool -Id nonsense' }
        @{ Line = 'New-IdentityPool shop | Publish-IdentityPool -PlanHash nonsense' }
        @{ Line = 'New-IdentityPool shop | Resolve-IdentityPoolRole -Token nonsense' }
        @{ Line = 'New-IdentityPool shop | Resolve-IdentityPoolRole -Group @{ Nmae = 1 }' }
        @{ Line = 'New-IdentityPool shop | Resolve-IdentityPoolRole -Claim 5' }
        @{ Line = 'New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Parameter @{ A = 1 }' }
        @{ Line = "New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Description ('d' * 1025)" }
        @{ Line = "New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Description ([string][char]0xd800)" }
        @{ Line = "New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * -Condition @{ StringEquals = @{ 'aws:a' = [string][char]0xd800 } }" }
    ) {
        $run = [scriptblock]::Create($Line)
        { $ErrorActionPreference = 'SilentlyContinue'; $null = & $run } | Should -Throw
    }

    It 'of an object of the pipeline is an error of that object: <Command>' -ForEach @(
        @{ Command = 'New-IdentityPool'; Objects = @{ Name = 'a' }, @{ Name = 'b!' }, @{ Name = 'c' } }
        @{ Command = 'New-IdentityPoolRole'; Objects = @{ Name = 'a' }, @{ Name = 'b b' }, @{ Name = 'c' } }
        @{ Command = 'New-UserPool'; Objects = @{ LogicalId = 'a' }, @{ LogicalId = 'b-b' }, @{ LogicalId = 'c' } }
        @{ Command = 'New-UserPoolClient'; Objects = @{ Name = 'a' }, @{ Name = 'b!' }, @{ Name = 'c' } }
        @{ Command = 'New-PolicyStatement'; Objects = @{ Action = 's3:*'; Resource = '*' }, @{ Action = 'nonsense'; Resource = '*' }, @{ Action = 's3:GetObject'; Resource = '*' } }
        @{ Command = 'New-OpenIdConnectProvider'; Objects = @{ Url = 'https://a.example' }, @{ Url = 'http://b.example' }, @{ Url = 'https://c.example' } }
        @{ Command = 'New-SamlProvider'; Objects = @{ Name = 'a'; MetadataPath = "$PSScriptRoot/ErrorRecords.Tests.ps1" }, @{ Name = 'b'; MetadataPath = 'none.xml' }, @{ Name = 'c'; MetadataPath = "$PSScriptRoot/ErrorRecords.Tests.ps1" } }
        @{ Command = 'New-RoleMappingRule'; Objects = @('a', 'b b', 'c').ForEach{ @{ Claim = $_; ClaimValue = 'x'; MappedRole = 'arn:aws:iam::123456789012:role/Admin' } } }
        @{ Command = 'Get-IdentityPool -AsReference'; Objects = @{ Id = 'eu-west-1:1' }, @{ Id = 'nonsense' }, @{ Id = 'eu-west-1:2' } }
    ) {
        $pipe = [scriptblock]::Create("`$input | $Command")
        $ErrorActionPreference = 'Continue'
        $all = @($Objects | ForEach-Object { [pscustomobject]$_ } | & $pipe 2>&1)
        @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) | Should -HaveCount 1
        @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }) | Should -HaveCount 2
    }
}

# Of every command one thing that it refuses: the id, the category, what the user named, and the same whether the error is thrown or collected.
BeforeDiscovery {
    $refusals = @(
        @{ Command = 'New-IdentityPool'; Id = 'InvalidIdentityPoolName'; Category = 'InvalidArgument'; Target = 'shop!'; Action = { New-IdentityPool 'shop!' } }
        @{ Command = 'New-IdentityPoolRole'; Id = 'InvalidRoleName'; Category = 'InvalidArgument'; Target = 'a b'; Action = { New-IdentityPoolRole 'a b' } }
        @{ Command = 'New-RoleMappingRule'; Id = 'InvalidClaim'; Category = 'InvalidArgument'; Target = 'a b'; Action = { New-RoleMappingRule 'a b' c arn:aws:iam::123456789012:role/Admin } }
        @{ Command = 'New-PolicyStatement'; Id = 'InvalidAction'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { New-PolicyStatement -Action nonsense -Resource * } }
        @{ Command = 'New-UserPool'; Id = 'InvalidPasswordMinimumLength'; Category = 'InvalidArgument'; Target = '5'; Action = { New-UserPool people -PasswordMinimumLength 5 } }
        @{ Command = 'New-UserPoolGroup'; Id = 'InvalidUserPoolGroupName'; Category = 'InvalidArgument'; Target = 'a b'; Action = { New-UserPoolGroup 'a b' } }
        @{ Command = 'Add-UserPoolGroup'; Id = 'DuplicateUserPoolGroup'; Category = 'ResourceExists'; Target = 'shop'; Action = { New-IdentityPool shop | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup a) | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup a) } }
        @{ Command = 'Remove-UserPoolGroup'; Id = 'UserPoolGroupNotFound'; Category = 'ObjectNotFound'; Target = 'shop'; Action = { New-IdentityPool shop | Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 a } }
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
        @{ Command = 'ConvertFrom-IdentityPoolTemplate'; Id = 'NotATemplate'; Category = 'InvalidData'; Target = $null; Action = { 'a: 1' | ConvertFrom-IdentityPoolTemplate } }
        @{ Command = 'ConvertTo-IdentityPoolTemplate'; Id = 'InvalidRegion'; Category = 'InvalidArgument'; Target = 'nonsense'; Action = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Region nonsense } }
        @{ Command = 'ConvertTo-IdentityPoolDiagram'; Id = 'PoolIsReference'; Category = 'InvalidOperation'; Target = 'eu-west-1:12345678-1234-1234-1234-123456789012'; Action = { Get-IdentityPool -Id $missing -AsReference | ConvertTo-IdentityPoolDiagram } }
        @{ Command = 'ConvertTo-IdentityPoolJUnit'; Id = 'FileNotFound'; Category = 'ObjectNotFound'; Target = 'none.yaml'; Action = { ConvertTo-IdentityPoolJUnit -Finding @() -TemplatePath none.yaml } }
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
        @{ Id = 'UnknownChoice'; Category = 'InvalidArgument'; Action = { New-RoleMappingRule a b Admin -MatchType StartWith } }
        @{ Id = 'ParameterAlone'; Category = 'InvalidArgument'; Action = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access Read -Resource arn:aws:s3:::a -Condition @{} } }
        @{ Id = 'SandboxAndConnection'; Category = 'InvalidArgument'; Action = { Connect-IdentityPool -NotDefault -Sandbox -ProfileName x } }
        @{ Id = 'PoolFromPipeline'; Category = 'InvalidArgument'; Action = { New-IdentityPool shop | New-IdentityPool } }
        @{ Id = 'DefinitionFromPipeline'; Category = 'InvalidArgument'; Action = { New-UserPool people | New-UserPool } }
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
        @{ Line = 'New-IdentityPool shop -LogicalId $null' }
        @{ Line = 'New-IdentityPool $null' }
        @{ Line = 'New-PolicyStatement -Action s3:GetObject -Resource * -Sid $null' }
        @{ Line = 'New-IdentityPool shop -DeletionPolicy Remain' }
        @{ Line = 'New-UserPool -DeletionPolicy Remain' }
        @{ Line = 'New-IdentityPoolRole -For Everyone' }
        @{ Line = 'New-PolicyStatement -Effect Permit -Action s3:GetObject -Resource *' }
        @{ Line = "[pscustomobject]@{ Action = 's3:GetObject'; Resource = '*' } | New-PolicyStatement -Effect Permit" }
        @{ Line = 'New-RoleMappingRule a b Admin -MatchType Is' }
        @{ Line = 'New-IdentityPool shop | Set-IdentityPool -DeletionPolicy Remain' }
        @{ Line = 'New-IdentityPool shop | Add-LoginProvider -Google g | Remove-LoginProvider Gogle' }
        @{ Line = 'New-IdentityPool shop | Add-RoleMapping -Provider Gogle -UseToken' }
        @{ Line = 'New-IdentityPool shop | Resolve-IdentityPoolRole -Provider Gogle -Claim @{}' }
        @{ Line = 'New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Service S5 -Access Read -Resource *' }
        @{ Line = 'New-IdentityPool shop | Revoke-IdentityPoolAccess -Role Authenticated -Service S3 -Access Some' }
        @{ Line = 'New-IdentityPool shop | Get-IdentityPoolFinding -Severity Bad' }
        @{ Line = 'New-IdentityPool shop | Test-IdentityPool -Severity Bad' }
        @{ Line = 'New-IdentityPool shop | ConvertTo-IdentityPoolTemplate -Format Xml' }
        @{ Line = 'New-IdentityPool shop | ConvertTo-IdentityPoolDiagram -Format Png' }
        @{ Line = 'New-IdentityPool shop | Export-IdentityPool none.yaml -Format Xml' }
        @{ Line = 'Get-IdentityPool -Id nonsense' }
        @{ Line = 'Get-IdentityPool -Id nonsense -AsReference' }
        @{ Line = 'Get-IdentityPool -Arn nonsense' }
        @{ Line = "Get-IdentityPool 'a['" }
        @{ Line = 'Get-IdentityPool shop -AsReference' }
        @{ Line = 'Get-IdentityPool -Id eu-west-1:1 -AsReference -Detail Pool' }
        @{ Line = "Remove-IdentityPool 's*' -Force" }
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
        @{ Command = 'New-UserPoolGroup'; Objects = @{ Name = 'a' }, @{ Name = 'b b' }, @{ Name = 'c' } }
        @{ Command = 'New-UserPoolClient'; Objects = @{ Name = 'a' }, @{ Name = 'b!' }, @{ Name = 'c' } }
        @{ Command = 'New-PolicyStatement'; Objects = @{ Action = 's3:*'; Resource = '*' }, @{ Action = 'nonsense'; Resource = '*' }, @{ Action = 's3:GetObject'; Resource = '*' } }
        @{ Command = 'New-OpenIdConnectProvider'; Objects = @{ Url = 'https://a.example' }, @{ Url = 'http://b.example' }, @{ Url = 'https://c.example' } }
        @{ Command = 'New-SamlProvider'; Objects = @{ Name = 'a'; MetadataPath = "$PSScriptRoot/ErrorRecords.Tests.ps1" }, @{ Name = 'b'; MetadataPath = 'none.xml' }, @{ Name = 'c'; MetadataPath = "$PSScriptRoot/ErrorRecords.Tests.ps1" } }
        @{ Command = 'New-RoleMappingRule'; Objects = @('a', 'b b', 'c').ForEach{ @{ Claim = $_; ClaimValue = 'x'; MappedRole = 'arn:aws:iam::123456789012:role/Admin' } } }
        @{ Command = 'Get-IdentityPool -AsReference'; Objects = @{ Id = 'eu-west-1:1' }, @{ Title = 'nonsense' }, @{ Arn = 'arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/eu-west-1:2' } }
        @{ Command = 'Get-IdentityPool -AsReference'; Objects = @{ Id = 'eu-west-1:1' }, @{ Id = 'nonsense' }, @{ Id = 'eu-west-1:2' } }
    ) {
        $pipe = [scriptblock]::Create("`$input | $Command")
        $ErrorActionPreference = 'Continue'
        $all = @($Objects | ForEach-Object { [pscustomobject]$_ } | & $pipe 2>&1)
        @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) | Should -HaveCount 1
        @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }) | Should -HaveCount 2
    }
}

Describe 'A word of a closed set' {
    It 'may be as short as is unambiguous, a value or a number, as PowerShell takes any enumeration: <_>' -ForEach 'Starts', 'startswith', 'StartsWith', 2 {
        (New-RoleMappingRule a b Admin -MatchType $_).MatchType | Should -Be StartsWith
    }

    It 'may be a value of the enumeration, by property name too' {
        (New-RoleMappingRule a b Admin -MatchType ([IdentityPools.ClaimMatchType]::Contains)).MatchType | Should -Be Contains
        ([pscustomobject]@{ Claim = 'a'; ClaimValue = 'b'; MappedRole = 'Admin'; MatchType = 'NotEqual' } | New-RoleMappingRule).MatchType | Should -Be NotEqual
    }

    It 'that is misspelled is answered with the nearest word and all others' {
        { New-RoleMappingRule a b Admin -MatchType StartWith } |
            Should -Throw "'StartWith' is not one of the possible values. Did you mean 'StartsWith'? Use one of: Equals, Contains, StartsWith, NotEqual."
    }

    It 'is not null' {
        { New-RoleMappingRule a b Admin -MatchType $null } | Should -Throw
    }
}

Describe 'A value in a hashtable' {
    It 'is named by its parameter and key: <Line>' -ForEach @(
        @{ Line = 'New-IdentityPool x -Tag @{ a = $null }'; Start = "-Tag, key 'a': A value is null." }
        @{ Line = "New-IdentityPool x -Tag @{ a = 'x', 'y' }"; Start = "-Tag, key 'a': [`"x`",`"y`"] is neither text nor an intrinsic function." }
        @{ Line = 'New-IdentityPool x -Tag @{ a = @{ b = 1 } }'; Start = "-Tag, key 'a': " }
        @{ Line = 'New-IdentityPoolRole -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = 'New-UserPool -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = 'New-OpenIdConnectProvider https://a.example -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = "New-SamlProvider -MetadataDocument ('x' * 1000) -Tag @{ a = `$null }"; Start = "-Tag, key 'a': " }
        @{ Line = 'New-IdentityPool x | Set-IdentityPool -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = 'New-IdentityPool x | Set-IdentityPoolRole Authenticated -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = 'New-IdentityPool x | Add-PrincipalTag -Provider Google -Tag @{ a = $null }'; Start = "-Tag, key 'a': " }
        @{ Line = "New-IdentityPool x | Set-PrincipalTag -Provider Google -Tag @{ a = 'x', 'y' }"; Start = "-Tag, key 'a': " }
        @{ Line = 'New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ StringEquals = $null }'; Start = "-Condition, key 'StringEquals': A value is null." }
        @{ Line = "New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ StringEquals = @{ 'aws:a' = `$null } }"; Start = "-Condition, key 'StringEquals.aws:a': A value is null." }
        @{ Line = "New-IdentityPool x | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * -Condition @{ Bool = @{ a = [datetime]::Now } }"; Start = "-Condition, key 'Bool.a': " }
        @{ Line = "'a' | ConvertFrom-IdentityPoolTemplate -ParameterValue @{ Stage = `$null }"; Start = "-ParameterValue, key 'Stage': A value is null." }
        @{ Line = 'New-IdentityPool x | ConvertTo-IdentityPoolTemplate -Parameter @{ Stage = $null }'; Start = "-Parameter, key 'Stage': A value is null." }
        @{ Line = "New-IdentityPool x | ConvertTo-IdentityPoolTemplate -Parameter @{ Stage = @{ Default = `$null } }"; Start = "-Parameter, key 'Stage.Default': A value is null." }
        @{ Line = "Get-IdentityPoolCredential -Id `$missing -Login @{ 'graph.facebook.com' = `$null }"; Start = "-Login contains no token for 'graph.facebook.com'." }
        @{ Line = "Get-IdentityPoolCredential -Id `$missing -Login @{ 'graph.facebook.com' = 'a', 'b' }"; Start = "-Login contains a value of type List``1 for 'graph.facebook.com'." }
    ) {
        $run = [scriptblock]::Create($Line)
        $thrown = try { $null = & $run } catch { $_ }
        $thrown.Exception.Message | Should -BeLike "$([wildcardpattern]::Escape($Start))*"
    }

    It 'is checked for every parameter that takes a hashtable' {
        $takers = foreach ($command in Get-Command -Module IdentityPool) {
            $command.Parameters.Values | Where-Object ParameterType -EQ ([System.Collections.IDictionary]) | ForEach-Object { "$command -$($_.Name)" }
        }
        # Export-IdentityPool shares -Parameter with ConvertTo-IdentityPoolTemplate.
        $takers | Sort-Object | Should -Be (@(
            'Add-PrincipalTag -Tag', 'ConvertFrom-IdentityPoolTemplate -ParameterValue', 'Import-IdentityPool -ParameterValue', 'ConvertTo-IdentityPoolTemplate -Parameter', 'Export-IdentityPool -Parameter', 'Get-IdentityPoolCredential -Login', 'Grant-IdentityPoolAccess -Condition'
            'New-IdentityPool -Tag', 'New-IdentityPoolRole -Tag', 'New-OpenIdConnectProvider -Tag', 'New-PolicyStatement -Condition', 'New-SamlProvider -Tag', 'New-UserPool -Tag'
            'Set-IdentityPool -Tag', 'Set-IdentityPoolRole -Tag', 'Set-PrincipalTag -Tag'
        ) | Sort-Object)
    }
}

Describe 'Parameters that contradict each other' {
    It 'are named: <Line>' -ForEach @(
        @{ Line = 'Connect-IdentityPool -NotDefault -Sandbox -ProfileName x'; Message = '-Sandbox connects to an in-memory account, for which you cannot use -ProfileName.*' }
        @{ Line = 'Connect-IdentityPool -NotDefault -Sandbox -EndpointUrl https://a.example'; Message = '*cannot use -EndpointUrl.*' }
        @{ Line = 'Connect-IdentityPool -NotDefault -Region eu-west-1 -AccountId 123456789012'; Message = 'You can use -AccountId only with -Sandbox.*' }
        @{ Line = 'New-IdentityPool x | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * -PerIdentity'; Message = 'You can use -PerIdentity only with -Service.*' }
        @{ Line = 'New-IdentityPool x | Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess -Resource *'; Message = 'You can use -Resource only with -Service, -Action.*' }
        @{ Line = 'New-IdentityPool x | Revoke-IdentityPoolAccess -Role Authenticated -All -Resource *'; Message = 'You can use -Resource only with -Service, -Action.*' }
        @{ Line = 'New-IdentityPool x | Resolve-IdentityPoolRole -Coverage -CustomRoleArn Authenticated'; Message = 'You can use -CustomRoleArn only with -Claim, *' }
        @{ Line = 'New-IdentityPool x | Compare-IdentityPool -ReferenceObject (New-IdentityPool y) -Adopt'; Message = 'You cannot use -Adopt with -ReferenceObject. Omit one of them.' }
        @{ Line = 'New-IdentityPool x | Add-RoleMapping -Provider Google -UserPoolClient a -UseToken'; Message = 'The app client a was specified without its user pool.*' }
        @{ Line = 'New-IdentityPool x | Set-RoleMappingRule -SamlProvider arn:aws:iam::123456789012:saml-provider/A -UserPoolClient a -At 1'; Message = 'The app client a was specified without its user pool.*' }
    ) {
        $run = [scriptblock]::Create($Line)
        { $ErrorActionPreference = 'SilentlyContinue'; $null = & $run } | Should -Throw $Message
    }
}

Describe 'A definition that comes to a command that makes one' {
    It 'is an error, and the next object follows: <Command>' -ForEach @(
        @{ Command = 'New-IdentityPool'; Id = 'PoolFromPipeline'; Message = '*Set-IdentityPool*Copy-IdentityPool*' }
        @{ Command = 'New-UserPool'; Id = 'DefinitionFromPipeline'; Message = 'New-UserPool *' }
        @{ Command = 'New-UserPoolGroup'; Id = 'DefinitionFromPipeline'; Message = 'New-UserPoolGroup *' }
        @{ Command = 'New-UserPoolClient'; Id = 'DefinitionFromPipeline'; Message = 'New-UserPoolClient *' }
        @{ Command = 'New-IdentityPoolRole'; Id = 'DefinitionFromPipeline'; Message = 'New-IdentityPoolRole *' }
        @{ Command = "New-SamlProvider -MetadataDocument ('x' * 1000)"; Id = 'DefinitionFromPipeline'; Message = 'New-SamlProvider *' }
        @{ Command = 'New-OpenIdConnectProvider'; Id = 'DefinitionFromPipeline'; Message = 'New-OpenIdConnectProvider *' }
        @{ Command = 'New-PolicyStatement'; Id = 'DefinitionFromPipeline'; Message = 'New-PolicyStatement *' }
    ) {
        $pool = & ([scriptblock]::Create($(if ($Command -eq 'New-OpenIdConnectProvider') { "$Command https://a.example" } else { 'New-IdentityPool shop | Add-LoginProvider -Google g' })))
        $pipe = [scriptblock]::Create("`$input | $Command")
        $ErrorActionPreference = 'Continue'
        $all = @($pool, [pscustomobject]@{ Name = 'a'; Url = 'https://b.example'; Action = 's3:GetObject'; Resource = '*' } | & $pipe 2>&1)
        $all | Should -HaveCount 2
        $all[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $all[0].Exception.Message | Should -BeLike $Message
        $all[0].TargetObject | Should -Be $pool
        $all[1] | Should -BeOfType IdentityPools.IDefinition
    }

    It 'is refused whatever kind it is: <_>' -ForEach 'New-UserPool people', 'New-UserPoolClient web', 'New-IdentityPoolRole Admin', 'New-OpenIdConnectProvider https://a.example', 'New-PolicyStatement -Action s3:GetObject -Resource *' {
        $define = [scriptblock]::Create($_)
        $again = [scriptblock]::Create("`$input | $(($_ -split ' ')[0])")
        { & $define | & $again } | Should -Throw -ErrorId 'DefinitionFromPipeline,*'
    }
}

BeforeDiscovery {
    # Each command at work. Those that emit nothing have a test of their own.
    $runs = @(
        @{ Name = 'New-IdentityPool'; Run = { New-IdentityPool shop } }
        @{ Name = 'New-IdentityPoolRole'; Run = { New-IdentityPoolRole Admin } }
        @{ Name = 'New-RoleMappingRule'; Run = { New-RoleMappingRule a b arn:aws:iam::123456789012:role/Admin } }
        @{ Name = 'New-PolicyStatement'; Run = { New-PolicyStatement -Action s3:GetObject -Resource * } }
        @{ Name = 'New-UserPool'; Run = { New-UserPool people } }
        @{ Name = 'New-UserPoolClient'; Run = { New-UserPoolClient web } }
        @{ Name = 'New-UserPoolGroup'; Run = { New-UserPoolGroup admins } }
        @{ Name = 'New-OpenIdConnectProvider'; Run = { New-OpenIdConnectProvider https://login.example } }
        @{ Name = 'New-SamlProvider'; Run = { New-SamlProvider Office -MetadataDocument ('x' * 1000) } }
        @{ Name = 'Add-LoginProvider'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g } }
        @{ Name = 'Add-UserPoolAuthentication'; Run = { New-IdentityPool shop | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 } }
        @{ Name = 'Add-OpenIdConnectProvider'; Run = { New-IdentityPool shop | Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example } }
        @{ Name = 'Add-SamlProvider'; Run = { New-IdentityPool shop | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Office } }
        @{ Name = 'Add-DeveloperProvider'; Run = { New-IdentityPool shop | Add-DeveloperProvider login.shop } }
        @{ Name = 'Add-RoleMapping'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) } }
        @{ Name = 'Add-PrincipalTag'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -UseDefaults } }
        @{ Name = 'Add-IdentityPoolSuppression'; Run = { New-IdentityPool shop | Add-IdentityPoolSuppression ClassicFlow -Reason test } }
        @{ Name = 'Grant-IdentityPoolAccess'; Run = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * } }
        @{ Name = 'Set-IdentityPool'; Run = { New-IdentityPool shop | Set-IdentityPool -AllowUnauthenticatedIdentities } }
        @{ Name = 'Copy-IdentityPool'; Run = { New-IdentityPool shop | Copy-IdentityPool -Name store } }
        @{ Name = 'Set-LoginProvider'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Set-LoginProvider -Google h } }
        @{ Name = 'Remove-LoginProvider'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Remove-LoginProvider Google } }
        @{ Name = 'Remove-DeveloperProvider'; Run = { New-IdentityPool shop | Add-DeveloperProvider login.shop | Remove-DeveloperProvider } }
        @{ Name = 'Remove-OpenIdConnectProvider'; Run = { New-IdentityPool shop | Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example | Remove-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example } }
        @{ Name = 'Remove-SamlProvider'; Run = { New-IdentityPool shop | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Office | Remove-SamlProvider arn:aws:iam::123456789012:saml-provider/Office } }
        @{ Name = 'Add-UserPoolGroup'; Run = { New-IdentityPool shop | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup admins) } }
        @{ Name = 'Remove-UserPoolGroup'; Run = { New-IdentityPool shop | Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup admins) | Remove-UserPoolGroup eu-west-1_Ab1Cd2Ef3 admins } }
        @{ Name = 'Set-UserPoolAuthentication'; Run = { New-IdentityPool shop | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 | Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -NewUserPoolClient web } }
        @{ Name = 'Remove-UserPoolAuthentication'; Run = { New-IdentityPool shop | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 | Remove-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 } }
        @{ Name = 'Set-RoleMapping'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Set-RoleMapping -Provider Google -ResolveAmbiguousRoles } }
        @{ Name = 'Remove-RoleMapping'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Remove-RoleMapping -Provider Google } }
        @{ Name = 'Add-RoleMappingRule'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Add-RoleMappingRule -Provider Google -Rule (New-RoleMappingRule a c Admin) } }
        @{ Name = 'Set-RoleMappingRule'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Set-RoleMappingRule -Provider Google -At 1 -ClaimValue c } }
        @{ Name = 'Remove-RoleMappingRule'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b (New-IdentityPoolRole Admin)) | Add-RoleMappingRule -Provider Google -Rule (New-RoleMappingRule a c Admin) | Remove-RoleMappingRule -Provider Google -At 1 } }
        @{ Name = 'Set-PrincipalTag'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -UseDefaults | Set-PrincipalTag -Provider Google -Tag @{ a = 'b' } } }
        @{ Name = 'Remove-PrincipalTag'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -UseDefaults | Remove-PrincipalTag -Provider Google } }
        @{ Name = 'Set-IdentityPoolRole'; Run = { New-IdentityPool shop | Set-IdentityPoolRole Authenticated -Description users } }
        @{ Name = 'Revoke-IdentityPoolAccess'; Run = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * | Revoke-IdentityPoolAccess -Role Authenticated -All } }
        @{ Name = 'ConvertFrom-IdentityPoolTemplate'; Run = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate | ConvertFrom-IdentityPoolTemplate } }
        @{ Name = 'ConvertTo-IdentityPoolTemplate'; Run = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate } }
        @{ Name = 'ConvertTo-IdentityPoolDiagram'; Run = { New-IdentityPool shop | ConvertTo-IdentityPoolDiagram } }
        @{ Name = 'ConvertTo-IdentityPoolJUnit'; Run = { ConvertTo-IdentityPoolJUnit -Finding @() } }
        @{ Name = 'ConvertTo-IdentityPoolSarif'; Run = { ConvertTo-IdentityPoolSarif -Finding @() } }
        @{ Name = 'Export-IdentityPool'; Run = { New-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -PassThru } }
        @{ Name = 'Import-IdentityPool'; Run = { New-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json"; Import-IdentityPool "$TestDrive/shop.json" } }
        @{ Name = 'Resolve-IdentityPoolRole'; Run = { New-IdentityPool shop | Resolve-IdentityPoolRole -Guest } }
        @{ Name = 'Get-IdentityPoolFinding'; Run = { New-IdentityPool shop -AllowUnauthenticatedIdentities | Get-IdentityPoolFinding } }
        @{ Name = 'Test-IdentityPool'; Run = { New-IdentityPool shop | Test-IdentityPool } }
        @{ Name = 'Compare-IdentityPool'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Compare-IdentityPool -ReferenceObject (New-IdentityPool shop) } }
        @{ Name = 'Connect-IdentityPool'; Run = { Connect-IdentityPool -Sandbox -PassThru } }
        @{ Name = 'Get-IdentityPoolSession'; Run = { Connect-IdentityPool -Sandbox; Get-IdentityPoolSession } }
        @{ Name = 'Publish-IdentityPool'; Run = { Connect-IdentityPool -Sandbox; New-IdentityPool shop | Publish-IdentityPool -PassThru } }
        @{ Name = 'Get-IdentityPool'; Run = { Connect-IdentityPool -Sandbox; New-IdentityPool shop | Publish-IdentityPool; Get-IdentityPool } }
        @{ Name = 'Get-IdentityPoolCredential'; Run = { Connect-IdentityPool -Sandbox; New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru | Get-IdentityPoolCredential } }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $common = [System.Management.Automation.Internal.CommonParameters].GetProperties().Name + [System.Management.Automation.Internal.ShouldProcessParameters].GetProperties().Name
    $commands = @(Get-Command -Module IdentityPool)

    # Names that DESIGN fixes although they do not begin with the product: they are terms of the field.
    $terms = 'UserPool', 'UserPoolClient', 'UserPoolAuthentication', 'LoginProvider', 'OpenIdConnectProvider', 'SamlProvider', 'DeveloperProvider',
        'RoleMapping', 'RoleMappingRule', 'PolicyStatement', 'PrincipalTag', 'UserPoolGroup'

    # One name, several types: each because the commands' design fixes the name and what it takes differs. Any further type is an error.
    $severalTypes = @{
        At          = 'Int32', 'Int32[]' # the place of one rule; those of the rules that go
        Claim       = 'ClaimArgument[]', 'TemplateArgument' # the claims of a token; the one claim that a rule looks at
        Description = 'String', 'TemplateArgument' # of a template, where no function can stand; of a role
        Group       = 'GroupArgument[]', 'UserPoolGroup[]' # those of a user that is simulated; those that are added
        Id          = 'String', 'String[]' # a definition goes to one pool; many are read and removed
        InputObject = 'IDefinition', 'IdentityPool', 'Object', 'PoolArgument' # what New- commands refuse; what a command works on; text, or what holds it; whatever names a pool that is to be read
        LiteralPath = 'String', 'String[]' # all goes into one template; many are read
        LogicalId   = 'String', 'String[]' # of one definition; those that are wanted of a template
        Name        = 'String', 'String[]', 'TemplateArgument', 'TemplateArgument[]' # of one that cannot be a function; of those that are looked for; of what is defined; of groups, which may be functions
        Path        = 'String', 'String[]', 'TemplateArgument' # as LiteralPath; IAM's path of a role
        Role        = 'RoleArgument', 'String' # of a group; of one that the pool has
        Provider    = 'ChoiceArgument`1', 'ChoiceArgument`1[]', 'OpenIdConnectProviderArgument[]', 'SamlProviderArgument[]' # the one to map; those to add or remove
    }

    function Get-OwnParameter($Command) {
        $Command.Parameters.Values | Where-Object Name -NotIn $common
    }
}

Describe 'The manifest' {
    BeforeAll {
        $path = "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"
        $manifest = Test-ModuleManifest -Path $path -WarningVariable warnings -WarningAction SilentlyContinue
        $data = Import-PowerShellDataFile -LiteralPath $path
    }

    It 'says who, what and under which licence' {
        $manifest.Guid | Should -Not -Be ([guid]::Empty)
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.CompanyName | Should -Not -BeNullOrEmpty
        $manifest.Copyright | Should -Not -BeNullOrEmpty
        $manifest.Description | Should -Not -BeNullOrEmpty
        $data.PrivateData.PSData.LicenseUri | Should -Match '^https://'
        $data.PrivateData.PSData.ProjectUri | Should -Match '^https://'
        $data.PrivateData.PSData.IconUri | Should -Match '^https://'
        $data.PrivateData.PSData.ReleaseNotes | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }

    It 'claims what is tested' {
        $manifest.PowerShellVersion | Should -Be '7.4'
        "$($manifest.CompatiblePSEditions)" | Should -Be 'Core'
        $manifest.Version.ToString() | Should -Match '^\d+\.\d+\.\d+$'
        foreach ($tag in 'PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'AWS', 'Cognito') { $data.PrivateData.PSData.Tags | Should -Contain $tag }
        foreach ($tag in $data.PrivateData.PSData.Tags) { $tag | Should -Match '^\S+$' }
        if ($data.PrivateData.PSData.ContainsKey('Prerelease')) { $data.PrivateData.PSData.Prerelease | Should -Match '^[0-9A-Za-z]+$' }
        $data.ContainsKey('HelpInfoURI') | Should -BeFalse
    }

    It 'exports exactly the cmdlets that the assembly defines' {
        $defined = [IdentityPools.Commands.NewIdentityPoolCommand].Assembly.GetExportedTypes() |
            Where-Object { -not $_.IsAbstract -and $_.IsSubclassOf([System.Management.Automation.Cmdlet]) } |
            ForEach-Object { $attribute = $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]; "$($attribute.VerbName)-$($attribute.NounName)" }
        "$($data.CmdletsToExport | Sort-Object)" | Should -Be "$($defined | Sort-Object)"
        $data.FunctionsToExport | Should -HaveCount 0
        $data.VariablesToExport | Should -HaveCount 0
        $data.AliasesToExport | Should -HaveCount 0
    }

    It 'gives every assembly its version' {
        [IdentityPools.IdentityPool].Assembly.GetName().Version.ToString(3) | Should -Be $data.ModuleVersion
    }
}

Describe 'The layout' {
    It 'holds what is needed and nothing of the engine' {
        $root = [IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool")
        $files = [IO.Directory]::GetFiles($root, '*', 'AllDirectories') | ForEach-Object { $_.Substring($root.Length + 1).Replace('\', '/') }
        $files | Should -Contain 'IdentityPool.dll'
        $files | Should -Contain 'IdentityPool.Core.dll'
        $files | Should -Contain 'lib/IdentityPool.Adapters.dll'
        $files | Should -Contain 'lib/IdentityPool.Sandbox.dll'
        $files | Should -Contain 'lib/YamlDotNet.dll'
        $files | Should -Contain 'LICENSE'
        # Get-Help looks for the name of the assembly.
        $files | Where-Object { $_ -match '-Help\.xml$' } | Should -Be 'en-US/IdentityPool.dll-Help.xml'
        (Get-Module -Name IdentityPool).RootModule | Should -Be 'IdentityPool.dll'
        $files | Where-Object { $_ -match 'System\.|Microsoft\.|PowerShellStandard|lib/IdentityPool\.Core' } | Should -BeNullOrEmpty
    }
}

Describe 'Every command' {
    It 'has an approved verb and a singular, known noun' {
        $verbs = (Get-Verb).Verb
        foreach ($command in $commands) {
            $command.Verb | Should -BeIn $verbs
            if ($command.Noun -notin $terms) {
                $command.Noun | Should -Match '^IdentityPool'
            }
            $command.Noun | Should -MatchExactly '^[A-Z][A-Za-z]+$'
            $command.Noun | Should -Not -Match '(?<!s)s$' -Because $command.Name
            # AWS.Tools begins its nouns so, for identity pools and user pools.
            $command.Noun | Should -Not -Match '^CGI'
        }
    }

    It 'updates nothing in place: definitions are values' {
        foreach ($command in $commands) { $command.Verb | Should -Not -BeIn 'Update', 'Edit' }
        foreach ($command in $commands | Where-Object Verb -EQ Set) { $command.OutputType.Type | Should -Be ([IdentityPools.IdentityPool]) -Because $command.Name }
    }

    It 'has a name that no module of PowerShell has' {
        $beside = [IO.Path]::GetDirectoryName(@(Get-Module -ListAvailable -Name Microsoft.PowerShell.Management)[0].ModuleBase)
        $names = [IO.Directory]::GetDirectories($beside) | ForEach-Object { [IO.Path]::GetFileName($_) }
        $taken = (Get-Module -ListAvailable -Name $names).ExportedCommands.Keys
        $taken | Should -Contain 'Get-ChildItem'
        foreach ($command in $commands) { $command.Name | Should -Not -BeIn $taken }
    }

    It 'names its verb by a constant of the engine' {
        foreach ($file in Get-ChildItem -LiteralPath "$PSScriptRoot/../src/IdentityPool/Commands" -Filter *.cs) {
            [IO.File]::ReadAllText($file.FullName) | Should -Not -Match '\[Cmdlet\(\s*"' -Because $file.Name
        }
    }

    It 'has a name that no other module of the session has' {
        foreach ($command in $commands) { @(Get-Command -Name $command.Name -All) | Should -HaveCount 1 -Because $command.Name }
    }

    It 'asks further questions in one place, of plans that take something away' {
        foreach ($file in Get-ChildItem -LiteralPath "$PSScriptRoot/../src/IdentityPool" -Filter *.cs -Recurse | Where-Object Name -NE Consent.cs) {
            [IO.File]::ReadAllText($file.FullName) | Should -Not -Match 'ShouldContinue' -Because $file.Name
        }
    }

    It 'takes files by wildcard and literally' {
        $withFiles = $commands | Where-Object { $_.Parameters.ContainsKey('Path') -and $_.Parameters['Path'].ParameterType -in [string], [string[]] }
        $withFiles.Name | Should -Be 'Export-IdentityPool', 'Import-IdentityPool'
        foreach ($command in $withFiles) {
            $command.Parameters['LiteralPath'].Aliases | Should -Contain PSPath
            $command.Parameters['LiteralPath'].ParameterType | Should -Be $command.Parameters['Path'].ParameterType
            @($command.Parameters['Path'].Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }) | Should -HaveCount 1
        }

        # One more file beside the subject is named as it is.
        $others = $commands | ForEach-Object { $command = $_; Get-OwnParameter $command | Where-Object Name -Match '.(Path|File)$' | ForEach-Object { "$($command.Name) -$($_.Name)" } }
        $others | Where-Object { $_ -notmatch ' -LiteralPath$' } | Should -Be 'ConvertTo-IdentityPoolJUnit -TemplatePath', 'ConvertTo-IdentityPoolSarif -TemplatePath', 'New-SamlProvider -MetadataPath'
    }

    It 'that lists pages, and looks for names by wildcard' {
        $paged = $commands | Where-Object { $_.Parameters.ContainsKey('IncludeTotalCount') }
        $paged.Name | Should -Be 'Get-IdentityPool'
        @($paged.Parameters['Name'].Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }) | Should -HaveCount 1
    }

    It 'that tests answers with a boolean' {
        $tests = @($commands | Where-Object Verb -EQ Test)
        $tests | Should -HaveCount 1
        $tests.OutputType.Type | Should -Be ([bool])
    }

    It 'emits what it made only where it is told to, when it works on something else' {
        ($commands | Where-Object { $_.Parameters.ContainsKey('PassThru') }).Name | Sort-Object |
            Should -Be @('Connect-IdentityPool', 'Export-IdentityPool', 'Publish-IdentityPool')
    }

    It 'emits objects of the type that it says: <Name>' -ForEach $runs {
        try { $output = @(& $Run) } finally { Disconnect-IdentityPool }
        $output.Count | Should -BeGreaterThan 0
        $types = (Get-Command -Name $Name).OutputType.Type
        foreach ($item in $output) { @($types | Where-Object { $_.IsInstanceOfType($item) }) | Should -HaveCount 1 -Because $item.GetType() }
    }

    It 'emits nothing where it says so' {
        $silent = $commands | Where-Object { $_.OutputType.Type -contains [void] }
        $silent.Name | Should -Be 'Disconnect-IdentityPool', 'Remove-IdentityPool'
        Connect-IdentityPool -Sandbox
        New-IdentityPool shop | Publish-IdentityPool -PassThru | Remove-IdentityPool -Force | Should -BeNullOrEmpty
        Disconnect-IdentityPool | Should -BeNullOrEmpty
    }

    It 'was tried for what it emits' -ForEach @{ Tried = $runs.Name } {
        @($Tried) + 'Disconnect-IdentityPool' + 'Remove-IdentityPool' | Sort-Object | Should -Be ($commands.Name | Sort-Object)
    }

    It 'is a sealed class named after it' {
        foreach ($command in $commands) {
            $command.ImplementingType.Name | Should -Be "$($command.Verb)$($command.Noun)Command"
            $command.ImplementingType.IsSealed | Should -BeTrue
            $command.ImplementingType.Namespace | Should -Be 'IdentityPools.Commands'
        }
    }

    It 'says what it emits' {
        foreach ($command in $commands) { $command.OutputType | Should -Not -BeNullOrEmpty -Because $command.Name }
    }

    It 'has its help page online' {
        foreach ($command in $commands) { $command.HelpUri | Should -Match "^https://.*/$($command.Name)\.md$" }
    }

    It 'has parameters in PascalCase, in the singular' {
        foreach ($command in $commands) {
            foreach ($parameter in Get-OwnParameter $command) {
                $parameter.Name | Should -MatchExactly '^[A-Z][A-Za-z]+$'
                if ($parameter.Name -notin 'Access', 'ResolveAmbiguousRoles', 'UseDefaults', 'AllowUnauthenticatedIdentities', 'KeepRoles') {
                    $parameter.Name | Should -Not -Match '(?<![s])s$' -Because "$($command.Name) -$($parameter.Name)"
                }
            }
        }
    }

    It 'has no parameter or alias that the engine has already' {
        $reserved = 'CommonParameters', 'ShouldProcessParameters', 'TransactionParameters' | ForEach-Object { "System.Management.Automation.Internal.$_" -as [type] }
        $reserved += [System.Management.Automation.PagingParameters]
        $engine = $reserved | ForEach-Object { $_.GetProperties() } | ForEach-Object {
            $_.Name
            $_.GetCustomAttributes([System.Management.Automation.AliasAttribute], $true) | ForEach-Object AliasNames
        }
        $engine | Should -Contain 'wi'
        foreach ($command in $commands) {
            foreach ($property in $command.ImplementingType.GetProperties() | Where-Object { $_.IsDefined([Parameter], $true) }) {
                $property.Name | Should -Not -BeIn $engine -Because "$($command.Name) -$($property.Name)"
                $property.GetCustomAttributes([System.Management.Automation.AliasAttribute], $true) |
                    ForEach-Object AliasNames | Where-Object { $_ -in $engine } | Should -BeNullOrEmpty -Because "$($command.Name) -$($property.Name)"
            }
        }
    }

    It 'uses the names of PowerShell and AWS.Tools where there are any' {
        $others = @{
            Path         = 'File', 'FilePath', 'FileName', 'OutFile', 'FullName'
            LiteralPath  = 'PSPath'
            InputObject  = 'Input', 'Object', 'IdentityPool', 'Pool', 'Definition'
            Force        = 'Yes', 'NoConfirm', 'NoPrompt'
            PassThru     = 'ReturnObject', 'Output'
            Credential   = 'Credentials', 'AccessKey', 'SecretKey', 'AccessKeyId', 'SecretAccessKey'
            Region       = 'AwsRegion', 'RegionName'
            ProfileName  = 'Profile', 'AwsProfile'
            EndpointUrl  = 'Endpoint', 'EndpointUri', 'ServiceUrl'
            SessionToken = 'SecurityToken'
            None         = 'AsJob' # ForEach-Object -Parallel and Start-ThreadJob do that for every command.
        }
        foreach ($command in $commands) {
            foreach ($parameter in Get-OwnParameter $command) { $parameter.Name | Should -Not -BeIn @($others.Values | ForEach-Object { $_ }) -Because $command.Name }
            $byValue = Get-OwnParameter $command | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline } }
            # Tables of claims, findings and files are what their commands are about.
            foreach ($parameter in $byValue) { $parameter.Name | Should -BeIn 'InputObject', 'Claim', 'Finding', 'Path' -Because $command.Name }
        }
    }

    It 'uses one type for one parameter name, or those that are named here' {
        $seen = @{}
        $commands | ForEach-Object { Get-OwnParameter $_ } | Group-Object Name | ForEach-Object {
            $types = @($_.Group.ParameterType.Name | Sort-Object -Unique)
            if ($types.Count -gt 1) { $seen[$_.Name] = $types }
        }

        $seen.Keys | Sort-Object | Should -Be ($severalTypes.Keys | Sort-Object)
        foreach ($name in $seen.Keys) { $seen[$name] | Should -Be $severalTypes[$name] -Because "-$name" }
    }

    It 'has switches, not booleans, and no secret as plain text' {
        foreach ($parameter in $commands | ForEach-Object { Get-OwnParameter $_ }) {
            $parameter.ParameterType | Should -Not -Be ([bool])
            if ($parameter.Name -match 'Password|Secret|Token|Credential|AccessKey') {
                $parameter.ParameterType | Should -Not -BeIn ([string], [string[]]) -Because "-$($parameter.Name)"
            }

            if ($parameter.ParameterType -eq [pscredential] -and $parameter.Name -eq 'Credential') {
                @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.CredentialAttribute] }) | Should -HaveCount 1
            }
        }
    }

    It 'refuses null for a switch, or the switch opens nothing and takes nothing away' {
        # The engine takes null for true. Each of these gives less then, or shows more.
        $harmless = 'AsReference', 'Coverage', 'FilePerPool', 'Fragment', 'GenerateSecret', 'Guest', 'IncludeSuppressed', 'IncludeTotalCount', 'IncludeUnmanaged', 'KeepRoles', 'NoClobber',
            'NoRollback', 'NotDefault', 'PassThru', 'PerIdentity', 'ResourceImport', 'Sandbox', 'UseDefaults'
        $switches = foreach ($command in $commands) {
            foreach ($parameter in $command.Parameters.Values.Where{ $_.SwitchParameter -and $_.Name -notin $common }) {
                [pscustomobject]@{ Name = $parameter.Name; On = "$command -$($parameter.Name)"; Refuses = @($parameter.Attributes.Where{ $_.GetType().Name -eq 'RejectNullAttribute' }).Count -eq 1 }
            }
        }

        @($switches.Where{ $_.Refuses -eq ($_.Name -in $harmless) }.ForEach{ $_.On }) | Should -BeNullOrEmpty
        @($switches.Where{ $_.Refuses }).Count | Should -BeGreaterOrEqual 13
    }

    It 'validates what is mandatory' {
        foreach ($command in $commands) {
            foreach ($parameter in Get-OwnParameter $command | Where-Object { $_.ParameterType.IsClass -and ($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory }) }) {
                @($parameter.Attributes | Where-Object { $_.GetType().Name -match '^Validate' }).Count | Should -BeGreaterThan 0 -Because "$($command.Name) -$($parameter.Name)"
            }
        }
    }

    It 'takes one thing by value in each parameter set, or begins a pipeline, or takes its subject by property' {
        # What has an ARN has an id, too, and that is taken.
        $argumentsOnly = 'Get-IdentityPool List', 'Get-IdentityPool Arn', 'Get-IdentityPoolSession __AllParameterSets', 'Remove-IdentityPool Arn', 'Remove-IdentityPool Name'
        foreach ($command in $commands) {
            foreach ($set in $command.ParameterSets) {
                $byValue = @($set.Parameters | Where-Object ValueFromPipeline)
                if ($byValue.Count -eq 0 -and $command.Verb -notin 'New', 'Connect', 'Disconnect' -and "$($command.Name) $($set.Name)" -notin $argumentsOnly) {
                    $byProperty = @($set.Parameters | Where-Object { $_.IsMandatory -and $_.ValueFromPipelineByPropertyName })
                    $byProperty.Count | Should -BeGreaterThan 0 -Because "$($command.Name), $($set.Name)"
                }

                $byValue.Count | Should -BeLessOrEqual 1 -Because "$($command.Name), $($set.Name)"
            }
        }
    }

    It 'has parameters that bind by property name only where no definition comes by the pipeline' {
        # Of an object that is no definition, Id, ARN or name say which pool is meant: these commands look for it.
        $finding = 'Get-IdentityPool', 'Remove-IdentityPool', 'Get-IdentityPoolCredential'
        # A definition is refused here before its properties are taken.
        $defining = ($commands | Where-Object { $_.Parameters.ContainsKey('InputObject') -and $_.Parameters['InputObject'].ParameterType.Name -eq 'IDefinition' }).Name
        $mixed = foreach ($command in $commands | Where-Object Name -NotIn ($finding + $defining)) {
            foreach ($set in $command.ParameterSets | Where-Object { $_.Parameters | Where-Object { $_.ValueFromPipeline -and $_.ParameterType -eq [IdentityPools.IdentityPool] } }) {
                $set.Parameters | Where-Object ValueFromPipelineByPropertyName | ForEach-Object { "$command -$($_.Name)" }
            }
        }
        @($mixed) | Should -BeNullOrEmpty
        # Every other New- command takes all that a definition of its kind has.
        ($commands | Where-Object { $_.Verb -eq 'New' -and $_.Name -notin $defining }).Name | Should -Be 'New-RoleMappingRule'
    }

    It 'leaves the engine to say only that two parameters each choose another way to call it' {
        # AmbiguousParameterSet names no parameter. Where both are mandatory in their sets, the syntax shows them as alternatives; any other pair has an error that names them.
        # The name is what Get-IdentityPool takes without any of them.
        $byOthers = 'Get-IdentityPool -Name -Id', 'Get-IdentityPool -Name -Arn', 'Get-IdentityPool -Name -InputObject'
        $pairs = foreach ($command in $commands) {
            $own = @(Get-OwnParameter $command | Where-Object { -not $_.ParameterSets.ContainsKey('__AllParameterSets') })
            $modifies = { @($args[0].ParameterSets.GetEnumerator() | Where-Object { -not $_.Value.IsMandatory }).Count -gt 0 }
            for ($i = 0; $i -lt $own.Count; $i++) {
                for ($j = $i + 1; $j -lt $own.Count; $j++) {
                    $shared = $own[$i].ParameterSets.Keys | Where-Object { $own[$j].ParameterSets.ContainsKey($_) }
                    if (-not $shared -and ((& $modifies $own[$i]) -or (& $modifies $own[$j]))) { "$command -$($own[$i].Name) -$($own[$j].Name)" }
                }
            }
        }
        @($pairs | Where-Object { $_ -notin $byOthers }) | Should -BeNullOrEmpty
    }

    It 'has distinct parameter sets, the default one named' {
        foreach ($command in $commands | Where-Object { $_.ParameterSets.Count -gt 1 }) {
            @($command.ParameterSets | ForEach-Object { "$_" } | Sort-Object -Unique) | Should -HaveCount $command.ParameterSets.Count -Because $command.Name
            @($command.ParameterSets | Where-Object IsDefault) | Should -HaveCount 1 -Because $command.Name
        }
    }

    It 'has at most three positions, from 0 without gaps' {
        foreach ($command in $commands) {
            foreach ($set in $command.ParameterSets) {
                $positions = @($set.Parameters | Where-Object Position -GE 0 | ForEach-Object Position | Sort-Object)
                $positions.Count | Should -BeLessOrEqual 3
                for ($i = 0; $i -lt $positions.Count; $i++) { $positions[$i] | Should -Be $i -Because "$($command.Name), $($set.Name)" }
            }
        }
    }

    It 'has the positions that its design gives' {
        $expected = @{
            'Add-DeveloperProvider'         = 'Name'
            'Add-IdentityPoolSuppression'   = 'RuleId Reason'
            'Add-OpenIdConnectProvider'     = 'Provider'
            'Add-SamlProvider'              = 'Provider'
            'Add-UserPoolAuthentication'    = 'UserPool'
            'Add-UserPoolGroup'             = 'UserPool Group'
            'Compare-IdentityPool'          = 'InputObject', 'InputObject ReferenceObject'
            'ConvertFrom-IdentityPoolTemplate' = 'InputObject'
            'Export-IdentityPool'           = 'Path'
            'Get-IdentityPool'              = 'Name'
            'Get-IdentityPoolCredential'    = 'Id', 'InputObject'
            'Import-IdentityPool'           = 'Path'
            'New-IdentityPool'              = 'Name'
            'New-IdentityPoolRole'          = 'Name'
            'New-OpenIdConnectProvider'     = 'Url'
            'New-RoleMappingRule'           = 'Claim ClaimValue MappedRole'
            'New-SamlProvider'              = 'Name'
            'New-UserPool'                  = 'Name'
            'New-UserPoolClient'            = 'Name'
            'New-UserPoolGroup'             = 'Name'
            'Publish-IdentityPool'          = 'InputObject'
            'Remove-IdentityPool'           = 'Name'
            'Remove-LoginProvider'          = 'Provider'
            'Remove-OpenIdConnectProvider'  = 'Provider'
            'Remove-SamlProvider'           = 'Provider'
            'Remove-UserPoolAuthentication' = 'UserPool'
            'Remove-UserPoolGroup'          = 'UserPool Name'
            'Resolve-IdentityPoolRole'      = 'Claim'
            'Set-IdentityPoolRole'          = 'Name'
            'Set-UserPoolAuthentication'    = 'UserPool'
        }
        foreach ($command in $commands) {
            $found = $command.ParameterSets | ForEach-Object { @($_.Parameters | Where-Object Position -GE 0 | Sort-Object Position | ForEach-Object Name) -join ' ' } | Where-Object { $_ } | Sort-Object -Unique
            "$found" | Should -Be "$($expected[$command.Name])" -Because $command.Name
        }
    }

    It 'asks before it writes a file or changes an account, and only then' {
        foreach ($command in $commands) {
            $command.Parameters.ContainsKey('WhatIf') | Should -Be ($command.Name -in 'Export-IdentityPool', 'Publish-IdentityPool', 'Remove-IdentityPool') -Because $command.Name
        }
    }

    It 'asks by default only before it removes' {
        foreach ($command in $commands | Where-Object { $_.Parameters.ContainsKey('WhatIf') }) {
            $impact = $command.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0].ConfirmImpact
            $impact | Should -Be ($command.Verb -eq 'Remove' ? 'High' : 'Medium') -Because $command.Name
        }
    }

    It 'takes the same connection wherever it calls AWS' {
        foreach ($command in $commands | Where-Object { $_.Parameters.ContainsKey('Session') }) {
            foreach ($name in 'Region', 'ProfileName', 'Credential', 'SessionToken', 'EndpointUrl') {
                $command.Parameters.ContainsKey($name) | Should -BeTrue -Because "$($command.Name) -$name"
            }
        }
    }

    It 'has two base classes of its own at most: what it is, and what its kind is' {
        foreach ($command in Get-Command -Module IdentityPool) {
            $own = 0
            for ($type = $command.ImplementingType.BaseType; $type.Assembly -eq $command.ImplementingType.Assembly; $type = $type.BaseType) { $own++ }
            $own | Should -BeLessOrEqual 2 -Because $command.Name
        }
    }

    It 'writes to no console' {
        foreach ($type in [IdentityPools.Commands.NewIdentityPoolCommand].Assembly, [IdentityPools.IdentityPool].Assembly) {
            $type.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Console'
        }
    }

    It 'reaches a network only through what it loads to call AWS' {
        foreach ($type in [IdentityPools.Commands.NewIdentityPoolCommand].Assembly, [IdentityPools.IdentityPool].Assembly) {
            $type.GetReferencedAssemblies().Name | Where-Object { $_ -match '^System\.Net\.(Http|Sockets|Requests|WebClient|NameResolution)' } | Should -BeNullOrEmpty
        }
    }
}

Describe 'The rules for scripts' {
    It 'are those for errors and warnings, and what is spared has a reason: <File>' -ForEach @{ File = 'PSScriptAnalyzerSettings.psd1' }, @{ File = '.github/Test-ScriptStyle.ps1' } {
        (Import-PowerShellDataFile -LiteralPath "$PSScriptRoot/../PSScriptAnalyzerSettings.psd1").Severity | Should -Be 'Error', 'Warning'
        $lines = [IO.File]::ReadAllLines([IO.Path]::GetFullPath("$PSScriptRoot/../$File"))
        $spared = @(0..($lines.Count - 1) | Where-Object { $lines[$_] -match "^\s+'PS[A-Z]\w+'$" })
        $spared.Count | Should -BeGreaterThan 0
        foreach ($index in $spared) {
            $above = $index - 1
            while ($lines[$above] -match "^\s+'PS") { $above-- }
            $lines[$above] | Should -Match '^\s+# [A-Z].+\.$' -Because $lines[$index]
        }
    }
}

Describe 'The session' {
    It 'gets no variable, preference, alias, drive or environment variable by the import' {
        $shell = [powershell]::Create([System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
        try {
            $manifest = [IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1")
            $state = '$ExecutionContext.InvokeProvider.ChildItem.Get("variable:", $false) | ForEach-Object { if ($_.Name.EndsWith("Preference")) { "$($_.Name)=$($_.Value)" } else { $_.Name } }; "$PSDefaultParameterValues.Count"; $ExecutionContext.InvokeProvider.ChildItem.Get("env:", $false) | ForEach-Object { "$($_.Name)=$($_.Value.GetHashCode())" }; $ExecutionContext.InvokeProvider.ChildItem.Get("alias:", $false).Count; $ExecutionContext.SessionState.Drive.GetAll().Name -join " "'
            $before = "$($shell.AddScript($state).Invoke())"
            $shell.Commands.Clear()
            $after = "$($shell.AddScript("Import-Module '$manifest'; $state").Invoke())"
            $before | Should -Match 'WarningPreference=Continue'
            $after | Should -Be $before
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

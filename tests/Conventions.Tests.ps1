BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $common = [System.Management.Automation.Internal.CommonParameters].GetProperties().Name + [System.Management.Automation.Internal.ShouldProcessParameters].GetProperties().Name
    $commands = @(Get-Command -Module IdentityPool)

    # Names that DESIGN fixes although they do not begin with the product: they are terms of the field.
    $terms = 'UserPool', 'UserPoolClient', 'UserPoolAuthentication', 'LoginProvider', 'OpenIdConnectProvider', 'SamlProvider', 'DeveloperProvider',
        'RoleMapping', 'RoleMappingRule', 'PolicyStatement', 'PrincipalTag'

    # One name, two types, fixed by the commands' design: the list of providers to add, and the login provider to map; the claim of a rule, and those of a token;
    # formats of templates and of pictures.
    $twoTypes = 'Provider', 'Format', 'Path', 'LiteralPath', 'Name', 'Description', 'Tag', 'LogicalId', 'Id', 'Claim'

    function Get-OwnParameter($Command) {
        $Command.Parameters.Values | Where-Object Name -NotIn $common
    }
}

Describe 'The manifest' {
    BeforeAll {
        $path = "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1"
        $manifest = Test-ModuleManifest -Path $path
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
        $data.PrivateData.PSData.ReleaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'claims what is tested' {
        $manifest.PowerShellVersion | Should -Be '7.4'
        "$($manifest.CompatiblePSEditions)" | Should -Be 'Core'
        $manifest.Version.ToString() | Should -Match '^\d+\.\d+\.\d+$'
        $data.PrivateData.PSData.Tags | Should -Contain 'PSEdition_Core'
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
        $files | Should -Contain 'lib/YamlDotNet.dll'
        $files | Should -Contain 'LICENSE'
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
            $command.Noun | Should -Not -Match '(?<!s)s$' -Because $command.Name
            $command.Noun | Should -Not -Match '^CGI'
        }
    }

    It 'names its verb by a constant of the engine' {
        foreach ($file in Get-ChildItem -LiteralPath "$PSScriptRoot/../src/IdentityPool/Commands" -Filter *.cs) {
            [IO.File]::ReadAllText($file.FullName) | Should -Not -Match '\[Cmdlet\(\s*"' -Because $file.Name
        }
    }

    It 'has a name that no other module of the session has' {
        foreach ($command in $commands) { @(Get-Command -Name $command.Name -All) | Should -HaveCount 1 -Because $command.Name }
    }

    It 'asks further questions nowhere' {
        foreach ($file in Get-ChildItem -LiteralPath "$PSScriptRoot/../src/IdentityPool" -Filter *.cs -Recurse) {
            [IO.File]::ReadAllText($file.FullName) | Should -Not -Match 'ShouldContinue' -Because $file.Name
        }
    }

    It 'takes files by wildcard and literally' {
        $withFiles = $commands | Where-Object { $_.Verb -in 'Export', 'Import' }
        @($withFiles) | Should -HaveCount 2
        foreach ($command in $withFiles) {
            $command.Parameters['LiteralPath'].Aliases | Should -Contain PSPath
            @($command.Parameters['Path'].Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }) | Should -HaveCount 1
        }
    }

    It 'emits what it made only where it is told to, when it works on something else' {
        ($commands | Where-Object { $_.Parameters.ContainsKey('PassThru') }).Name | Sort-Object |
            Should -Be @('Connect-IdentityPool', 'Export-IdentityPool', 'Publish-IdentityPool')
    }

    It 'emits objects of the type that it says: <Name>' -ForEach @(
        @{ Name = 'New-IdentityPool'; Run = { New-IdentityPool shop } }
        @{ Name = 'New-IdentityPoolRole'; Run = { New-IdentityPoolRole Admin } }
        @{ Name = 'New-RoleMappingRule'; Run = { New-RoleMappingRule a b arn:aws:iam::123456789012:role/Admin } }
        @{ Name = 'New-PolicyStatement'; Run = { New-PolicyStatement -Action s3:GetObject -Resource * } }
        @{ Name = 'New-UserPool'; Run = { New-UserPool people } }
        @{ Name = 'New-UserPoolClient'; Run = { New-UserPoolClient web } }
        @{ Name = 'New-OpenIdConnectProvider'; Run = { New-OpenIdConnectProvider https://login.example } }
        @{ Name = 'Add-LoginProvider'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g } }
        @{ Name = 'Grant-IdentityPoolAccess'; Run = { New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * } }
        @{ Name = 'ConvertTo-IdentityPoolTemplate'; Run = { New-IdentityPool shop | ConvertTo-IdentityPoolTemplate } }
        @{ Name = 'ConvertTo-IdentityPoolDiagram'; Run = { New-IdentityPool shop | ConvertTo-IdentityPoolDiagram } }
        @{ Name = 'ConvertTo-IdentityPoolSarif'; Run = { ConvertTo-IdentityPoolSarif -Finding @() } }
        @{ Name = 'Export-IdentityPool'; Run = { New-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json" -PassThru } }
        @{ Name = 'Import-IdentityPool'; Run = { New-IdentityPool shop | Export-IdentityPool "$TestDrive/shop.json"; Import-IdentityPool "$TestDrive/shop.json" } }
        @{ Name = 'Resolve-IdentityPoolRole'; Run = { New-IdentityPool shop | Resolve-IdentityPoolRole -Guest } }
        @{ Name = 'Get-IdentityPoolFinding'; Run = { New-IdentityPool shop -AllowUnauthenticatedIdentities | Get-IdentityPoolFinding } }
        @{ Name = 'Test-IdentityPool'; Run = { New-IdentityPool shop | Test-IdentityPool } }
        @{ Name = 'Compare-IdentityPool'; Run = { New-IdentityPool shop | Add-LoginProvider -Google g | Compare-IdentityPool -ReferenceObject (New-IdentityPool shop) } }
    ) {
        $output = @(& $Run)
        $output.Count | Should -BeGreaterThan 0
        $types = (Get-Command -Name $Name).OutputType.Type
        foreach ($item in $output) { @($types | Where-Object { $_.IsInstanceOfType($item) }) | Should -HaveCount 1 -Because $item.GetType() }
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

    It 'uses one type for one parameter name' {
        $commands | ForEach-Object { Get-OwnParameter $_ } | Where-Object Name -NotIn $twoTypes | Group-Object Name | ForEach-Object {
            @($_.Group.ParameterType.FullName | Sort-Object -Unique) | Should -HaveCount 1 -Because $_.Name
        }
    }

    It 'has switches, not booleans, and no secret as plain text' {
        foreach ($parameter in $commands | ForEach-Object { Get-OwnParameter $_ }) {
            $parameter.ParameterType | Should -Not -Be ([bool])
            if ($parameter.Name -match 'Password$|Secret$|Token$' -and $parameter.Name -notin 'GenerateSecret', 'UseToken') {
                $parameter.ParameterType | Should -Not -Be ([string])
            }
        }
    }

    It 'validates what is mandatory' {
        foreach ($command in $commands) {
            foreach ($parameter in Get-OwnParameter $command | Where-Object { $_.ParameterType.IsClass -and ($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory }) }) {
                @($parameter.Attributes | Where-Object { $_.GetType().Name -match '^Validate' }).Count | Should -BeGreaterThan 0 -Because "$($command.Name) -$($parameter.Name)"
            }
        }
    }

    It 'takes at most one thing by value in each parameter set' {
        foreach ($command in $commands) {
            foreach ($set in $command.ParameterSets) {
                @($set.Parameters | Where-Object ValueFromPipeline).Count | Should -BeLessOrEqual 1 -Because "$($command.Name), $($set.Name)"
            }
        }
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

    It 'writes to no console' {
        foreach ($type in [IdentityPools.Commands.NewIdentityPoolCommand].Assembly, [IdentityPools.IdentityPool].Assembly) {
            $type.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Console'
        }
    }
}

Describe 'The session' {
    It 'gets no variable, alias or drive by the import' {
        $shell = [powershell]::Create([System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
        try {
            $manifest = [IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1")
            $state = '$ExecutionContext.InvokeProvider.ChildItem.Get("variable:", $false).Name -join " "; $ExecutionContext.InvokeProvider.ChildItem.Get("alias:", $false).Count; $ExecutionContext.SessionState.Drive.GetAll().Name -join " "'
            $before = "$($shell.AddScript($state).Invoke())"
            $shell.Commands.Clear()
            $after = "$($shell.AddScript("Import-Module '$manifest'; $state").Invoke())"
            $before | Should -Not -BeNullOrEmpty
            $after | Should -Be $before
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

# What holds of every numbered example: people copy them.
BeforeDiscovery {
    $runbooks = Get-ChildItem "$PSScriptRoot/../examples" -Recurse -File |
        Where-Object { $_.FullName -match 'examples[\\/]\d\d-' -and $_.Extension -eq '.ps1' } | Sort-Object FullName |
        ForEach-Object { @{ Name = $_.FullName -replace '^.*?examples[\\/]' -replace '\\', '/'; File = $_.FullName } }
}

BeforeAll {
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $approved = (Get-Verb).Verb

    function Read-Script([string] $File) {
        $faults = $null
        $tree = [Management.Automation.Language.Parser]::ParseFile($File, [ref] $null, [ref] $faults)
        $faults | Should -BeNullOrEmpty
        $tree
    }

    function Find-Node($Tree, [type] $Type) { @($Tree.FindAll({ $args[0] -is $Type }, $true)) }
}

Describe 'Runbooks' {
    It 'are found' -ForEach @{ Count = @($runbooks).Count } {
        $Count | Should -BeGreaterThan 5
    }

    It '<Name> says what it needs' -ForEach $runbooks {
        $tree = Read-Script $File
        $tree.ScriptRequirements.RequiredPSVersion | Should -Be ([version] '7.4')
        $tree.ScriptRequirements.RequiredModules.Name | Should -Contain IdentityPool
    }

    It '<Name> has help for itself and each parameter' -ForEach $runbooks {
        $tree = Read-Script $File
        $help = $tree.GetHelpContent()
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Description | Should -Not -BeNullOrEmpty
        $help.Examples.Count | Should -BeGreaterThan 0
        $help.Notes | Should -Match '(?i)permissions'
        $parameters = @(if ($tree.ParamBlock) { $tree.ParamBlock.Parameters.Name.VariablePath.UserPath.ToUpperInvariant() })
        "$($help.Parameters.Keys | Sort-Object)" | Should -Be "$($parameters | Sort-Object)"
    }

    It '<Name> has parameters that help can show before the module is there' -ForEach $runbooks {
        $tree = Read-Script $File
        $types = @(if ($tree.ParamBlock) { Find-Node $tree.ParamBlock ([Management.Automation.Language.TypeConstraintAst]) | ForEach-Object { "$($_.TypeName)" } })
        $types | Where-Object { $_ -like 'IdentityPools.*' } | Should -BeNullOrEmpty
    }

    It '<Name> is strict and writes to streams, not to the host' -ForEach $runbooks {
        $commands = Find-Node (Read-Script $File) ([Management.Automation.Language.CommandAst]) | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ }
        $commands | Should -Contain Set-StrictMode
        $commands | Should -Not -Contain Write-Host
        [IO.File]::ReadAllText($File) | Should -Match "ErrorActionPreference = 'Stop'"
    }

    It '<Name> uses no alias and approved verbs' -ForEach $runbooks {
        $tree = Read-Script $File
        $functions = @(Find-Node $tree ([Management.Automation.Language.FunctionDefinitionAst]) | ForEach-Object Name)
        foreach ($function in $functions) { ($function -split '-')[0] | Should -BeIn $approved -Because $function }
        $pester = 'BeforeAll', 'BeforeEach', 'AfterAll', 'AfterEach', 'BeforeDiscovery', 'Describe', 'Context', 'It', 'Should'
        foreach ($command in Find-Node $tree ([Management.Automation.Language.CommandAst])) {
            $name = $command.GetCommandName()
            if ($name -and $name -notin $pester -and $name -notin $functions) { $name | Should -Match '^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$|\.ps1$' -Because "$command" }
        }
    }

    It '<Name> leaves the session of whoever runs it alone' -ForEach $runbooks {
        $commands = Find-Node (Read-Script $File) ([Management.Automation.Language.CommandAst])
        $commands | Where-Object { $_.GetCommandName() -eq 'Disconnect-IdentityPool' } | Should -BeNullOrEmpty
        foreach ($connect in $commands | Where-Object { $_.GetCommandName() -eq 'Connect-IdentityPool' }) { "$connect" | Should -Match ' -NotDefault' }
    }

    It '<Name> is in the index' -ForEach $runbooks {
        [IO.File]::ReadAllText("$PSScriptRoot/../examples/README.md") | Should -Match ([regex]::Escape(($Name -split '/')[0]))
    }
}

BeforeDiscovery {
    $commands = @(Get-ChildItem "$PSScriptRoot/../docs/en-US" -Filter *-*.md | ForEach-Object { @{ Command = $_.Name.Replace('.md', '') } })
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $common = [System.Management.Automation.Cmdlet]::CommonParameters

    function Get-PlainText($Paragraphs) { (@($Paragraphs) | ForEach-Object Text) -join ' ' }
    function Get-Screen($Help, [int] $Width = 80) { ($Help | Out-String -Width $Width) -replace '\e\[[0-9;]*m' -replace "`r" }
}

Describe 'Get-Help <Command>' -ForEach $commands {
    BeforeAll {
        $help = Get-Help $Command -Full
        # What is hidden is there only for an error to name it.
        $parameters = @((Get-Command $Command).Parameters.Values | Where-Object { $_.Name -notin $common -and ($_.Attributes | Where-Object { $_ -is [Parameter] -and -not $_.DontShow }) })
    }

    It 'says what the command does, in a line and at length' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match "`n|$Command"
        (Get-PlainText $help.description).Length | Should -BeGreaterThan 80
    }

    It 'describes every parameter' {
        foreach ($parameter in $parameters) {
            $described = Get-Help $Command -Parameter $parameter.Name
            Get-PlainText $described.description | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name)"
            $described.pipelineInput | Should -Match (@($parameter.ParameterSets.Values | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }).Count -gt 0 ? '^True \(' : '^False$')
        }

        if ($parameters) { @(Get-Help $Command -Parameter *).name | Sort-Object | Should -Be @($parameters.Name | Sort-Object) }
    }

    It 'shows a syntax for each parameter set' {
        @($help.syntax.syntaxItem).Count | Should -Be (Get-Command $Command).ParameterSets.Count
    }

    It 'says what goes in and what comes out' {
        @($help.inputTypes.inputType).Count | Should -BeGreaterThan 0
        foreach ($type in @($help.returnValues.returnValue)) { $type.type.name | Should -BeIn (Get-Command $Command).OutputType.Name }
    }

    It 'cuts no word of notes, inputs and outputs on a screen of 80 columns' {
        $indent = 8
        $texts = @($help.alertSet.alert.Text) + @($help.inputTypes.inputType.description.Text) + @($help.returnValues.returnValue.description.Text)
        # An address has no place to wrap at.
        foreach ($line in $texts -split '\r?\n' -notmatch 'https://') { $line.Length | Should -BeLessThan (80 - $indent) -Because $line }
    }

    It 'has three examples or more, each with its code' {
        $examples = @((Get-Help $Command -Examples).examples.example)
        $examples.Count | Should -BeGreaterOrEqual 3
        foreach ($example in $examples) {
            $example.title | Should -Match '^-+ Example \d+: .+ -+$'
            $example.code | Should -Not -BeNullOrEmpty
            Get-PlainText $example.introduction | Should -Not -BeNullOrEmpty
        }
    }

    It 'leads online first' {
        $first = @($help.relatedLinks.navigationLink)[0]
        $first.linkText | Should -Be 'Online Version'
        $first.uri | Should -Be (Get-Command $Command).HelpUri
    }

    It 'cuts no word of its text on a narrow screen' {
        $screen = Get-Screen (Get-Help $Command -Detailed)
        foreach ($line in (Get-PlainText $help.description) -split "`n") { $screen | Should -Match ([regex]::Escape($line.Trim())) }
    }
}

Describe 'Get-Help on the screen' {
    It 'keeps text, code and what is shown apart' {
        $screen = Get-Screen (Get-Help Add-RoleMapping -Examples) 120
        $screen | Should -Match '(?m)^    -------- Example 1: .+ --------\n {4}\n {4}\S.*\n(?: {4}\S.*\n)* {4}\n {4}\$shop = New-IdentityPool shop \|\n'
        $screen | Should -Match '(?m)^    \$shop\.RoleMappings\n {4}\n {4}Type '
        $screen | Should -Match '(?m)\n {4}\n {4}-------- Example 2: '
    }

    It 'keeps the indentation of what is shown' {
        Get-Screen (Get-Help Compare-IdentityPool -Examples) | Should -Match '(?m)^    \$shop \| Compare-IdentityPool\n {4}\n {7}IdentityPool: shop\n'
    }

    It 'finds commands by wildcard, with what they do' {
        $found = @(Get-Help *RoleMapping)
        (Get-Screen $found) | Should -Match 'Add-RoleMapping'
    }

    It 'is English in another language' {
        $culture = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'de-DE'
            (Get-Help Publish-IdentityPool).Synopsis | Should -Match '^Creates identity pools in AWS'
        }
        finally {
            [cultureinfo]::CurrentUICulture = $culture
        }
    }
}

Describe 'Topics' {
    It 'are found by Get-Help, with their synopsis' {
        $before = $env:PSModulePath
        try {
            $env:PSModulePath = [IO.Path]::GetFullPath("$PSScriptRoot/../out") + [IO.Path]::PathSeparator + $before
            foreach ($page in Get-ChildItem "$PSScriptRoot/../docs/en-US" -Filter about_*.md) {
                $topic = Get-Help $page.Name.Replace('.md', '')
                $topic.Name | Should -Be $page.Name.Replace('.md', '')
                $topic.Synopsis | Should -Match '^\S.*\.$' -Because $page.Name
                "$topic" | Should -Match '^TOPIC'
            }

            (Get-Help about_IdentityPool).Name | Should -Be 'about_IdentityPool'
        }
        finally {
            $env:PSModulePath = $before
        }
    }
}

Describe 'Help whose file is <State>' -ForEach @(
    @{ State = 'missing'; Content = $null }
    @{ State = 'cut off'; Content = '<helpItems schema="maml"><command' }
    @{ State = 'empty'; Content = '' }
) {
    It 'still has the syntax and the way online' {
        $module = "$TestDrive/$($State.Replace(' ', ''))/IdentityPool"
        foreach ($file in [IO.Directory]::GetFiles([IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool"), '*', 'AllDirectories')) {
            $target = Join-Path $module ([IO.Path]::GetRelativePath([IO.Path]::GetFullPath("$PSScriptRoot/../out/IdentityPool"), $file))
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
            [IO.File]::Copy($file, $target)
        }

        [IO.File]::Delete("$module/en-US/IdentityPool.dll-Help.xml")
        if ($null -ne $Content) { [IO.File]::WriteAllText("$module/en-US/IdentityPool.dll-Help.xml", $Content) }
        $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
        try {
            $text = $shell.AddScript('param($Module) Import-Module $Module; $help = Get-Help Add-RoleMapping; $help | Out-Default; @($help.syntax.syntaxItem).Count; $help.relatedLinks.navigationLink.uri').AddArgument("$module/IdentityPool.psd1").Invoke()
            $shell.Streams.Error | Should -HaveCount 0
            $text | Should -Contain 5
            $text | Should -Contain (Get-Command Add-RoleMapping).HelpUri
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

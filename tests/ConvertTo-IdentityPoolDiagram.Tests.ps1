BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $pool = New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email a@b.c (New-IdentityPoolRole Admin))
}

Describe 'ConvertTo-IdentityPoolDiagram' {
    It 'writes <Format> as one text that begins with <Start>' -ForEach @(
        @{ Format = 'Mermaid'; Start = 'flowchart LR' }
        @{ Format = 'Svg'; Start = '<svg ' }
        @{ Format = 'Html'; Start = '<!doctype html>' }
    ) {
        $text = $pool | ConvertTo-IdentityPoolDiagram -Format $Format
        $text | Should -BeOfType string
        $text | Should -HaveCount 1
        $text.StartsWith($Start) | Should -BeTrue
        $text | Should -Match 'email Equals a@b\.c'
        $text | Should -Match 'Admin'
    }

    It 'writes Mermaid unless told otherwise' {
        ConvertTo-IdentityPoolDiagram -InputObject $pool | Should -BeExactly ($pool | ConvertTo-IdentityPoolDiagram -Format Mermaid)
    }

    It 'writes one text for each pool of the pipeline' {
        $texts = @('one', 'two', 'three' | ForEach-Object { New-IdentityPool $_ } | ConvertTo-IdentityPoolDiagram)
        $texts | Should -HaveCount 3
        $texts[2] | Should -Match 'Identity pool three'
    }

    It 'writes an image that is XML' {
        $image = [xml]($pool | ConvertTo-IdentityPoolDiagram -Format Svg)
        $image.DocumentElement.role | Should -Be 'img'
        $image.GetElementsByTagName('script') | Should -HaveCount 0
    }

    It 'goes into files unharmed' {
        $named = New-IdentityPool shop -Tag @{ city = 'Zürich' } | Add-LoginProvider -Google g
        $path = Join-Path $TestDrive 'shop.html'
        $text = $named | ConvertTo-IdentityPoolDiagram -Format Html
        $named | ConvertTo-IdentityPoolDiagram -Format Html | Set-Content -LiteralPath $path -NoNewline
        [IO.File]::ReadAllText($path) | Should -BeExactly $text
        $named, $pool | ConvertTo-IdentityPoolDiagram | Set-Content -LiteralPath $path
        [regex]::Matches([IO.File]::ReadAllText($path), '(?m)^flowchart LR$') | Should -HaveCount 2
    }

    It 'draws a pool that says nothing, and one that only deployment can tell all of' {
        New-IdentityPool | ConvertTo-IdentityPoolDiagram | Should -Match 'no permissions'
        New-IdentityPool -Name @{ Ref = 'Name' } | Add-LoginProvider -Google @{ Ref = 'App' } | ConvertTo-IdentityPoolDiagram | Should -Match '#quot;Ref#quot;'
    }

    It 'draws no secret' {
        $secret = [pscredential]::new('key', (ConvertTo-SecureString 'very-secret' -AsPlainText -Force))
        foreach ($format in 'Mermaid', 'Svg', 'Html') {
            New-IdentityPool shop | Add-LoginProvider -Twitter $secret | ConvertTo-IdentityPoolDiagram -Format $format | Should -Not -Match 'very-secret'
        }
    }

    It 'refuses a pool of which only the id is known, and goes on' {
        $reference = [IdentityPools.IdentityPool]::FromId('eu-west-1:11111111-2222-3333-4444-555555555555')
        { $reference | ConvertTo-IdentityPoolDiagram } | Should -Throw -ErrorId 'PoolIsReference,IdentityPools.Commands.ConvertToIdentityPoolDiagramCommand'
        $texts = @($reference, $pool | ConvertTo-IdentityPoolDiagram -ErrorAction SilentlyContinue -ErrorVariable faults)
        $texts | Should -HaveCount 1
        $faults | Should -HaveCount 1
    }

    It 'refuses what is no format, and nothing at all' {
        { $pool | ConvertTo-IdentityPoolDiagram -Format Png } | Should -Throw -ErrorId 'UnknownChoice,*'
        { ConvertTo-IdentityPoolDiagram -InputObject $null } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'The picture in the README' {
    It 'is what the command draws' {
        $text = [IO.File]::ReadAllText("$PSScriptRoot/../README.md") -replace '\r'
        $shown = [regex]::Match($text, '(?ms)^```mermaid\n(.*?)^```').Groups[1].Value
        $tour = [regex]::Matches($text, '(?ms)^```powershell\n(.*?)^```').ForEach{ $_.Groups[1].Value }
        $before = ($tour -join "`n`n") -replace '(?s)\$pool \| ConvertTo-IdentityPoolDiagram\n.*'
        & ([scriptblock]::Create("$before`n`$pool | ConvertTo-IdentityPoolDiagram")) | Select-Object -Last 1 | Should -BeExactly $shown
    }
}

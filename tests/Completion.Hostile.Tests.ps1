# What Tab puts on a line means exactly what it shows, whatever names and texts others chose, and asking for it runs nothing.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest

    # Each is a text of others that ends a string, begins a command or hides, for a completer that is careless.
    $quotes = [char[]] @(0x27, 0x22, 0x60, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E)
    $hostile = @(
        foreach ($quote in $quotes) { "a${quote}; Set-Content pwned x #"; "a$quote$quote); & b"; "$quote"; "a$quote" }
        'a$(Set-Content pwned x)'; 'a${env:HOME}'; '$true'; 'a;b|c&d'; 'a b'; '-Force'; '@args'; '#a'; '<a'; '%'; 'a,b'; '(a)'; '{a}'; '[a]'; 'a*?'; '12e3'; '0x10'; '1kb'; '--%'; '~'; '.'; '!'
        'if'; 'null'; "a$([char] 0xA0)b"; "$([char] 0x2013)Force"; 'é'; [char]::ConvertFromUtf32(0x1F600)
    )
    $hidden = foreach ($code in 0, 7, 9, 10, 13, 27, 127, 0x85, 0x9B, 0xAD, 0x200B, 0x200D, 0x200F, 0x2028, 0x2029, 0x202E, 0x2066, 0xFEFF) { "a$([char] $code)b" }

    function Get-Completion([string] $Line) {
        @([System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches)
    }

    # Why a completion does not mean what it shows; nothing when it does.
    function Get-Deception([System.Management.Automation.CompletionResult] $Completion) {
        $tokens = $errors = $null
        $line = "Test-Nothing $($Completion.CompletionText)"
        $script = [System.Management.Automation.Language.Parser]::ParseInput($line, [ref] $tokens, [ref] $errors)
        if ($errors.Count) { return "$line does not parse" }
        $command = $script.EndBlock.Statements[0].PipelineElements[0]
        if ($script.EndBlock.Statements.Count -ne 1 -or $script.EndBlock.Statements[0].PipelineElements.Count -ne 1 -or $command.CommandElements.Count -ne 2 -or $command.Redirections.Count) {
            return "$line is more than one argument"
        }

        $argument = $command.CommandElements[1]
        $value = switch ($argument.GetType().Name) {
            'StringConstantExpressionAst' { $argument.Value }
            'ConstantExpressionAst' { "$($argument.Value)" }
            'VariableExpressionAst' { if ($argument.Splatted) { return "$line splats" } else { $argument.Extent.Text } }
            # Of constants only; each is text in quotes, so it means what it shows.
            'HashtableAst' { try { $null = $argument.SafeGetValue() } catch { return "$line runs something" }; $argument.Extent.Text }
            default { return "$line is a $_" }
        }

        if ($value -cne $Completion.ListItemText) { return "$line means $value" }
        if ("$($Completion.ListItemText)$($Completion.ToolTip)" -match '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]') { return "$line shows what cannot be seen" }
    }

    # The texts, put wherever a definition, a file, a folder or a variable may have them.
    $role = New-IdentityPoolRole Admin
    $rules = @(
        foreach ($text in $hostile + $hidden) { New-RoleMappingRule tier $text $role }
        # A claim has no spaces and nothing that cannot be seen.
        foreach ($text in $hostile -notmatch '\s') { New-RoleMappingRule $text x $role }
    )
    $resources = foreach ($text in $hostile + $hidden) { "arn:aws:s3:::b$text" }
    $tags = @{ team = 'web' }
    foreach ($text in $hostile) { try { $null = New-IdentityPool x -Tag @{ $text = $text }; $tags[$text] = $text } catch { $null = $_ } }
    $evil = New-IdentityPool shop -Tag $tags | Add-LoginProvider -Google g | Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' } | Add-DeveloperProvider dev.example | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Corp |
        Add-RoleMapping -Provider Google -Rule $rules[0..24] | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient abc |
        Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/idp.example.com |
        Add-UserPoolGroup eu-west-1_Ab1Cd2Ef3 (New-UserPoolGroup 'a`$(exit)''b') |
        Grant-IdentityPoolAccess -Role Admin -Action s3:GetObject -Resource $resources |
        Grant-IdentityPoolAccess -Role Admin -ManagedPolicyArn arn:aws:iam::123456789012:policy/Limit
    $more = for ($from = 25; $from -lt $rules.Count; $from += 25) {
        New-IdentityPool "shop$from" | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule $rules[$from..([Math]::Min($from + 24, $rules.Count - 1))]
    }

    $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'hostile')).FullName
    foreach ($text in $hostile + $hidden | Where-Object { $_.IndexOfAny([IO.Path]::GetInvalidFileNameChars() + [char[]] '/\:*?"<>|') -lt 0 -and $_ -notin '.', '~' }) {
        try { [IO.File]::WriteAllText((Join-Path $folder "$text.yaml"), '{}') } catch { }
        try { $null = [IO.Directory]::CreateDirectory((Join-Path $folder "$text.d")) } catch { }
        try { [IO.File]::WriteAllText([IO.Path]::Combine($folder, "$text.d", "$text.yaml"), '{}') } catch { }
    }
    [IO.File]::WriteAllText((Join-Path $folder 'ids.json'), (@{ Resources = [ordered] @{}; Parameters = [ordered] @{} } | ForEach-Object {
                foreach ($text in $hostile + $hidden) { $_.Parameters[$text] = @{ Type = $text; Default = $text; Description = $text } }
                foreach ($text in $hostile + $hidden) { $_.Resources[$text] = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{} } }
                $_.Resources[''] = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{} }
                $_
            } | ConvertTo-Json -Depth 5))
    [IO.File]::WriteAllLines((Join-Path $folder 'config'), [string[]] ($hostile + $hidden | Where-Object { $_ -notmatch '[\0\r\n\]]' } | ForEach-Object { "[profile $_]" }))
    $configuration = $env:AWS_CONFIG_FILE
    $env:AWS_CONFIG_FILE = Join-Path $folder 'config'
    Push-Location -LiteralPath $folder
    foreach ($name in 'the pool', 'a}b', 'a`b', "a$([char] 0x2019)b", 'a$b', 'a:b', "a`nb", "a$([char] 0x202E)b", 'a{b') {
        Set-Variable -Name $name -Value $evil
    }
}

AfterAll {
    Pop-Location
    $env:AWS_CONFIG_FILE = $configuration
}

Describe 'What Tab puts on the line' {
    It 'means what it shows, for every parameter of every command' {
        $own = [IdentityPools.Completion.ValueCompleter]
        $reached = @{}
        $deceptions = foreach ($command in Get-Command -Module IdentityPool) {
            foreach ($parameter in $command.Parameters.Values) {
                $completer = $parameter.Attributes | Where-Object { $_ -is [ArgumentCompleter] } | ForEach-Object Type | Where-Object { $own.IsAssignableFrom($_) }
                if (-not $completer) { continue }
                foreach ($word in '', "'", '"') {
                    $with = switch ($parameter.Name) {
                        'LogicalId' { '-Path ids.json ' }
                        'ParameterValue' { '-Path ids.json ' }
                        'ClaimValue' { '-Claim tier ' }
                        'At' { '-Provider Google ' }
                        'TagName' { '-Provider Google ' }
                        { $_ -in 'Sid', 'Action', 'Resource', 'ManagedPolicyArn' -and $command.Verb -eq 'Revoke' } { '-Role Admin ' }
                        default { '' }
                    }

                    foreach ($completion in Get-Completion "`$evil | $command $with-$($parameter.Name) $word") {
                        $reached[$completer] = $true
                        Get-Deception $completion
                    }
                }
            }
        }

        @($deceptions | Select-Object -First 5) | Should -BeNullOrEmpty
        $all = $own.Assembly.GetTypes() | Where-Object { $own.IsAssignableFrom($_) -and -not $_.IsAbstract -and -not $_.IsGenericTypeDefinition }
        $never = @($all | Where-Object { -not $reached.ContainsKey($_) } | ForEach-Object Name | Sort-Object)
        # Live pools alone have these.
        $never | Should -Be @('IdentityPoolArnCompleter', 'IdentityPoolIdCompleter')
    }

    It 'has every text that can be seen, and none that cannot: <Line>' -ForEach @(
        @{ Line = 'New-RoleMappingRule tier ' }
        @{ Line = 'New-RoleMappingRule ' }
        @{ Line = 'Import-IdentityPool ids.json -LogicalId ' }
        @{ Line = 'Get-IdentityPool -ProfileName ' }
        @{ Line = '$evil | New-PolicyStatement -Action s3:GetObject -Resource '; Prefix = 'arn:aws:s3:::b' }
    ) {
        $prefix = if ($_.ContainsKey('Prefix')) { $_.Prefix } else { '' }
        $shown = @((Get-Completion $Line).ListItemText)
        foreach ($text in $hostile | Where-Object { ($Line -notmatch 'Profile' -or $_ -notmatch '\]') -and ($Line -ne 'New-RoleMappingRule ' -or $_ -notmatch '\s') }) { $shown | Should -Contain "$prefix$text" }
        foreach ($text in $hidden) { $shown | Should -Not -Contain "$prefix$text" }
    }

    It 'names the file that is there, also in a folder of such a name' {
        foreach ($parameter in 'Path', 'LiteralPath') {
            $folders = @(Get-Completion "Import-IdentityPool -$parameter " | Where-Object ResultType -EQ ProviderContainer)
            $folders.Count | Should -BeGreaterThan 20
            foreach ($completion in $folders) {
                Get-Deception $completion | Should -BeNullOrEmpty
                $inside = @(Get-Completion "Import-IdentityPool -$parameter $($completion.CompletionText)")
                $inside.Count | Should -Be 1 -Because "$parameter $($completion.CompletionText)"
                Get-Deception $inside[0] | Should -BeNullOrEmpty
                $file = & ([scriptblock]::Create("Write-Output $($inside[0].CompletionText)"))
                $found = if ($parameter -eq 'Path') { @(Resolve-Path -Path $file).Count } else { [int] (Test-Path -LiteralPath $file) }
                $found | Should -Be 1 -Because "$parameter $file"
            }
        }
    }

    It 'is a variable that the line can name' {
        $names = (Get-Completion 'Publish-IdentityPool -InputObject ').CompletionText
        foreach ($expected in '${the pool}', '${a`}b}', '${a``b}', "`${a$([char] 0x2019)b}", '${a$b}', '${a`{b}') {
            $names | Should -Contain $expected
        }
        @($names -match ':b|[\p{Cc}\p{Cf}]') | Should -BeNullOrEmpty
    }

    It 'goes on in typographic quotes that are open' {
        foreach ($quote in 0x2018, 0x2019, 0x201A, 0x201B) { (Get-Completion "Connect-IdentityPool -Region $([char] $quote)eu-west-1").CompletionText | Should -Be "'eu-west-1'" }
        foreach ($quote in 0x201C, 0x201D, 0x201E) { (Get-Completion "Connect-IdentityPool -Region $([char] $quote)eu-west-1").CompletionText | Should -Be '"eu-west-1"' }
        (Get-Completion "New-RoleMappingRule tier 'a$([char] 0x2019)$([char] 0x2019); S").CompletionText | Should -Be "'a$([char] 0x2019)$([char] 0x2019); Set-Content pwned x #'"
    }

    It 'is not empty because one text is' {
        @(Get-Completion 'Import-IdentityPool ids.json -LogicalId ').Count | Should -BeGreaterThan 40
        $nameless = New-IdentityPool
        @((Get-Completion 'Get-IdentityPool -Name ').ListItemText) | Should -Contain 'shop'
    }

    It 'wrote nothing' {
        Test-Path -LiteralPath (Join-Path $folder 'pwned') | Should -BeFalse
    }
}

Describe 'Asking for completion' {
    It 'runs nothing of the objects that the line names' {
        $script:ran = 0
        class HostileList : System.Collections.ArrayList {
            static [int] $Ran
            [System.Collections.IEnumerator] GetEnumerator() { [HostileList]::Ran++; return ([System.Collections.ArrayList] $this).ToArray().GetEnumerator() }
            [int] get_Count() { [HostileList]::Ran++; return 1 }
            [object] get_Item([int] $at) { [HostileList]::Ran++; return 'x' }
            [string] ToString() { [HostileList]::Ran++; return 'x' }
        }
        class HostileText {
            static [int] $Ran
            [string] ToString() { [HostileText]::Ran++; return 'eu-west-1_Ab1Cd2Ef3' }
        }
        $object = [pscustomobject] @{ A = 1 }
        $object.psobject.Properties.Add([psscriptproperty]::new('Ref', { $script:ran++; 'x' }))
        $object.psobject.Methods.Add([psscriptmethod]::new('ToString', { $script:ran++; 'x' }))
        $text = [HostileText]::new()
        $list = [HostileList]::new()
        $null = $list.Add($evil)
        $map = @{ Ref = $object; Other = $text }
        $nested = @{ 'Fn::Sub' = @($object, $text) }
        foreach ($name in 'object', 'text', 'list', 'map', 'nested') {
            foreach ($line in "New-IdentityPool `$$name | Add-UserPoolAuthentication `$$name -UserPoolClient `$$name | Add-RoleMapping -UserPool ",
                "Add-RoleMapping -UserPool `$$name -UserPoolClient ", "Add-RoleMapping -InputObject `$$name -UserPool ", "Import-IdentityPool `$$name -LogicalId ",
                "New-RoleMappingRule `$$name ", "`$$name | Grant-IdentityPoolAccess -Role ", "New-PolicyStatement -Action `$$name -Resource ", 'Publish-IdentityPool -InputObject ') {
                $null = Get-Completion $line
            }
        }
        $script:ran | Should -Be 0
        [HostileList]::Ran | Should -Be 0
        [HostileText]::Ran | Should -Be 0
    }

    It 'runs nothing of commands of others on the line' {
        $script:ran = 0
        function Add-Something {
            [CmdletBinding()]
            param([Parameter(ValueFromPipeline)] $InputObject)
            dynamicparam { $script:ran++; [System.Management.Automation.RuntimeDefinedParameterDictionary]::new() }
            process { $InputObject }
        }
        $null = Get-Completion '$evil | Add-Something x | Add-RoleMapping -UserPool '
        $null = Get-Completion 'Add-Something -InputObject $evil { $_ | Add-RoleMapping -UserPool '
        $null = Get-Completion 'Add-Something (Add-RoleMapping -UserPool '
        $script:ran | Should -Be 0
    }
}

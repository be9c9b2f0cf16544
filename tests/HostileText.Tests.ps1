# Text of others, of templates, live pools, tokens, paths and arguments, never steers the screen or a CI log: whatever a command writes, to whichever stream.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    # What is wrong here on purpose is nothing for the linter of templates.
    $PSDefaultParameterValues.Remove('ConvertTo-IdentityPoolTemplate:OutVariable')
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $errorView = $ErrorView

    # Begins a line with a command of a CI service, clears the screen, turns the direction of writing, hides.
    $evil = "x`n::stop-commands::t$([char] 27)[2J$([char] 0x202E)b`r$([char] 0x2028)##vso[task.x]$([char] 0x9B)$([char] 0x200B)$([char] 0xFEFF)$([char] 7)y"

    # The lines of a text that show what they must not.
    function Get-Harm([string] $Text) {
        foreach ($line in $Text -split '\r?\n') {
            if ($line -match '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]' -or $line -match '^\s*::' -or $line -match '##\w*\[') {
                $line -replace '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]', '!'
            }
        }
    }

    # Objects as views show them, records as the console does.
    function Get-Shown([object[]] $Object) {
        foreach ($one in $Object) {
            if ($null -eq $one) { continue }
            if ($one -is [string]) { $one; continue }
            $one | Out-String -Width 300
            if ($one -is [System.Management.Automation.ErrorRecord]) {
                # DetailedView writes properties, which keep their values.
                foreach ($view in 'NormalView', 'CategoryView') { $ErrorView = $view; $one | Out-String -Width 300 }
                $ErrorView = $errorView
                "$one"
            }
            elseif ($one.GetType().Namespace -like 'IdentityPools*') {
                $one | Format-Table | Out-String -Width 120
                $one | Format-List | Out-String -Width 120
                $one | Format-Custom | Out-String -Width 300
            }
        }
    }

    # What a script block writes to any stream.
    function Get-Written([scriptblock] $Action) {
        $VerbosePreference = $InformationPreference = $DebugPreference = $WarningPreference = 'Continue'
        $ErrorActionPreference = 'Continue'
        try { Get-Shown @(& $Action *>&1) } catch { Get-Shown $_ }
    }

    function ConvertTo-Token([hashtable] $Claim) {
        $parts = '{"alg":"RS256","kid":"k"}', ($Claim | ConvertTo-Json -Compress) | ForEach-Object { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($_)).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
        "$($parts -join '.').c2ln"
    }

    # Everything that commands make of a definition.
    function Get-WrittenOf($Pool) {
        # A definition that is refused further on ends the commands before.
        Get-Written { $Pool | ConvertTo-IdentityPoolTemplate }
        Get-Written {
            $Pool
            $Pool.UserPools; $Pool.LoginProviders; $Pool.RoleMappings; $Pool.RoleMappings.Rules; $Pool.Roles; $Pool.Roles.Statements; $Pool.PrincipalTags; $Pool.Suppressions
            $Pool | Get-IdentityPoolFinding -IncludeSuppressed
            $Pool | Test-IdentityPool -Verbose
            $Pool | Resolve-IdentityPoolRole -Provider Google -Claim @{ sub = 's'; hd = 'x' } -Verbose
            $Pool | Resolve-IdentityPoolRole -Coverage
            $Pool | Resolve-IdentityPoolRole -Guest
            $Pool | Add-RoleMapping -Provider Google -UseToken
            $Pool | Add-PrincipalTag -Provider Google -UseDefaults
            $Pool | Grant-IdentityPoolAccess -Role Nobody -Action s3:GetObject -Resource *
            $Pool | ConvertTo-IdentityPoolTemplate -Format Json
            $Pool | Get-IdentityPoolFinding | ConvertTo-IdentityPoolSarif
            foreach ($format in 'Mermaid', 'Svg', 'Html') { $Pool | ConvertTo-IdentityPoolDiagram -Format $format }
        }
    }

    $rich = New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'storefront' } |
        Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com |
        Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
        Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.shop.example -ClientId web) |
        Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Office |
        Add-DeveloperProvider login.shop |
        Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd x (New-IdentityPoolRole Gold -Description 'Those who pay' -Tag @{ a = 'b' })), (New-RoleMappingRule hd y arn:aws:iam::123456789012:role/Far) |
        Add-PrincipalTag -UserPool eu-west-1_Ab1Cd2Ef3 -Tag @{ department = 'custom:department' } |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:* -Resource arn:aws:s3:::shop/* -Condition @{ StringEquals = @{ 'aws:RequestedRegion' = 'eu-west-1' } } |
        Grant-IdentityPoolAccess -Role Unauthenticated -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess |
        Add-IdentityPoolSuppression -RuleId GuestAccess -Reason 'Visitors of the kiosk have no account'
    $template = $rich | ConvertTo-IdentityPoolTemplate -Format Json

    # The template once for each text that it has, keys too, with the evil behind it.
    $texts = @([regex]::Matches($template, '"(?:[^"\\]|\\.)*"') | Where-Object { $_.Length -gt 2 } | Group-Object Value | ForEach-Object { $_.Group[-1] })
    $json = ($evil | ConvertTo-Json).Trim('"')
    $mutated = foreach ($text in $texts) {
        $template.Remove($text.Index, $text.Length).Insert($text.Index, $text.Value.TrimEnd('"') + $json + '"')
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Disconnect-IdentityPool
}

Describe 'Text of others' {
    It 'has a test that finds it' {
        @(Get-Harm $evil) | Should -Not -BeNullOrEmpty
        foreach ($text in "a`n::b", "a$([char] 27)b", "a$([char] 0x202E)b", "a$([char] 0x2028)b", 'a ##vso[b]') { @(Get-Harm $text) | Should -HaveCount 1 }
        @(Get-Written { Write-Warning $evil } | ForEach-Object { Get-Harm $_ }) | Should -Not -BeNullOrEmpty
    }

    It 'in a template, wherever it stands, shows in no stream, view, finding, decision, file or picture' {
        $mutated.Count | Should -BeGreaterThan 60
        $path = Join-Path $TestDrive 'evil.json'
        $imported = 0
        $warned = 0
        $harm = foreach ($text in $mutated) {
            [IO.File]::WriteAllText($path, $text)
            $pools = @(Import-IdentityPool $path -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
            $written = (Get-Written { Import-IdentityPool $path -Verbose }) -join "`n"
            Get-Harm $written
            if ($written -match 'U\+001B') { $warned++ }
            # What was taken is shown in every way; where it was refused, the error or warning was.
            $taken = try { "$($pools | ConvertTo-IdentityPoolTemplate -Format Json -ErrorAction SilentlyContinue)" } catch { '' }
            if ($taken -match 'stop-commands') {
                $imported++
                foreach ($line in Get-WrittenOf $pools[0]) { Get-Harm $line }
            }
        }
        @($harm | Select-Object -First 10) | Should -BeNullOrEmpty
        # Some are taken, and shown; others are refused, and named.
        $imported | Should -BeGreaterThan 5
        $warned | Should -BeGreaterThan 20
    }

    It 'stays what it is in properties and in files that are read again' {
        $role = New-IdentityPoolRole Gold
        $pool = New-IdentityPool shop | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd $evil $role)
        "$($pool.RoleMappings[0].Rules[0].ClaimValue)" | Should -BeExactly $evil
        foreach ($format in 'yaml', 'json') {
            $pool | Export-IdentityPool -Path (Join-Path $TestDrive "evil2.$format")
            $read = Import-IdentityPool (Join-Path $TestDrive "evil2.$format")
            "$($read.RoleMappings[0].Rules[0].ClaimValue)" | Should -BeExactly $evil
            @(Get-Harm ([IO.File]::ReadAllText((Join-Path $TestDrive "evil2.$format")))) | Should -BeNullOrEmpty
        }
    }

    It 'in a token shows in no decision' {
        $role = New-IdentityPoolRole Gold
        $pool = New-IdentityPool shop | Add-LoginProvider -Google g |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd x $role), (New-RoleMappingRule name $evil $role), (New-RoleMappingRule tags c $role -MatchType Contains)
        $texts = foreach ($claim in @{ iss = 'https://accounts.google.com'; aud = 'g'; sub = $evil; hd = $evil; name = $evil; tags = $evil, $evil; $evil = $evil }, @{ iss = $evil; aud = $evil; sub = $evil; name = $evil; 'cognito:roles' = @($evil) }) {
            Get-Written { $pool | Resolve-IdentityPoolRole -Token (ConvertTo-Token $claim) -Verbose }
            Get-Written { $pool | Resolve-IdentityPoolRole -Provider Google -Claim $claim }
            Get-Written { $pool | Resolve-IdentityPoolRole -Provider Google -Claim $claim -CustomRoleArn $evil }
            Get-Written { $pool | Resolve-IdentityPoolRole -Provider Google -Group $evil }
            Get-Written { $pool | Resolve-IdentityPoolRole -ProviderUrl $evil -Claim $claim }
        }
        @($texts | ForEach-Object { Get-Harm $_ }) | Should -BeNullOrEmpty
        "$texts" | Should -Match 'U\+202E'
    }

    It 'in a live account shows in no stream, plan or view' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $role = New-IdentityPoolRole Gold
        $texts = Get-Written {
            $pool = New-IdentityPool live -Tag @{ team = 'a' } | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd $evil $role) |
                Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource "arn:aws:s3:::b/$evil"
            $pool | Publish-IdentityPool -PassThru
            Get-IdentityPool
            $other = New-IdentityPool live | Add-LoginProvider -Google g | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd "$evil$evil" $role)
            $other | Compare-IdentityPool -IncludeUnmanaged
            $other | Compare-IdentityPool -Prune
            $other | Publish-IdentityPool -Confirm:$false
            Get-IdentityPool | Remove-IdentityPool -Force
            $session.Sandbox.Calls
            # As from a job. Of objects of several types in one output, the engine shows all but those of the first one by itself.
            foreach ($object in $pool, $pool.RoleMappings[0], $pool.RoleMappings[0].Rules[0], $pool.Roles[0], $pool.AuthenticatedRole.Statements[0]) {
                $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($object, 2))
                $copy | Out-String -Width 300
                $copy | Format-List | Out-String -Width 300
            }
        }
        @($texts | ForEach-Object { Get-Harm $_ }) | Should -BeNullOrEmpty
        "$texts" | Should -Match 'U\+202E'
    }

    It 'in an argument shows in no error, whichever parameter it is of' {
        $null = Connect-IdentityPool -Sandbox -PassThru
        Push-Location $TestDrive
        $metadata = $env:AWS_EC2_METADATA_DISABLED
        $env:AWS_EC2_METADATA_DISABLED = 'true'
        $common = [System.Management.Automation.Internal.CommonParameters].GetProperties().Name + [System.Management.Automation.Internal.ShouldProcessParameters].GetProperties().Name
        $seen = 0
        $harm = foreach ($command in Get-Command -Module IdentityPool | Where-Object Name -NE 'Disconnect-IdentityPool') {
            foreach ($set in $command.ParameterSets) {
                foreach ($parameter in $set.Parameters | Where-Object { $_.Name -notin $common -and $_.ParameterType -notin [switch], [int], [long], [pscredential], [securestring] -and -not $_.ParameterType.IsEnum }) {
                    $arguments = @{}
                    foreach ($mandatory in $set.Parameters | Where-Object { $_.IsMandatory -or $_.Name -eq $parameter.Name }) {
                        $arguments[$mandatory.Name] = switch ($mandatory.ParameterType) {
                            { $_ -eq [IdentityPools.IdentityPool] } { $rich }
                            { $_ -eq [switch] } { $true }
                            { $_ -eq [hashtable] -or $_ -eq [System.Collections.IDictionary] } { @{ $evil = $evil } }
                            { $_.Name -eq 'ChoiceArgument`1' } { $parameter.Name -eq $mandatory.Name ? $evil : [Enum]::GetValues($_.GetGenericArguments()[0])[0] }
                            default { $evil }
                        }
                    }
                    $records = try { $ErrorActionPreference = 'Continue'; & $command @arguments 2>&1 3>&1 } catch { $_ }
                    # What the binder says is the engine's own sentence.
                    foreach ($record in $records | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] -or $_.Exception -isnot [System.Management.Automation.ParameterBindingException] }) {
                        if ($record -is [System.Management.Automation.ErrorRecord]) { $seen++ }
                        foreach ($line in Get-Shown $record) { Get-Harm $line | ForEach-Object { "$command -$($parameter.Name): $_" } }
                    }
                }
            }
        }
        Pop-Location
        $env:AWS_EC2_METADATA_DISABLED = $metadata
        @($harm | Select-Object -First 10) | Should -BeNullOrEmpty
        $seen | Should -BeGreaterThan 40
    }

    It 'in a path shows in no error' {
        $name = "evil`n##[stop]$([char] 27)[2J$([char] 0x202E)"
        $file = [IO.Path]::Combine($TestDrive, "$name.yaml")
        # One that ends its line would keep the next from being run.
        $texts = @(
            { Import-IdentityPool -LiteralPath $file }
            { Import-IdentityPool -LiteralPath "$evil/x.yaml" }
            { Import-IdentityPool -Path "$TestDrive/$name*" }
            { $rich | Export-IdentityPool -Path ([IO.Path]::Combine($TestDrive, $name, 'x.yaml')) }
            { $rich | Export-IdentityPool -Path "$name.none" }
            { New-SamlProvider Office -MetadataPath $file }
            { ConvertTo-IdentityPoolSarif -Finding @() -TemplatePath $file }
        ) | ForEach-Object { Get-Written $_ }
        @($texts | ForEach-Object { Get-Harm $_ }) | Should -BeNullOrEmpty
        "$texts" | Should -Match 'U\+202E'
    }
}

Describe 'A message' {
    It 'is a sentence of the resources, or a line that is shown safely; a record is made in one place' {
        filter Find-Line([string] $Pattern) {
            $number = 0
            foreach ($line in [IO.File]::ReadAllLines($_.FullName)) {
                $number++
                if ($line -cmatch $Pattern) { "$($_.Name):$number" }
            }
        }

        $sources = Get-ChildItem "$PSScriptRoot/../src/IdentityPool" -Filter *.cs -Recurse | Where-Object FullName -NotMatch '[\\/]obj[\\/]'
        $sources.Count | Should -BeGreaterThan 80
        $raw = $sources | Find-Line '(Write(Warning|Verbose|Debug|Information|WarningLine|Line)|Should(Process|Continue))\(\s*(\$"|string\.|"[^"]*" \+)'
        $records = $sources | Where-Object Name -NE ErrorRecords.cs | Find-Line 'new ErrorRecord\('
        $formatted = 'IdentityPool.Core', 'IdentityPool.Adapters', 'IdentityPool.Sandbox', 'IdentityPool' |
            ForEach-Object { Get-ChildItem "$PSScriptRoot/../src/$_" -Filter *.cs -Recurse } |
            Where-Object { $_.FullName -notmatch '[\\/]obj[\\/]' -and $_.Name -ne 'MessageText.cs' } | Find-Line 'string\.Format\('
        @($raw) + @($records) + @($formatted) | Should -BeNullOrEmpty
    }
}

Describe 'A view' {
    BeforeAll {
        $views = Get-ChildItem "$PSScriptRoot/../out/IdentityPool" -Filter *.Format.ps1xml | ForEach-Object { [xml] [IO.File]::ReadAllText($_.FullName) } | ForEach-Object { $_.SelectNodes('//View') }
    }

    It 'shows of an object what is safe to show, its trees and what is no text' {
        # Counts, words and times of ours.
        $own = '^\$_\.\w+\.Count( -gt 0)?$', '^if \(\$_\.\w+( -eq \$false)?\)', '^switch \(\$_\.\w+\.ToString\(\)\)', "^'\{0:HH:mm:ss(\.fff)?\}Z?' -f \`$_\.(Time|Expiration\.UtcDateTime)$", '^\$_\.Sandbox\.AccountId$',
        '^if \(\$_\.Effect\.ToString\(\)', '^@\(\$_\.Trace \| '
        $raw = foreach ($view in $views) {
            foreach ($name in $view.SelectNodes('.//PropertyName') | ForEach-Object InnerText) { if ($name -notin 'ViewTree', 'HasChildren', 'Children') { "$($view.Name): $name" } }
            foreach ($block in $view.SelectNodes('.//ScriptBlock') | ForEach-Object InnerText) {
                if ($block -notmatch '\$_\.View\.Shown\.' -and -not ($own | Where-Object { $block -match $_ }) -and $block -ne '$_') { "$($view.Name): $block" }
            }
        }
        @($raw) | Should -BeNullOrEmpty
    }

    It 'is there as a table and as a list for every type that has a safe form' {
        $types = ([xml] [IO.File]::ReadAllText("$PSScriptRoot/../out/IdentityPool/IdentityPool.Types.ps1xml")).SelectNodes("//Type[Members/MemberSet/Name='View']/Name") | ForEach-Object InnerText | Where-Object { $_ -notlike 'Deserialized.*' }
        @($types).Count | Should -BeGreaterThan 20
        foreach ($control in 'TableControl', 'ListControl') {
            # What is shown as one word has no columns.
            $shown = $views | Where-Object { $_.SelectSingleNode($control) -or $_.SelectSingleNode('OutOfBand') } | ForEach-Object { $_.SelectNodes('ViewSelectedBy/TypeName') } | ForEach-Object InnerText
            @($types | Where-Object { $_ -notin $shown }) | Should -BeNullOrEmpty -Because $control
        }
    }
}

BeforeDiscovery {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force

    # What commands emit and what hangs off it, as far as it is ours; enumerations are words.
    function Get-ShownType {
        $seen = @{}
        $open = [System.Collections.Generic.Queue[type]]::new()
        Get-Command -Module IdentityPool | ForEach-Object { $_.OutputType.Type } | Where-Object { $_ } | ForEach-Object { $open.Enqueue($_) }
        while ($open.Count -gt 0) {
            $type = $open.Dequeue()
            if ($type.IsGenericType) {
                $type.GetGenericArguments() | ForEach-Object { $open.Enqueue($_) }
            }
            elseif ($type.Namespace -eq 'IdentityPools' -and -not $type.IsEnum -and -not $seen.ContainsKey($type.Name)) {
                $seen[$type.Name] = $true
                $type.GetProperties() | ForEach-Object { $open.Enqueue($_.PropertyType) }
            }
        }

        $seen.Keys | Sort-Object | ForEach-Object { @{ Type = $_ } }
    }

    $types = @(Get-ShownType)
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $rendering = $PSStyle.OutputRendering
    $escape = "$([char] 27)["

    $long = 'engineering-' * 10
    $secret = 'S3cret-Consumer-Value'
    $twitter = [pscredential]::new('twitterkey', (ConvertTo-SecureString $secret -AsPlainText -Force))
    $userPool = New-UserPool customers -Tag @{ team = 'shop' }
    $client = New-UserPoolClient web -CallbackUrl https://shop.example/callback -AllowedOAuthFlow code -AllowedOAuthScope openid
    $gold = New-IdentityPoolRole Gold -Description 'Those who pay'
    $partner = New-OpenIdConnectProvider https://login.shop.example -ClientId web
    $far = 'arn:aws:iam::123456789012:role/team/storefront/AnExistingRoleWhoseNameIsVeryLongIndeed'
    $pool = New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'storefront' } |
        Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com -Twitter $twitter |
        Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient 1example23456789 |
        Add-UserPoolAuthentication $userPool -UserPoolClient $client |
        Add-OpenIdConnectProvider $partner |
        Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Office |
        Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -Rule @(
            New-RoleMappingRule custom:tier gold $gold
            New-RoleMappingRule custom:tier go $far -MatchType StartsWith
            New-RoleMappingRule custom:department $long $gold -MatchType Contains
        ) |
        Add-RoleMapping -UserPool $userPool -UseToken -ResolveAmbiguousRoles |
        Add-PrincipalTag -UserPool eu-west-1_Ab1Cd2Ef3 -Tag @{ department = 'custom:department'; tier = 'custom:tier'; region = 'custom:region' } |
        Add-PrincipalTag -Provider Google -UseDefaults |
        Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access ReadWrite -Resource arn:aws:s3:::shop-uploads -PerIdentity |
        Grant-IdentityPoolAccess -Role Unauthenticated -Action s3:* -Resource arn:aws:s3:::shop-pictures/* |
        Add-IdentityPoolSuppression -RuleId GuestAccess -Reason "Visitors of the kiosk have no account: $long"
    $function = New-IdentityPool @{ 'Fn::Sub' = '${AWS::StackName}-shop-of-the-whole-company-and-its-partners' } -AuthenticatedRole @{ 'Fn::ImportValue' = 'RoleArnOfUsers' } |
        Add-UserPoolAuthentication -UserPool @{ 'Fn::ImportValue' = 'UserPoolIdOfTheSharedDirectory' } -UserPoolClient @{ 'Fn::ImportValue' = 'ClientIdOfTheSharedDirectory' }

    $real = Connect-IdentityPool -Region eu-west-1 -EndpointUrl https://aws.example:8443/ -PassThru
    $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
    $before = New-IdentityPool live -AllowUnauthenticatedIdentities | Add-LoginProvider -Facebook 1 -Google g -Amazon amzn1.application-oa2-client.0123456789 |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::shop/* |
        Add-PrincipalTag -Provider Google -UseDefaults
    $live = $before | Publish-IdentityPool -PassThru
    $changes = New-IdentityPool live -AllowUnauthenticatedIdentities:$false -AuthenticatedRole (New-IdentityPoolRole) | Add-LoginProvider -Facebook 2 -Apple com.shop.web -Google g | Compare-IdentityPool -IncludeUnmanaged
    $decision = $pool | Resolve-IdentityPoolRole -Claim @{ 'custom:tier' = 'gold' } -UserPool eu-west-1_Ab1Cd2Ef3
    $denied = $pool | Resolve-IdentityPoolRole -Claim @{ 'custom:tier' = 'Gold' } -UserPool eu-west-1_Ab1Cd2Ef3

    $samples = @{
        FindingControl         = ($pool | Get-IdentityPoolFinding -IncludeSuppressed).Controls
        FindingSuppression     = $pool.Suppressions
        IdentityPool           = $pool, $function, $live, (New-IdentityPool)
        IdentityPoolChange     = $changes
        IdentityPoolCredential = $live | Get-IdentityPoolCredential
        IdentityPoolFinding    = $pool | Get-IdentityPoolFinding -IncludeSuppressed
        IdentityPoolRole       = @($pool.Roles) + $live.AuthenticatedRole + $function.AuthenticatedRole
        IdentityPoolSession    = $session, $real
        ISandbox               = $session.Sandbox
        LoginProvider          = $pool.LoginProviders
        OpenIdConnectProvider  = $partner, [IdentityPools.OpenIdConnectProvider] 'arn:aws:iam::123456789012:oidc-provider/login.partner.example'
        PolicyStatement        = @($pool.Roles.Statements) + (New-PolicyStatement -Effect Deny -Action iam:*, sts:* -Resource 'arn:aws:iam::123456789012:role/a', 'arn:aws:iam::123456789012:role/b')
        PrincipalTagMapping    = $pool.PrincipalTags
        ProviderSecret         = $pool.LoginProviders.Secret
        RoleCoverage           = $pool | Resolve-IdentityPoolRole -Coverage
        RoleDecision           = $decision, $denied, ($pool | Resolve-IdentityPoolRole -Guest)
        RoleDecisionNote       = $denied.Notes
        RoleMapping            = $pool.RoleMappings
        RoleMappingRule        = $pool.RoleMappings.Rules
        RoleTraceEntry         = $decision.Trace
        SamlProvider           = $pool.SamlProviders
        SandboxCall            = $session.Sandbox.Calls
        TemplateValue          = $pool.Name, $function.Name
        UserPool               = $userPool, [IdentityPools.UserPool] 'eu-west-1_Ab1Cd2Ef3'
        UserPoolAuthentication = @($pool.UserPools) + $function.UserPools
        UserPoolGroup          = (New-UserPoolGroup admins -Role (New-IdentityPoolRole Admin) -Precedence 1 -Description 'Run the shop'), (New-UserPoolGroup all)
        UserPoolClient         = $client, [IdentityPools.UserPoolClient] '1example23456789'
    }

    # What is on the screen, without what a host strips.
    function Get-Shown([object[]] $Object, [string] $Shape = 'Default', [int] $Width = 100) {
        $text = switch ($Shape) {
            'Default' { $Object | Out-String -Width $Width }
            'Table' { $Object | Format-Table | Out-String -Width $Width }
            'List' { $Object | Format-List | Out-String -Width $Width }
            'Custom' { $Object | Format-Custom | Out-String -Width $Width }
        }

        $text -replace '\e\[[0-9;]*m'
    }

    function Get-Line([string] $Text) {
        $Text -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
    }
}

AfterAll {
    Disconnect-IdentityPool
    $PSStyle.OutputRendering = $rendering
}

Describe 'Every type that is shown' {
    It 'was found' {
        $samples.Count | Should -BeGreaterThan 20
    }

    It '<Type> has a sample here' -ForEach $types {
        $samples.ContainsKey($Type) | Should -BeTrue
        @($samples[$Type] | Where-Object { $null -ne $_ }).Count | Should -BeGreaterThan 0
    }

    It '<Type> fits into 100 columns and 80, and shows values in place of types' -ForEach $types {
        foreach ($shape in 'Default', 'Table', 'List', 'Custom') {
            foreach ($width in 100, 80) {
                $lines = @(Get-Line (Get-Shown $samples[$Type] $shape $width))
                $lines.Count | Should -BeGreaterThan 0 -Because "$shape of $Type"
                foreach ($line in $lines) {
                    $line.Length | Should -BeLessOrEqual $width -Because "$shape of $Type shows '$line'"
                    $line | Should -Not -Match 'IdentityPools\.[A-Z]|System\.[A-Z]|^class |ViewTree|EqualityContract|IsLiteral|#ERR' -Because "$shape of $Type"
                }
            }
        }
    }

    It '<Type> has all columns of its table at 80 columns' -ForEach $types {
        $wide = @(Get-Line (Get-Shown $samples[$Type] 'Table' 200))
        $narrow = @(Get-Line (Get-Shown $samples[$Type] 'Table' 80))
        $header = { param($lines) $rule = @($lines | Where-Object { $_ -match '^[- ]+$' }); if ($rule.Count) { @($rule[0].Trim() -split '\s+').Count } else { 0 } }
        & $header $narrow | Should -Be (& $header $wide)
    }

    It '<Type> is what it was for scripts: nothing of the views is written down' -ForEach $types {
        $first = @($samples[$Type])[0]
        $first | Select-Object -Property * | ForEach-Object { $_.PSObject.Properties.Name } | Should -Not -Contain 'ViewTree'
        $first | Format-List -Property * | Out-String -Width 200 | Should -Not -Match 'ViewTree|ViewNode'
    }

    It '<Type> never shows a secret' -ForEach $types {
        foreach ($shape in 'Default', 'Table', 'List', 'Custom') {
            $text = Get-Shown $samples[$Type] $shape 9999
            $text | Should -Not -Match $secret
            $text | Should -Not -Match 'SecureString|SecretAccessKey|SessionToken|PSCredential'
        }
    }
}

Describe 'A list' {
    It 'has every rule on a line, in order' {
        $lines = Get-Line (Get-Shown $pool.RoleMappings[1] 'List')
        ($lines -join "`n") | Should -Match 'Rules +: 1\. custom:tier Equals gold -> Gold\n +2\. custom:tier StartsWith go'
    }

    It 'has every action on a line, however many there are' {
        $text = Get-Shown $pool.AuthenticatedRole.Statements[1] 'List'
        foreach ($action in $pool.AuthenticatedRole.Statements[1].Actions) { $text | Should -Match ([regex]::Escape("$action") + '\s') }
        $text | Should -Not -Match '…'
    }

    It 'names all roles of a pool' {
        $text = Get-Shown $pool 'List'
        foreach ($role in $pool.Roles | Where-Object IsManaged) { $text | Should -Match "(?m)[: ] $role\s*$" }
    }

    It 'stays readable with every property' {
        $pool | Format-List -Property * | Out-String -Width 100 | Should -Not -Match 'IdentityPools\.'
        $live.AuthenticatedRole | Format-List -Property * | Out-String -Width 100 | Should -Not -Match 'IdentityPools\.'
    }
}

Describe 'A tree' {
    It 'shows providers, mappings with rules in order, and roles with what they may do' {
        $text = (Get-Line (Get-Shown $pool 'Custom')) -join "`n"
        $text | Should -Match '^shop\n  AllowUnauthenticatedIdentities: True\n'
        $text | Should -Match '\n  Providers\n    customers \(web\)\n'
        $text | Should -Match '\n    user pool eu-west-1_Ab1Cd2Ef3, client 1example23456789\n      1\. custom:tier Equals gold -> Gold\n      2\. custom:tier StartsWith'
        $text | Should -Match '\n    user pool customers, client web\n      Type: Token\n      AmbiguousRoleResolution: AuthenticatedRole\n'
        $text | Should -Match '\n    Authenticated \(AuthenticatedRole\)\n      Allow s3:ListBucket on'
        $text | Should -Match '\n    Unauthenticated \(UnauthenticatedRole\)\n      Allow s3:\* on arn:aws:s3:::shop-pictures/\*'
    }

    It 'goes on under its own beginning where a line is too long' {
        $lines = Get-Line (Get-Shown $pool 'Custom' 80)
        $first = [array]::FindIndex([string[]] $lines, [Predicate[string]] { $args[0] -match '^      3\. custom:department' })
        $lines[$first + 1] | Should -Match '^          \S'
    }

    It 'marks the rule that decided' {
        $text = Get-Shown $decision 'Custom'
        $text | Should -Match '(?m)^Gold \(Rule 1\)\.'
        $text | Should -Match '(?m)^  \* 1\. custom:tier'
        $text | Should -Match '(?m)^    2\. custom:tier'
    }

    It 'tells what to do about a finding' {
        $finding = $samples.IdentityPoolFinding | Where-Object RuleId -EQ GuestWildcardAction
        $text = Get-Shown $finding 'Custom' 200
        $text | Should -Match '(?m)^Error GuestWildcardAction: '
        $text | Should -Match '(?m)^  Remedy: '
    }
}

Describe 'Changes' {
    It 'read like a diff: sign, path, before and after' {
        $lines = Get-Line (Get-Shown $changes)
        $lines[0] | Should -Be '   IdentityPool: live'
        $lines | Should -Contain '~ AllowUnauthenticatedIdentities: true -> false'
        $lines | Should -Contain '+ LoginProviders[appleid.apple.com] = com.shop.web'
        $lines | Should -Contain '~ LoginProviders[graph.facebook.com]: 1 -> 2'
        $lines | Should -Contain '= LoginProviders[www.amazon.com]: -Prune removes it'
        @($lines -match '^- Roles\[Authenticated\]\.Statements').Count | Should -Be 1
    }

    It 'have a sign in the table, too' {
        $text = Get-Shown $changes 'Table'
        foreach ($sign in '\+ +LoginProviders', '~ +AllowUn', '- +Roles', '= +LoginProviders') { $text | Should -Match "(?m)^$sign" }
    }

    It 'show of a document the lines that differ and a few around them' {
        $untagged = New-IdentityPool live -AllowUnauthenticatedIdentities | Add-LoginProvider -Facebook 1 -Google g -Amazon amzn1.application-oa2-client.0123456789 |
            Compare-IdentityPool -Prune | Where-Object Path -Match 'TrustPolicy'
        $text = (Get-Line (Get-Shown $untagged)) -join "`n"
        $text | Should -Match '(?m)^~ Roles\[Authenticated\]\.TrustPolicy$'
        $text | Should -Match '(?m)^  -  +"sts:TagSession"$'
        $text | Should -Match '(?m)^    \.\.\.$'
        $text | Should -Not -Match '2012-10-17'
    }
}

Describe 'Colour' {
    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'is the one of the session, beside words and signs' {
        $PSStyle.OutputRendering = 'Ansi'
        $text = $changes | Out-String -Width 100
        $text.Contains("$($PSStyle.Foreground.Green)+ LoginProviders[appleid.apple.com] = com.shop.web$($PSStyle.Reset)") | Should -BeTrue
        $text.Contains("$($PSStyle.Foreground.Yellow)~ AllowUn") | Should -BeTrue
        $text.Contains("$($PSStyle.Foreground.Red)- Roles[Authenticated].Statements") | Should -BeTrue
        $text.Contains("$($PSStyle.Dim)= LoginProviders") | Should -BeTrue
    }

    It 'follows what the user made of it' {
        $PSStyle.OutputRendering = 'Ansi'
        $known = $PSStyle.Formatting.Error
        try {
            $PSStyle.Formatting.Error = "$($escape)38;5;208m"
            ($samples.IdentityPoolFinding | Out-String -Width 100).Contains("$($escape)38;5;208mError$($PSStyle.Reset)") | Should -BeTrue
            ($denied | Out-String -Width 100).Contains("$($escape)38;5;208mDenied$($PSStyle.Reset)") | Should -BeTrue
        }
        finally {
            $PSStyle.Formatting.Error = $known
        }
    }

    It 'does not move columns' {
        $PSStyle.OutputRendering = 'Ansi'
        $coloured = ($samples.IdentityPoolFinding | Format-Table | Out-String -Width 100) -replace '\e\[[0-9;]*m'
        $PSStyle.OutputRendering = 'PlainText'
        $plain = ($samples.IdentityPoolFinding | Format-Table | Out-String -Width 100) -replace '\e\[[0-9;]*m'
        (Get-Line $coloured) | Should -Be (Get-Line $plain)
    }

    It 'is gone where the host shows plain text' {
        $PSStyle.OutputRendering = 'PlainText'
        foreach ($type in $samples.Keys) {
            foreach ($shape in 'Table', 'List', 'Custom') {
                $shown = switch ($shape) {
                    'Table' { $samples[$type] | Format-Table | Out-String -Width 100 }
                    'List' { $samples[$type] | Format-List | Out-String -Width 100 }
                    'Custom' { $samples[$type] | Format-Custom | Out-String -Width 100 }
                }

                $shown.Contains($escape) | Should -BeFalse -Because "$shape of $type"
            }
        }
    }
}

Describe 'From a job or another session' {
    It 'changes are whole, with the right sign' -ForEach @(@{ Depth = 1 }, @{ Depth = 2 }) {
        $text = [System.Management.Automation.PSSerializer]::Serialize($changes, $Depth)
        $copies = [System.Management.Automation.PSSerializer]::Deserialize($text)
        $shown = Get-Line (Get-Shown $copies)
        $shown | Should -Contain '+ LoginProviders[appleid.apple.com] = com.shop.web'
        $shown | Should -Contain '~ AllowUnauthenticatedIdentities: true -> false'
        Get-Shown $copies 'Table' | Should -Match '(?m)^\+ +LoginProviders\[appleid'
    }
}

Describe 'A column' {
    It 'holds the longest rule ID on one line' {
        $ids = ([System.Management.Automation.CommandCompletion]::CompleteInput('Get-IdentityPoolFinding -RuleId ', 32, $null)).CompletionMatches.CompletionText
        @($ids).Count | Should -BeGreaterThan 40
        $longest = ($ids | Measure-Object -Property Length -Maximum).Maximum
        $columns = foreach ($type in 'IdentityPools.IdentityPoolFinding', 'IdentityPools.FindingSuppression') {
            foreach ($table in (Get-FormatData -TypeName $type).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }) {
                $table.Headers | Where-Object Label -EQ RuleId
            }
        }
        @($columns) | Should -HaveCount 2
        foreach ($column in $columns) { $column.Width | Should -BeGreaterOrEqual $longest }
    }

    It 'shows a finding with the longest ID whole, at 80 columns and at 120' {
        $pool = New-IdentityPool shop -AuthenticatedRole (New-IdentityPoolRole Authenticated -MaxSessionDuration 43200)
        $found = $pool | Get-IdentityPoolFinding -RuleId SessionDurationPointless
        foreach ($width in 80, 120) { $found | Format-Table | Out-String -Width $width | Should -Match '(?m)^\S+\s+SessionDurationPointless ' }
    }

    It 'of words holds the longest of them' {
        $narrow = foreach ($view in Get-FormatData -TypeName IdentityPools.*) {
            $type = $view.TypeNames[0].Split('#')[0] -as [type]
            foreach ($table in $view.FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }) {
                for ($i = 0; $i -lt $table.Headers.Count; $i++) {
                    $entry = "$($table.Rows[0].Columns[$i].DisplayEntry.Value)"
                    if ($type -and $entry -match '^\$_\.(?:View\.Shown\.)?(\w+)$' -and ($property = $type.GetProperty($Matches[1]))) {
                        $words = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
                        if ($words.IsEnum -and $table.Headers[$i].Width -gt 0) {
                            $longest = ([Enum]::GetNames($words) | Measure-Object -Property Length -Maximum).Maximum
                            if ($table.Headers[$i].Width -lt $longest) { "$type.$($property.Name): $($table.Headers[$i].Width) of $longest" }
                        }
                    }
                }
            }
        }
        @($narrow) | Should -BeNullOrEmpty
    }
}

Describe 'A policy document in a list' {
    It 'is indented, and stays one line for scripts' {
        $role = New-IdentityPoolRole Admin
        $role.TrustPolicy | Should -Not -Match "`n"
        $lines = @(($role | Format-List | Out-String -Width 100) -split '\r?\n')
        $start = @($lines -match '^TrustPolicy +: \{$')
        $start | Should -HaveCount 1
        $text = "$(@($lines | Select-Object -Skip $lines.IndexOf($start[0])) -join "`n")" -replace '^TrustPolicy +: '
        ($text | ConvertFrom-Json -AsHashtable).Statement[0].Action | Should -Be 'sts:AssumeRoleWithWebIdentity'
        # Under the brace, as JSON is indented.
        @($lines -match '^ {28}"Action": "sts:AssumeRoleWithWebIdentity",$') | Should -HaveCount 1
    }

    It 'is a condition, too' {
        $shown = New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ Bool = @{ 'aws:SecureTransport' = 'true' } } | Format-List | Out-String -Width 100
        $shown | Should -Match '(?m)^Condition +: \{$'
        $shown | Should -Match '(?m)^ +"aws:SecureTransport": "true"$'
    }
}

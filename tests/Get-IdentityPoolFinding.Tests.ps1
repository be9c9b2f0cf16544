BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
    $role = 'arn:aws:iam::123456789012:role'
    $table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'

    function Get-Refusal([scriptblock] $Action) {
        try { $null = . $Action } catch { return $_ }
        throw 'Nothing was refused.'
    }

    function Get-RuleId($Pool, [hashtable] $Parameters = @{}) {
        @($Pool | Get-IdentityPoolFinding @Parameters | ForEach-Object RuleId)
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Get-IdentityPoolFinding' {
    BeforeAll {
        $guests = New-IdentityPool shop -AllowUnauthenticatedIdentities -AllowClassicFlow |
            Grant-IdentityPoolAccess -Role Unauthenticated -Action 's3:*' -Resource '*'
    }

    It 'finds nothing in a plain pool' {
        New-IdentityPool shop | Get-IdentityPoolFinding | Should -BeNullOrEmpty
    }

    It 'tells rule, severity, target, what is wrong and what to do' {
        $finding = @($guests | Get-IdentityPoolFinding -RuleId GuestAccess)
        $finding | Should -HaveCount 1
        $finding[0] | Should -BeOfType IdentityPools.IdentityPoolFinding
        "$($finding[0].Severity)" | Should -Be 'Warning'
        $finding[0].Target | Should -Be 'shop'
        $finding[0].Message | Should -Match 'unauthenticated identities'
        $finding[0].Remedy | Should -Match 'New-IdentityPool'
        "$($finding[0].HelpUri)" | Should -BeLike 'https://docs.aws.amazon.com/*'
        $finding[0].Suppression | Should -BeNullOrEmpty
        $finding[0].Pool.Name | Should -Be 'shop'
    }

    It 'tells the gravest first' {
        $severities = @($guests | Get-IdentityPoolFinding | ForEach-Object { [int] $_.Severity })
        ($severities | Sort-Object -Descending) -join ',' | Should -Be ($severities -join ',')
    }

    It 'tells <Severity> and worse' -ForEach @(
        @{ Severity = 'Information'; Least = 0 }
        @{ Severity = 'Warning'; Least = 1 }
        @{ Severity = 'Error'; Least = 2 }
    ) {
        $pool = $guests | Grant-IdentityPoolAccess -Role Unauthenticated -Action 'athena:GetWorkGroup' -Resource '*'
        $all = @($pool | Get-IdentityPoolFinding)
        $told = @($pool | Get-IdentityPoolFinding -Severity $Severity)
        $told.Count | Should -BeGreaterThan 0
        $told | Should -HaveCount @($all | Where-Object { [int] $_.Severity -ge $Least }).Count
    }

    It 'asks the rules that are named, in any letters, and not those that are excluded' {
        Get-RuleId $guests @{ RuleId = 'guestaccess', 'ClassicFlow' } | Sort-Object | Should -Be 'ClassicFlow', 'GuestAccess'
        Get-RuleId $guests @{ RuleId = 'GuestAccess', 'ClassicFlow'; ExcludeRuleId = 'classicflow' } | Should -Be 'GuestAccess'
        Get-RuleId $guests @{ ExcludeRuleId = 'GuestAccess' } | Should -Not -Contain 'GuestAccess'
        Get-RuleId $guests @{ RuleId = 'GuestAccess'; ExcludeRuleId = 'GuestAccess' } | Should -BeNullOrEmpty
    }

    It 'refuses a rule that there is not, and names those that there are, before any pool is looked at' -ForEach @(
        @{ Parameters = @{ RuleId = 'Guests' } }
        @{ Parameters = @{ ExcludeRuleId = 'GuestAccess', 'Guests' } }
    ) {
        $refusal = Get-Refusal { $guests | Get-IdentityPoolFinding @Parameters }
        $refusal.FullyQualifiedErrorId | Should -Be 'UnknownRule,IdentityPools.Commands.GetIdentityPoolFindingCommand'
        $refusal.Exception.Message | Should -Match 'GuestAccess'
        $refusal.Exception.Message | Should -Match 'WritableTag'
    }

    It 'takes several pools' {
        $names = @($guests, (New-IdentityPool other -AllowUnauthenticatedIdentities) | Get-IdentityPoolFinding -RuleId GuestAccess | ForEach-Object { $_.Pool.Name })
        $names | Should -Be 'shop', 'other'
    }

    It 'leaves out what is accepted, and tells it with the reason when asked' {
        $accepted = $guests | Add-IdentityPoolSuppression GuestAccess 'a public map'
        Get-RuleId $accepted | Should -Not -Contain 'GuestAccess'
        $finding = @($accepted | Get-IdentityPoolFinding -RuleId GuestAccess -IncludeSuppressed)
        $finding | Should -HaveCount 1
        $finding[0].Suppression | Should -Be 'a public map'
    }

    It 'completes the names of rules' {
        $text = 'Get-IdentityPoolFinding -RuleId Guest'
        $found = @([System.Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches.CompletionText)
        $found | Should -Contain 'GuestAccess'
        $found | Should -Contain 'GuestWithoutRole'
        $found | Should -Not -Contain 'ClassicFlow'
    }

    It 'finds in a template what it finds in the definition' {
        $file = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).yaml"
        try {
            $guests | Export-IdentityPool -LiteralPath $file
            (Get-RuleId (Import-IdentityPool -LiteralPath $file)) -join ',' | Should -Be ((Get-RuleId $guests) -join ',')
        }
        finally {
            Remove-Item -LiteralPath $file -ErrorAction Ignore
        }
    }
}

Describe 'Get-IdentityPoolFinding of a reference' {
    It 'does not call safe what nobody read' {
        { Get-IdentityPool -AsReference -Id 'eu-west-1:11111111-2222-3333-4444-555555555555' | Get-IdentityPoolFinding } | Should -Throw -ErrorId 'PoolIsReference,*'
    }
}

Describe 'Get-IdentityPoolFinding with a session' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
    }

    It 'calls nobody unless a session is named' {
        $session.Sandbox.ClearCalls()
        New-IdentityPool shop -AuthenticatedRole "$role/Gone" -AllowUnauthenticatedIdentities | Get-IdentityPoolFinding | Should -Not -BeNullOrEmpty
        New-IdentityPool shop | Test-IdentityPool | Should -BeTrue
        @($session.Sandbox.Calls) | Should -HaveCount 0
    }

    It 'changes nothing in the account' {
        $session.Sandbox.ClearCalls()
        $null = New-IdentityPool shop -AuthenticatedRole "$role/Gone" | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web | Get-IdentityPoolFinding -Session $session
        @($session.Sandbox.Calls).Count | Should -BeGreaterThan 0
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -HaveCount 0
    }

    It 'finds a role that is gone, and spares one that is there' {
        $session.Sandbox.AddRole("$role/There")
        $options = @{ RuleId = 'RoleGone'; Session = $session }
        Get-RuleId (New-IdentityPool shop -AuthenticatedRole "$role/Gone") $options | Should -Be 'RoleGone'
        Get-RuleId (New-IdentityPool shop -AuthenticatedRole "$role/There") $options | Should -BeNullOrEmpty
    }

    It 'finds a client that is gone, and of a user pool that is not in the account does not know' {
        $options = @{ RuleId = 'UserPoolGone'; Session = $session }
        Get-RuleId (New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web -UserPoolClient web) $options | Should -BeNullOrEmpty
        Get-RuleId (New-IdentityPool shop | Add-UserPoolAuthentication -UserPool $web -UserPoolClient other) $options | Should -Be 'UserPoolGone'
        Get-RuleId (New-IdentityPool shop | Add-UserPoolAuthentication -UserPool eu-west-1_Gone11111 -UserPoolClient web) $options | Should -BeNullOrEmpty
        Get-RuleId (New-IdentityPool shop | Add-UserPoolAuthentication -UserPool eu-west-1_Gone11111 -UserPoolClient web) @{ RuleId = 'UserPoolElsewhere'; Session = $session } |
            Should -Be 'UserPoolElsewhere'
    }

    It 'knows whether anyone can sign up' {
        $pool = New-IdentityPool shop |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Grant-IdentityPoolAccess -Role Authenticated -Action 'dynamodb:GetItem' -Resource $table
        Get-RuleId $pool @{ RuleId = 'SelfSignUp' } | Should -BeNullOrEmpty
        Get-RuleId $pool @{ RuleId = 'SelfSignUp'; Session = $session } | Should -Be 'SelfSignUp'
    }

    It 'knows that a client without list writes no custom attribute' {
        $pool = New-IdentityPool shop |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-RoleMapping -UserPool $web -Rule (New-RoleMappingRule 'custom:tier' gold "$role/Gold")
        Get-RuleId $pool @{ RuleId = 'WritableClaim' } | Should -Be 'WritableClaim'
        Get-RuleId $pool @{ RuleId = 'WritableClaim'; Session = $session } | Should -BeNullOrEmpty
    }

    It 'reads the trust policy of a role that is there: <Name>' -ForEach @(
        @{ Name = 'any pool of a region'; Condition = '{ "StringLike": { "cognito-identity.amazonaws.com:aud": "eu-west-1:*" }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } }'; Expected = 'TrustAdmitsOtherPools' }
        @{ Name = 'another pool'; Condition = '{ "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:12345678-1234-1234-1234-123456789012" }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } }'; Expected = 'TrustRefusesPool' }
        @{ Name = 'guests'; Condition = '{ "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:12345678-1234-1234-1234-123456789012" } }'; Expected = 'TrustAdmitsGuests', 'TrustRefusesPool' }
    ) {
        $session.Sandbox.AddRole("$role/Seen", "{ `"Version`": `"2012-10-17`", `"Statement`": [{ `"Effect`": `"Allow`", `"Principal`": { `"Federated`": `"cognito-identity.amazonaws.com`" }, `"Action`": `"sts:AssumeRoleWithWebIdentity`", `"Condition`": $Condition }] }")
        $pool = New-IdentityPool shop -AuthenticatedRole "$role/Seen"
        Get-RuleId $pool | Should -BeNullOrEmpty
        Get-RuleId $pool @{ Session = $session } | Sort-Object | Should -Be $Expected
    }

    It 'finds nothing in what was published plainly' {
        $pool = New-IdentityPool shop | Grant-IdentityPoolAccess -Role Authenticated -Action 's3:GetObject' -Resource 'arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*' | Publish-IdentityPool -PassThru
        $pool | Get-IdentityPoolFinding -Session $session | Should -BeNullOrEmpty
        Get-IdentityPool | Get-IdentityPoolFinding | Should -BeNullOrEmpty
    }

    It 'warns of what it may not read, and goes on' {
        $session.Sandbox.AddRole("$role/Closed")
        $session.Sandbox.DenyAction('iam:GetRole')
        $pool = New-IdentityPool shop -AuthenticatedRole "$role/Closed" -AllowUnauthenticatedIdentities
        $found = @($pool | Get-IdentityPoolFinding -Session $session -WarningVariable warned -WarningAction SilentlyContinue | ForEach-Object RuleId)
        $found | Should -Contain 'GuestAccess'
        $found | Should -Not -Contain 'RoleGone'
        @($warned).Count | Should -BeGreaterThan 0
        "$warned" | Should -Match 'iam:GetRole'
    }
}

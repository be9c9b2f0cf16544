BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/02-move-between-accounts.ps1"
    $map = "$TestDrive/map.csv"
    $old, $new = 'arn:aws:iam::111122223333', 'arn:aws:iam::444455556666'

    function Set-Map([string[]] $Row) { Set-Content -LiteralPath $map -Value (@('From,To') + $Row -join "`n") }
    function Invoke-Script([hashtable] $More = @{}) {
        $quiet = @{ InformationAction = 'Ignore'; WarningAction = 'SilentlyContinue' }
        @(& $script shop -MappingPath $map -OutputFolder "$TestDrive/moved" -SourceSession $source -TargetSession $target @More @quiet)
    }
    function Get-Mutation($Session) { @($Session.Sandbox.Calls | Where-Object Mutating | ForEach-Object Operation) }

    # The calls so far that the help of the script does not name under its permissions.
    function Get-Undocumented($Session) {
        $notes = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($script), [ref] $null, [ref] $null).GetHelpContent().Notes
        $Session.Sandbox.Calls | Where-Object { $notes -notmatch "\b$($_.Operation)\b" } | ForEach-Object Operation | Sort-Object -Unique
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/02-move-between-accounts.ps1' {
    BeforeEach {
        $source = Connect-IdentityPool -Sandbox -AccountId 111122223333 -Region eu-west-1 -PassThru
        $target = Connect-IdentityPool -Sandbox -AccountId 444455556666 -Region eu-west-1 -PassThru
        $source.Sandbox.AddUserPool('eu-west-1_Old1Old2O', 'oldclient')
        $target.Sandbox.AddUserPool('eu-west-1_New1New2N', 'newclient')
        $source.Sandbox.AddRole("${old}:role/Partner")
        $target.Sandbox.AddRole("${new}:role/Allies")
        $before = New-IdentityPool shop -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication eu-west-1_Old1Old2O -UserPoolClient oldclient |
            Add-LoginProvider -Google google |
            Add-RoleMapping -UserPool eu-west-1_Old1Old2O -Rule (New-RoleMappingRule custom:role editor (New-IdentityPoolRole Editor)) |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule hd oldclient.example "${old}:role/Partner") |
            Grant-IdentityPoolAccess -Role Editor -Action dynamodb:GetItem -Resource arn:aws:dynamodb:eu-west-1:111122223333:table/Products |
            Publish-IdentityPool -Session $source -PassThru -WarningAction SilentlyContinue
        $source.Sandbox.ClearCalls()
        $rows = '111122223333,444455556666', 'eu-west-1_Old1Old2O,eu-west-1_New1New2N', 'oldclient,newclient', "${old}:role/Partner,${new}:role/Allies"
        Set-Map $rows
        # Not every pool's, which would be a finding: another pool's, as a role that waits for the id of its own.
        $trust = ConvertTo-Json -Depth 9 @{
            Version = '2012-10-17'
            Statement = @(@{
                Effect = 'Allow'
                Principal = @{ Federated = 'cognito-identity.amazonaws.com' }
                Action = 'sts:AssumeRoleWithWebIdentity'
                Condition = @{
                    StringEquals = @{ 'cognito-identity.amazonaws.com:aud' = 'eu-west-1:11111111-2222-4333-8444-555555555555' }
                    'ForAnyValue:StringLike' = @{ 'cognito-identity.amazonaws.com:amr' = 'authenticated' }
                }
            })
        }
        $setTrust = {
            param($Document)
            $null = $target.Sandbox.Invoke('UpdateAssumeRolePolicy', (ConvertTo-Json @{ RoleName = 'Allies'; PolicyDocument = $Document }))
        }
        & $setTrust $trust
    }

    It 'makes the pool in the target account, with the target''s ids' {
        $ids = Invoke-Script
        $pool = Get-IdentityPool shop -Session $target
        $pool.UserPools[0].ClientId | Should -Be newclient
        $pool.UserPools[0].ProviderName | Should -Be cognito-idp.eu-west-1.amazonaws.com/eu-west-1_New1New2N
        $pool.Tags['team'] | Should -Be web
        ($pool.Roles | Where-Object Name -EQ Editor).Statements[0].Resources | Should -Be arn:aws:dynamodb:eu-west-1:444455556666:table/Products
        $rule = ($pool.RoleMappings | Where-Object MappingKey -EQ accounts.google.com).Rules[0]
        "$($rule.MappedRole.Arn)" | Should -Be "${new}:role/Allies"
        $rule.ClaimValue | Should -Be newclient.example
        ($ids | Where-Object Kind -EQ IdentityPool).From | Should -Be $before.Id
        ($ids | Where-Object Kind -EQ IdentityPool).To | Should -Be $pool.Id
        ($ids | Where-Object Kind -EQ Role).Name | Should -Be Authenticated, Unauthenticated, Editor, Partner
        ($ids | Where-Object Name -EQ Editor).To | Should -Be "${new}:role/Editor-$($pool.Id -replace '^.*:')"
        ($ids | Where-Object Name -EQ Partner).To | Should -Be "${new}:role/Allies"
        Get-Mutation $source | Should -HaveCount 0
    }

    It 'calls nothing that its help does not name' {
        $null = Invoke-Script
        Get-Undocumented $source | Should -BeNullOrEmpty
        Get-Undocumented $target | Should -BeNullOrEmpty
    }

    It 'changes nothing the second time' {
        $first = Invoke-Script
        & $setTrust $trust.Replace('eu-west-1:11111111-2222-4333-8444-555555555555', $first[0].To)
        $target.Sandbox.ClearCalls()
        $second = Invoke-Script
        $second.To | Should -Be $first.To
        Get-Mutation $target | Should -HaveCount 0
    }

    It 'writes both templates and publishes nothing with -WhatIf' {
        Invoke-Script @{ WhatIf = $true } | Should -BeNullOrEmpty
        Get-Mutation $target | Should -HaveCount 0
        Get-Content -LiteralPath "$TestDrive/moved/shop.source.template.json" -Raw | Should -Match 111122223333
        Get-Content -LiteralPath "$TestDrive/moved/shop.target.template.json" -Raw | Should -Not -Match '111122223333|Old1Old2O|"oldclient"'
    }

    It 'publishes nothing while a row is missing: <Missing>' -ForEach @(
        @{ Missing = '111122223333'; Named = '*arn:aws:dynamodb:eu-west-1:111122223333:table/Products*' }
        @{ Missing = 'eu-west-1_Old1Old2O'; Named = '*eu-west-1_Old1Old2O*' }
        @{ Missing = 'oldclient'; Named = '*oldclient*' }
    ) {
        Set-Map ($rows | Where-Object { $_ -notlike "$Missing,*" })
        { Invoke-Script } | Should -Throw -ExpectedMessage "${map}: nothing was published, because rows are missing for:$Named"
        Get-Mutation $target | Should -HaveCount 0
    }

    It 'lets a row say that something stays' {
        Set-Map ($rows + 'arn:aws:dynamodb:eu-west-1:111122223333:table/Products,arn:aws:dynamodb:eu-west-1:111122223333:table/Products')
        $null = Invoke-Script
        $editor = (Get-IdentityPool shop -Session $target).Roles | Where-Object Name -EQ Editor
        $editor.Statements[0].Resources | Should -Be arn:aws:dynamodb:eu-west-1:111122223333:table/Products
    }

    It 'publishes nothing with a finding that is too severe' {
        { Invoke-Script @{ StopAt = 'Information' } } | Should -Throw -ExpectedMessage 'Nothing was published, because * findings are at or above Information*'
        Get-Mutation $target | Should -HaveCount 0
    }

    It 'publishes nothing when a role does not exist in the target' {
        Set-Map ($rows -replace 'role/Allies', 'role/None')
        { Invoke-Script } | Should -Throw -ExpectedMessage 'Nothing was published, * at or above Error: RoleGone.'
        @(Get-IdentityPool -Session $target) | Should -HaveCount 0
    }

    It 'refuses the mapping file: <Problem>' -ForEach @(
        @{ Text = "From,To`na,"; Problem = 'every row must have a value in the columns From and To*' }
        @{ Text = "Old,New`na,b"; Problem = 'every row must have a value in the columns From and To*' }
        @{ Text = "From,To`na,b`na,c"; Problem = "'a' is mapped twice*" }
        @{ Text = 'From,To'; Problem = 'the file contains no rows*' }
    ) {
        Set-Content -LiteralPath $map -Value $Text
        { Invoke-Script } | Should -Throw -ExpectedMessage "${map}: $Problem"
    }

    It 'needs exactly one pool of that name' {
        $null = $source.Sandbox.Invoke('CreateIdentityPool', '{"IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false}')
        { Invoke-Script } | Should -Throw -ExpectedMessage "*2 identity pools named 'shop'*"
        Get-Mutation $target | Should -HaveCount 0
    }
}

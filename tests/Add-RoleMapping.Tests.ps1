BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $userPool = 'eu-west-1_Ab1Cd2Ef3'
    $role = 'arn:aws:iam::123456789012:role/Admin'
    $rule = New-RoleMappingRule custom:admin yes $role
    $google = New-IdentityPool shop | Add-LoginProvider -Google g
}

Describe 'New-RoleMappingRule' {
    It 'compares for equality unless told otherwise' {
        $rule.MatchType | Should -Be 'Equals'
        $rule.Claim | Should -Be 'custom:admin'
        $rule.ClaimValue | Should -Be 'yes'
        $rule.MappedRole | Should -Be $role
    }

    It 'makes rules of a table' {
        $rules = @'
Claim,MatchType,ClaimValue,MappedRole
email,StartsWith,admin@,arn:aws:iam::123456789012:role/Admin
email,NotEqual,guest@shop.example,arn:aws:iam::123456789012:role/Staff
'@ | ConvertFrom-Csv | New-RoleMappingRule
        "$($rules.MatchType)" | Should -Be 'StartsWith NotEqual'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a claim with a space'; Claim = 'a b'; Value = 'x'; Role = 'arn:aws:iam::123456789012:role/Admin'; Id = 'InvalidClaim' }
        @{ Why = 'a claim of 65 characters'; Claim = 'a' * 65; Value = 'x'; Role = 'arn:aws:iam::123456789012:role/Admin'; Id = 'InvalidClaim' }
        @{ Why = 'an empty value'; Claim = 'a'; Value = ''; Role = 'arn:aws:iam::123456789012:role/Admin'; Id = 'InvalidClaimValue' }
        @{ Why = 'a value of 129 characters'; Claim = 'a'; Value = 'x' * 129; Role = 'arn:aws:iam::123456789012:role/Admin'; Id = 'InvalidClaimValue' }
        @{ Why = 'what no role can be called'; Claim = 'a'; Value = 'x'; Role = 'the admin'; Id = 'InvalidRoleName' }
        @{ Why = 'another thing of IAM'; Claim = 'a'; Value = 'x'; Role = 'arn:aws:iam::123456789012:user/Admin'; Id = 'InvalidRole' }
    ) {
        { New-RoleMappingRule $Claim $Value $Role } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewRoleMappingRuleCommand"
    }

    It 'refuses a role for guests and one without a name' {
        { New-RoleMappingRule a b (New-IdentityPoolRole Guest -For Unauthenticated) } | Should -Throw -ErrorId 'MappedRoleForGuests,IdentityPools.Commands.NewRoleMappingRuleCommand'
        { New-RoleMappingRule a b (New-IdentityPoolRole) } | Should -Throw -ErrorId 'MappedRoleWithoutName,IdentityPools.Commands.NewRoleMappingRuleCommand'
    }
}

Describe 'Add-RoleMapping' {
    It 'maps by rules, in their order' {
        $second = New-RoleMappingRule custom:admin no $role -MatchType NotEqual
        $mapping = ($google | Add-RoleMapping -Provider Google -Rule $second, $rule).RoleMappings[0]
        $mapping.Type | Should -Be 'Rules'
        $mapping.AmbiguousRoleResolution | Should -Be 'Deny'
        $mapping.ProviderUrl | Should -Be 'accounts.google.com'
        $mapping.MappingKey | Should -Be 'accounts.google.com'
        "$($mapping.Rules.MatchType)" | Should -Be 'NotEqual Equals'
    }

    It 'takes roles from the token of a user pool' {
        $pool = New-IdentityPool | Add-UserPoolAuthentication $userPool -UserPoolClient abc | Add-RoleMapping -UserPool $userPool -UseToken -ResolveAmbiguousRoles
        $pool.RoleMappings[0].Type | Should -Be 'Token'
        $pool.RoleMappings[0].AmbiguousRoleResolution | Should -Be 'AuthenticatedRole'
        $pool.RoleMappings[0].ProviderUrl | Should -Be "cognito-idp.eu-west-1.amazonaws.com/${userPool}:abc"
    }

    It 'does not care whether the provider or its mapping comes first' {
        $one = New-IdentityPool | Add-UserPoolAuthentication $userPool -UserPoolClient abc | Add-RoleMapping -UserPool $userPool -UseToken
        $two = New-IdentityPool | Add-RoleMapping -UserPool $userPool -UseToken | Add-UserPoolAuthentication $userPool -UserPoolClient abc
        $one -eq $two | Should -BeTrue
    }

    It 'knows a provider by each of its names' {
        $byName = $google | Add-RoleMapping -Provider Google -Rule $rule
        $byUrl = $google | Add-RoleMapping -ProviderUrl accounts.google.com -Rule $rule
        $byName -eq $byUrl | Should -BeTrue
    }

    It 'makes a literal key for a provider that is created with the pool' {
        $template = New-IdentityPool shop | Add-UserPoolAuthentication (New-UserPool customers) | Add-RoleMapping -UserPool (New-UserPool customers) -UseToken |
            ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $mapping = $template.Resources.ShopIdentityPoolRoleAttachment.Properties.RoleMappings.Customers
        $mapping.IdentityProvider.'Fn::Sub' | Should -Be '${CustomersUserPool.ProviderName}:${ShopIdentityPoolCustomersClient}'
    }

    It 'merges several mappings into one attachment' {
        $pool = $google | Add-LoginProvider -Facebook 1 | Add-RoleMapping -Provider Google -Rule $rule | Add-RoleMapping -Provider Facebook -Rule $rule
        $template = $pool | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        @($template.Resources.psobject.Properties.Value | Where-Object Type -EQ 'AWS::Cognito::IdentityPoolRoleAttachment') | Should -HaveCount 1
    }

    It 'names the one mapped role once, and a grant reaches it everywhere' {
        $admin = New-IdentityPoolRole Admin
        $pool = $google | Add-LoginProvider -Facebook 1 |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email a@b.c $admin) |
            Grant-IdentityPoolAccess -Role Admin -Action s3:GetObject -Resource * |
            Add-RoleMapping -Provider Facebook -Rule (New-RoleMappingRule sub 1 $admin)
        @($pool.Roles | Where-Object Name -EQ Admin) | Should -HaveCount 1
        $pool.RoleMappings | ForEach-Object { $_.Rules[0].MappedRole.Statements | Should -HaveCount 1 }
    }

    It 'lets rules give the default role' {
        $pool = $google | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email a@b.c $google.AuthenticatedRole)
        $pool.Roles.Name | Should -Be @('Authenticated', 'Unauthenticated')
    }

    It 'warns of token mapping where tokens carry no roles' {
        $null = $google | Add-RoleMapping -Provider Google -UseToken -WarningAction SilentlyContinue -WarningVariable warnings
        "$warnings" | Should -Match 'Only tokens of user pools'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'token and rules together'; Arguments = @{ Provider = 'Google'; UseToken = $true; Rule = 'rule' }; Id = 'TokenAndRules' }
        @{ Why = 'neither token nor rules'; Arguments = @{ Provider = 'Google' }; Id = 'TokenOrRulesMissing' }
        @{ Why = 'no rules'; Arguments = @{ Provider = 'Google'; Rule = @() }; Id = 'RuleCount' }
        @{ Why = 'a rule twice'; Arguments = @{ Provider = 'Google'; Rule = 'twice' }; Id = 'DuplicateRule' }
        @{ Why = '26 rules'; Arguments = @{ Provider = 'Google'; Rule = 'many' }; Id = 'RuleCount' }
        @{ Why = 'a function without a key'; Arguments = @{ ProviderUrl = @{ 'Fn::ImportValue' = 'Url' }; Rule = 'rule' }; Id = 'MappingKeyRequired' }
        @{ Why = 'an empty key'; Arguments = @{ Provider = 'Google'; Rule = 'rule'; MappingKey = '' }; Id = 'InvalidMappingKey' }
    ) {
        $rules = @{
            rule  = @($rule)
            twice = @($rule, $rule)
            many  = @(1..26 | ForEach-Object { New-RoleMappingRule email "$_" $role })
        }
        if ($Arguments.ContainsKey('Rule') -and $Arguments.Rule -is [string]) {
            $Arguments.Rule = $rules[$Arguments.Rule]
        }

        { $google | Add-RoleMapping @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.AddRoleMappingCommand"
    }

    It 'refuses a second mapping of a provider' {
        { $google | Add-RoleMapping -Provider Google -Rule $rule | Add-RoleMapping -ProviderUrl accounts.google.com -Rule $rule } |
            Should -Throw -ErrorId 'DuplicateRoleMapping,IdentityPools.Commands.AddRoleMappingCommand'
    }

    It 'refuses a key twice' {
        { $google | Add-RoleMapping -Provider Google -Rule $rule -MappingKey k | Add-RoleMapping -Provider Facebook -Rule $rule -MappingKey k } |
            Should -Throw -ErrorId 'DuplicateMappingKey,IdentityPools.Commands.AddRoleMappingCommand'
    }

    It 'refuses an eleventh mapping' {
        $pool = New-IdentityPool
        1..10 | ForEach-Object { $pool = $pool | Add-RoleMapping -OpenIdConnectProvider "arn:aws:iam::123456789012:oidc-provider/p$_.example" -Rule $rule }
        { $pool | Add-RoleMapping -Provider Google -Rule $rule } | Should -Throw -ErrorId 'TooManyRoleMappings,IdentityPools.Commands.AddRoleMappingCommand'
    }

    It 'lists the clients when several fit' {
        $pool = New-IdentityPool | Add-UserPoolAuthentication $userPool -UserPoolClient web | Add-UserPoolAuthentication $userPool -UserPoolClient mobile
        { $pool | Add-RoleMapping -UserPool $userPool -UseToken } |
            Should -Throw -ErrorId 'UserPoolClientAmbiguous,IdentityPools.Commands.AddRoleMappingCommand' -ExpectedMessage '*mobile, web*'
    }

    It 'refuses two different roles of one name' {
        $one = New-IdentityPoolRole Admin -Description one
        $two = New-IdentityPoolRole Admin -Description two
        { $google | Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule a b $one), (New-RoleMappingRule a c $two) } |
            Should -Throw -ErrorId 'RoleConflict,IdentityPools.Commands.AddRoleMappingCommand'
    }
}

Describe 'Add-PrincipalTag' {
    It 'lets managed roles of users, but not of guests, tag their sessions' {
        $pool = $google | Add-PrincipalTag -Provider Google -Tag @{ department = 'hd' }
        $pool.PrincipalTags[0].Tags['department'] | Should -Be 'hd'
        $pool.AuthenticatedRole.TrustPolicy | Should -Match 'sts:TagSession'
        $pool.UnauthenticatedRole.TrustPolicy | Should -Not -Match 'sts:TagSession'
    }

    It 'names a user pool without its client' {
        $template = New-IdentityPool shop | Add-UserPoolAuthentication $userPool | Add-PrincipalTag -UserPool $userPool -UseDefaults |
            ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.ShopIdentityPoolEuWest1Ab1Cd2Ef3PrincipalTag.Properties.IdentityProviderName |
            Should -Be "cognito-idp.eu-west-1.amazonaws.com/$userPool"
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'tags and defaults'; Arguments = @{ Tag = @{ a = 'b' }; UseDefaults = $true }; Id = 'DefaultsAndTags' }
        @{ Why = 'neither tags nor defaults'; Arguments = @{}; Id = 'DefaultsOrTagsMissing' }
        @{ Why = 'more than 460 bytes'; Arguments = @{ Tag = @{ a = 'b' * 230; c = 'd' * 230 } }; Id = 'PrincipalTagsTooLong' }
        @{ Why = 'a claim of 257 characters'; Arguments = @{ Tag = @{ a = 'b' * 257 } }; Id = 'InvalidPrincipalTag' }
    ) {
        { $google | Add-PrincipalTag -Provider Google @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.AddPrincipalTagCommand"
    }

    It 'refuses tags for a provider twice' {
        { $google | Add-PrincipalTag -Provider Google -UseDefaults | Add-PrincipalTag -Provider Google -Tag @{ a = 'b' } } |
            Should -Throw -ErrorId 'DuplicatePrincipalTag,IdentityPools.Commands.AddPrincipalTagCommand'
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
}

Describe 'New-IdentityPool' {
    It 'needs nothing' {
        $pool = New-IdentityPool
        $pool | Should -BeOfType IdentityPools.IdentityPool
        $pool.Name | Should -BeNullOrEmpty
        $pool.LogicalId | Should -Be 'IdentityPool'
    }

    It 'has the defaults of a careful owner' {
        $pool = New-IdentityPool shop
        $pool.Name | Should -Be 'shop'
        $pool.LogicalId | Should -Be 'ShopIdentityPool'
        $pool.AllowUnauthenticatedIdentities | Should -BeFalse
        $pool.AllowClassicFlow | Should -BeFalse
        $pool.AuthenticatedRole.IsManaged | Should -BeTrue
        $pool.UnauthenticatedRole.IsManaged | Should -BeTrue
        $pool.AuthenticatedRole.Statements | Should -HaveCount 0
        $pool.Roles.Name | Should -Be @('Authenticated', 'Unauthenticated')
    }

    It 'takes a dictionary of .NET like a hashtable' {
        $tags = [System.Collections.Generic.Dictionary[string, string]]::new()
        $tags['team'] = 'web'
        (New-IdentityPool shop -Tag $tags).Tags['team'] | Should -Be 'web'
    }

    It 'refuses a number and a text that are the same key' {
        $tags = @{ 1 = 'a' }
        $tags['1'] = 'b'
        { New-IdentityPool shop -Tag $tags } | Should -Throw -ErrorId 'DuplicateKey,IdentityPools.Commands.NewIdentityPoolCommand' -ExpectedMessage "*'1'*"
        { New-PolicyStatement -Action s3:GetObject -Resource * -Condition @{ StringEquals = $tags } } |
            Should -Throw -ErrorId 'DuplicateKey,IdentityPools.Commands.NewPolicyStatementCommand'
    }

    It 'leaves the role of guests out' {
        $pool = New-IdentityPool shop -NoUnauthenticatedRole
        $pool.UnauthenticatedRole | Should -BeNullOrEmpty
        $pool.Roles | Should -HaveCount 1
    }

    It 'takes a role as <Kind>' -ForEach @(
        @{ Kind = 'an ARN'; Role = 'arn:aws:iam::123456789012:role/app/User'; Text = 'arn:aws:iam::123456789012:role/app/User' }
        @{ Kind = 'a function'; Role = @{ 'Fn::ImportValue' = 'UserRoleArn' }; Text = '{"Fn::ImportValue":"UserRoleArn"}' }
    ) {
        $pool = New-IdentityPool -AuthenticatedRole $Role
        $pool.AuthenticatedRole.IsManaged | Should -BeFalse
        "$($pool.AuthenticatedRole.Arn)" | Should -Be $Text
    }

    It 'takes a role as a definition and gives it its place' {
        $pool = New-IdentityPool -AuthenticatedRole (New-IdentityPoolRole -Description 'Customers')
        $pool.AuthenticatedRole.Name | Should -Be 'Authenticated'
        $pool.AuthenticatedRole.Description | Should -Be 'Customers'
    }

    It 'keeps tags for the pool and the roles in its template' {
        $template = New-IdentityPool shop -Tag @{ team = 'web' } | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.ShopIdentityPool.Properties.IdentityPoolTags[0].Key | Should -Be 'team'
        $template.Resources.ShopIdentityPoolAuthenticatedRole.Properties.Tags[0].Value | Should -Be 'web'
    }

    It 'makes one definition for each object of the pipeline' {
        $pools = [pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Name = 'b' } | New-IdentityPool
        "$($pools.Name)" | Should -Be 'a b'
    }

    It 'is equal to another definition that says the same' {
        (New-IdentityPool shop -Tag @{ a = 1; b = 2 }) -eq (New-IdentityPool shop -Tag ([ordered]@{ b = '2'; a = '1' })) | Should -BeTrue
        (New-IdentityPool shop) -eq (New-IdentityPool other) | Should -BeFalse
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'an empty name'; Arguments = @{ Name = '' }; Id = 'InvalidIdentityPoolName' }
        @{ Why = 'a name of 129 characters'; Arguments = @{ Name = 'a' * 129 }; Id = 'InvalidIdentityPoolName' }
        @{ Why = 'a slash in the name'; Arguments = @{ Name = 'a/b' }; Id = 'InvalidIdentityPoolName' }
        @{ Why = 'two functions in one hashtable'; Arguments = @{ Name = @{ Ref = 'A'; 'Fn::Sub' = 'b' } }; Id = 'IntrinsicMalformed' }
        @{ Why = 'a function that does not exist'; Arguments = @{ Name = @{ 'Fn::Nothing' = 'b' } }; Id = 'IntrinsicMalformed' }
        @{ Why = 'a role that is neither ARN nor definition'; Arguments = @{ AuthenticatedRole = 'Admin' }; Id = 'InvalidRole' }
        @{ Why = 'the ARN of a user as role'; Arguments = @{ AuthenticatedRole = 'arn:aws:iam::123456789012:user/Someone' }; Id = 'InvalidRole' }
        @{ Why = 'a number as role'; Arguments = @{ AuthenticatedRole = 5 }; Id = 'InvalidRole' }
        @{ Why = 'a role for guests and none'; Arguments = @{ UnauthenticatedRole = 'arn:aws:iam::123456789012:role/Guest'; NoUnauthenticatedRole = $true }; Id = 'UnauthenticatedRoleBothWays' }
        @{ Why = 'a tag of AWS'; Arguments = @{ Tag = @{ 'aws:x' = '1' } }; Id = 'ReservedTag' }
        @{ Why = 'a tag without value'; Arguments = @{ Tag = @{ x = $null } }; Id = 'ValueNull' }
        @{ Why = 'a logical id with a dash'; Arguments = @{ LogicalId = 'a-b' }; Id = 'InvalidLogicalId' }
    ) {
        { New-IdentityPool @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewIdentityPoolCommand"
    }

    It 'refuses a role of guests as the role of users' {
        { New-IdentityPool -AuthenticatedRole (New-IdentityPoolRole -For Unauthenticated) } |
            Should -Throw -ErrorId 'RoleForOtherAudience,IdentityPools.Commands.NewIdentityPoolCommand'
    }

    It 'names the value, the limit and where AWS says so' {
        { New-IdentityPool 'a*b' } | Should -Throw -ExpectedMessage "*'a``*b'*'``*'*https://docs.aws.amazon.com/*"
    }
}

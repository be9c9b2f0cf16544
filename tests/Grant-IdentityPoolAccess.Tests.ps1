BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $pool = New-IdentityPool shop
    $table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Products'
}

Describe 'Grant-IdentityPoolAccess' {
    It 'grants actions on resources' {
        $granted = $pool | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject, s3:PutObject -Resource arn:aws:s3:::b/*
        $granted.AuthenticatedRole.Statements | Should -HaveCount 1
        "$($granted.AuthenticatedRole.Statements[0].Actions)" | Should -Be 's3:GetObject s3:PutObject'
        $granted.UnauthenticatedRole.Statements | Should -HaveCount 0
        $pool.AuthenticatedRole.Statements | Should -HaveCount 0
    }

    It 'merges what can be one statement and drops what is there' {
        $granted = $pool |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::b/* |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:PutObject -Resource arn:aws:s3:::b/* |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:PutObject -Resource arn:aws:s3:::b/*
        $granted.AuthenticatedRole.Statements | Should -HaveCount 1
        $granted.AuthenticatedRole.Statements[0].Actions | Should -HaveCount 2
    }

    It 'grants statements' {
        $deny = New-PolicyStatement -Effect Deny -Action s3:* -Resource * -Sid NoBuckets -Condition @{ StringNotEquals = @{ 'aws:RequestedRegion' = 'eu-west-1' } }
        $granted = $pool | Grant-IdentityPoolAccess -Role Unauthenticated -Statement $deny
        $granted.UnauthenticatedRole.Statements[0].Effect | Should -Be 'Deny'
        $granted.UnauthenticatedRole.Statements[0].Condition | Should -Be '{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}'
    }

    It 'grants managed policies' {
        $granted = $pool | Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess
        "$($granted.AuthenticatedRole.ManagedPolicyArns)" | Should -Be 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    }

    It 'grants a service: <Service> <Access>' -ForEach @(
        foreach ($service in 'DynamoDB', 'S3', 'Lambda', 'ApiGateway', 'AppSync', 'IoT', 'Kinesis', 'Firehose', 'SQS', 'SNS', 'Bedrock', 'Rum', 'Location') {
            foreach ($access in 'Read', 'Write', 'ReadWrite') {
                @{ Service = $service; Access = $access }
            }
        }
    ) {
        $granted = $pool | Grant-IdentityPoolAccess -Role Authenticated -Service $Service -Access $Access -Resource *
        $granted.AuthenticatedRole.Statements.Count | Should -BeGreaterThan 0
    }

    It 'limits each user to what is his own in S3' {
        $template = $pool | Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access ReadWrite -Resource arn:aws:s3:::uploads -PerIdentity | ConvertTo-IdentityPoolTemplate
        $template | Should -Match ([regex]::Escape('arn:aws:s3:::uploads/${cognito-identity.amazonaws.com:sub}/*'))
    }

    It 'limits each user to what is his own where the bucket is known at deployment only' {
        $template = $pool | Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access Read -Resource @{ 'Fn::ImportValue' = 'BucketArn' } -PerIdentity | ConvertTo-IdentityPoolTemplate -Format Json
        $template | Should -Match ([regex]::Escape('/${cognito-identity.amazonaws.com:sub}/*'))
        $template | Should -Match 'Fn::ImportValue'
    }

    It 'names the identity as the partition does' {
        $template = $pool | Grant-IdentityPoolAccess -Role Authenticated -Service DynamoDB -Access Read -Resource $table -PerIdentity | ConvertTo-IdentityPoolTemplate -Region us-gov-west-1
        $template | Should -Match ([regex]::Escape('${cognito-identity-us-gov.amazonaws.com:sub}'))
        $template | Should -Not -Match ([regex]::Escape('cognito-identity.amazonaws.com'))
    }

    It 'grants to a role that exists, as a policy of its own' {
        $template = New-IdentityPool shop -AuthenticatedRole arn:aws:iam::123456789012:role/app/User |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource * | ConvertTo-IdentityPoolTemplate -Format Json | ConvertFrom-Json
        $template.Resources.ShopIdentityPoolUserRolePolicy.Type | Should -Be 'AWS::IAM::RolePolicy'
        $template.Resources.ShopIdentityPoolUserRolePolicy.Properties.RoleName | Should -Be 'User'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a role that the pool does not have'; Arguments = @{ Role = 'Admin'; Action = 's3:*'; Resource = '*' }; Id = 'UnknownRole' }
        @{ Why = 'no action'; Arguments = @{ Role = 'Authenticated'; Action = @(); Resource = '*' }; Id = 'StatementWithoutAction' }
        @{ Why = 'no resource'; Arguments = @{ Role = 'Authenticated'; Action = 's3:*'; Resource = @() }; Id = 'StatementWithoutResource' }
        @{ Why = 'an action without service'; Arguments = @{ Role = 'Authenticated'; Action = 'GetObject'; Resource = '*' }; Id = 'InvalidAction' }
        @{ Why = 'a resource that is no ARN'; Arguments = @{ Role = 'Authenticated'; Action = 's3:*'; Resource = 'bucket' }; Id = 'InvalidResource' }
        @{ Why = 'a role as managed policy'; Arguments = @{ Role = 'Authenticated'; ManagedPolicyArn = 'arn:aws:iam::123456789012:role/x' }; Id = 'InvalidManagedPolicy' }
        @{ Why = 'a bucket as a table'; Arguments = @{ Role = 'Authenticated'; Service = 'DynamoDB'; Access = 'Read'; Resource = 'arn:aws:s3:::b' }; Id = 'ResourceOfOtherService' }
    ) {
        { $pool | Grant-IdentityPoolAccess @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.GrantIdentityPoolAccessCommand"
    }

    It 'lists the roles when it does not know one' {
        { $pool | Grant-IdentityPoolAccess -Role Admin -Action s3:* -Resource * } | Should -Throw -ExpectedMessage '*Authenticated, Unauthenticated*'
    }

    It 'refuses a role that is known at deployment only' {
        { New-IdentityPool -AuthenticatedRole @{ Ref = 'RoleArn' } | Grant-IdentityPoolAccess -Role Authenticated -Action s3:* -Resource * } |
            Should -Throw -ErrorId 'GrantToRoleByFunction,IdentityPools.Commands.GrantIdentityPoolAccessCommand'
    }
}

Describe 'New-PolicyStatement' {
    It 'refuses <Why>' -ForEach @(
        @{ Why = 'nothing'; Arguments = @{}; Id = 'StatementWithoutAction' }
        @{ Why = 'no resource'; Arguments = @{ Action = 's3:*' }; Id = 'StatementWithoutResource' }
        @{ Why = 'a Sid with a space'; Arguments = @{ Action = 's3:*'; Resource = '*'; Sid = 'a b' }; Id = 'InvalidSid' }
        @{ Why = 'a condition without operator'; Arguments = @{ Action = 's3:*'; Resource = '*'; Condition = @{ 'aws:RequestedRegion' = 'eu-west-1' } }; Id = 'InvalidCondition' }
    ) {
        { New-PolicyStatement @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewPolicyStatementCommand"
    }
}

Describe 'New-IdentityPoolRole' {
    It 'says who may assume it' {
        $trust = (New-IdentityPoolRole Admin).TrustPolicy | ConvertFrom-Json
        $trust.Statement[0].Action | Should -Be 'sts:AssumeRoleWithWebIdentity'
        $trust.Statement[0].Condition.StringEquals.'cognito-identity.amazonaws.com:aud' | Should -Be '${IdentityPool}'
        $trust.Statement[0].Condition.'ForAnyValue:StringLike'.'cognito-identity.amazonaws.com:amr' | Should -Be 'authenticated'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'a session of 59 minutes'; Arguments = @{ MaxSessionDuration = 3540 }; Id = 'InvalidSessionDuration' }
        @{ Why = 'a path without slashes'; Arguments = @{ Path = 'shop' }; Id = 'InvalidRolePath' }
        @{ Why = 'a name with a slash'; Arguments = @{ Name = 'a/b' }; Id = 'InvalidRoleName' }
        @{ Why = 'a description of 1001 characters'; Arguments = @{ Description = 'a' * 1001 }; Id = 'InvalidRoleDescription' }
        @{ Why = 'a Sid twice'; Arguments = @{ Statement = 'twice' }; Id = 'DuplicateSid' }
    ) {
        if ($Arguments['Statement'] -eq 'twice') {
            $Arguments.Statement = @((New-PolicyStatement -Action s3:* -Resource * -Sid A), (New-PolicyStatement -Action sqs:* -Resource * -Sid A))
        }

        { New-IdentityPoolRole @Arguments } | Should -Throw -ErrorId "$Id,IdentityPools.Commands.NewIdentityPoolRoleCommand"
    }
}

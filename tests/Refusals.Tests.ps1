# What cannot be done is one clear error, and nothing has been changed.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
    $missing = 'eu-west-1:12345678-1234-1234-1234-123456789012'
    $elsewhere = 'us-east-1:12345678-1234-1234-1234-123456789012'
    $role = 'arn:aws:iam::123456789012:role'

    # The error of a script block that has to fail.
    function Get-Refusal([scriptblock] $Action) {
        try { $null = . $Action } catch { return $_ }
        throw 'Nothing was refused.'
    }

    function Assert-Refusal($Refusal, $Id, $Command, $Category) {
        $Refusal.FullyQualifiedErrorId | Should -Be "$Id,IdentityPools.Commands.${Command}IdentityPoolCommand"
        "$($Refusal.CategoryInfo.Category)" | Should -Be $Category
    }

    function New-MappedPool($MappedRole) {
        New-IdentityPool mapped |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web |
            Add-RoleMapping -UserPool $web -Rule (New-RoleMappingRule 'cognito:groups' admins $MappedRole)
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Null for a switch that opens or takes away something' {
    BeforeAll {
        $undefined = $null
        function Get-Problem([scriptblock] $Action) { try { $null = & $Action } catch { $_ } }
    }

    It 'is refused, by name: <Switch>' -ForEach @(
        @{ Switch = 'AllowUnauthenticatedIdentities'; Action = { New-IdentityPool shop -AllowUnauthenticatedIdentities:$undefined } }
        @{ Switch = 'AllowClassicFlow'; Action = { New-IdentityPool shop -AllowClassicFlow:$undefined } }
        @{ Switch = 'NoUnauthenticatedRole'; Action = { $said = @{ NoUnauthenticatedRole = $null }; New-IdentityPool shop @said } }
        @{ Switch = 'AllowSelfSignUp'; Action = { New-UserPool people -AllowSelfSignUp:$(if ($false) { 1 }) } }
        @{ Switch = 'DisableServerSideTokenCheck'; Action = { New-IdentityPool shop | Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -DisableServerSideTokenCheck:$undefined } }
        @{ Switch = 'ResolveAmbiguousRoles'; Action = { New-IdentityPool shop | Add-RoleMapping -Provider Google -UseToken -ResolveAmbiguousRoles:$undefined } }
        @{ Switch = 'Prune'; Action = { New-IdentityPool shop | Publish-IdentityPool -Prune:$undefined } }
        @{ Switch = 'Adopt'; Action = { New-IdentityPool shop | Publish-IdentityPool -Adopt:$undefined } }
        @{ Switch = 'Force'; Action = { New-IdentityPool shop | Publish-IdentityPool -Force:$undefined } }
        @{ Switch = 'Force'; Action = { Remove-IdentityPool -Name shop -Force:$undefined } }
    ) {
        $problem = Get-Problem $Action
        $problem.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        $problem.Exception.Message | Should -BeLike "*'$Switch'*null*`$true or `$false*"
    }

    It 'is not: what is said is taken as it is said' {
        (New-IdentityPool shop -AllowUnauthenticatedIdentities).AllowUnauthenticatedIdentities | Should -BeTrue
        foreach ($no in $false, [switch] $false, ([psobject] $false)) {
            (New-IdentityPool shop -AllowUnauthenticatedIdentities:$no).AllowUnauthenticatedIdentities | Should -BeFalse
        }

        function New-Pool([switch] $Guests) { New-IdentityPool shop -AllowUnauthenticatedIdentities:$Guests }
        (New-Pool).AllowUnauthenticatedIdentities | Should -BeFalse
        (New-Pool -Guests).AllowUnauthenticatedIdentities | Should -BeTrue
    }
}

Describe 'A service that refuses or does not answer' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $shop = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $session.Sandbox.ClearCalls()
    }

    It '<Fault> is <Id> for <Command>' -ForEach @(
        foreach ($case in @(
                @('InvalidCredentials', 'CredentialsInvalid', 'AuthenticationError'), @('ExpiredToken', 'CredentialsExpired', 'AuthenticationError'),
                @('ClockSkew', 'ClockSkew', 'AuthenticationError'), @('AccessDenied', 'AccessDenied', 'PermissionDenied'), @('Throttling', 'Throttled', 'ResourceBusy'),
                @('InternalError', 'ServiceFailed', 'ResourceUnavailable'), @('ServiceUnavailable', 'ServiceFailed', 'ResourceUnavailable'),
                @('ConnectionReset', 'NoAnswer', 'ConnectionError'), @('TimeOut', 'NoAnswer', 'ConnectionError'))) {
            @{ Fault = $case[0]; Id = $case[1]; Category = $case[2]; Command = 'Get'; Action = { Get-IdentityPool } }
            @{ Fault = $case[0]; Id = $case[1]; Category = $case[2]; Command = 'Publish'; Action = { New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool } }
            @{ Fault = $case[0]; Id = $case[1]; Category = $case[2]; Command = 'Remove'; Action = { Remove-IdentityPool -Id $shop.Id -Force } }
        }
    ) {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, [NullString]::Value, 0, 1000))
        $refusal = Get-Refusal $Action
        Assert-Refusal $refusal $Id $Command $Category
        $refusal.Exception.Message | Should -Match 'cognito-identity:(List|Describe)IdentityPool'
        $refusal.TargetObject | Should -Not -BeNullOrEmpty
        @($session.Sandbox.Calls | Where-Object { $_.Mutating -and $_.StatusCode -eq 200 }) | Should -HaveCount 0
        $session.Sandbox.ClearFaults()
        New-IdentityPool shop | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It '<Fault> in CreateRole is <Id>, and the pool that was begun is removed again' -ForEach @(
        @{ Fault = 'LimitExceeded'; Id = 'QuotaExceeded'; Category = 'QuotaExceeded' }
        @{ Fault = 'AccessDenied'; Id = 'AccessDenied'; Category = 'PermissionDenied' }
        @{ Fault = 'Throttling'; Id = 'Throttled'; Category = 'ResourceBusy' }
        @{ Fault = 'ExpiredToken'; Id = 'CredentialsExpired'; Category = 'AuthenticationError' }
        @{ Fault = 'InternalError'; Id = 'ServiceFailed'; Category = 'ResourceUnavailable' }
    ) {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, 'CreateRole', 0, 1000))
        $refusal = Get-Refusal { New-IdentityPool blog | Publish-IdentityPool }
        Assert-Refusal $refusal $Id Publish $Category
        $refusal.Exception.Message | Should -Match 'iam:CreateRole.*rolled back'
        (Get-IdentityPool).Name | Should -Be 'shop'
    }

    It 'a permission that is missing is named: <Action>' -ForEach @(
        @{ Action = 'cognito-identity:ListIdentityPools'; Try = { New-IdentityPool shop | Publish-IdentityPool }; Command = 'Publish' }
        @{ Action = 'cognito-identity:DescribeIdentityPool'; Try = { Get-IdentityPool -Id $shop.Id }; Command = 'Get' }
        @{ Action = 'cognito-identity:UpdateIdentityPool'; Try = { New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool }; Command = 'Publish' }
        @{ Action = 'cognito-identity:CreateIdentityPool'; Try = { New-IdentityPool blog | Publish-IdentityPool }; Command = 'Publish' }
        @{ Action = 'cognito-identity:DeleteIdentityPool'; Try = { Remove-IdentityPool -Id $shop.Id -Force }; Command = 'Remove' }
        @{ Action = 'iam:CreateRole'; Try = { New-IdentityPool blog | Publish-IdentityPool }; Command = 'Publish' }
        @{ Action = 'iam:GetRole'; Try = { New-IdentityPool shop | Compare-IdentityPool }; Command = 'Compare' }
    ) {
        $session.Sandbox.DenyAction($Action)
        $refusal = Get-Refusal $Try
        Assert-Refusal $refusal AccessDenied $Command PermissionDenied
        $refusal.Exception.Message | Should -Match $Action
    }

    It 'what ends the way to AWS ends the command, and says which pools are not done' {
        $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new('ExpiredToken', 'CreateRole', 2, 1000))
        $refusal = Get-Refusal { 'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -ThrottleLimit 1 -WarningVariable script:warnings -WarningAction SilentlyContinue }
        Assert-Refusal $refusal CredentialsExpired Publish AuthenticationError
        "$warnings" | Should -Match 'Publishing was stopped\. Done: a\.'
        "$warnings" | Should -Match "The creation of identity pool 'c' was rolled back|Not started: c\."
        $session.Sandbox.ClearFaults()
        'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool
        (Get-IdentityPool | Sort-Object Name).Name | Should -Be 'a', 'b', 'c', 'shop'
    }

    It 'waits out what passes: <Fault>' -ForEach @(
        @{ Fault = 'Throttling' }
        @{ Fault = 'InternalError' }
        @{ Fault = 'ServiceUnavailable' }
        @{ Fault = 'TimeOut' }
        @{ Fault = 'TimeOutAfter' }
        @{ Fault = 'ConnectionReset' }
        @{ Fault = 'HtmlAnswer' }
    ) {
        $definition = New-IdentityPool blog | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*'
        foreach ($operation in 'ListIdentityPools', 'CreateIdentityPool', 'CreateRole', 'PutRolePolicy', 'SetIdentityPoolRoles') {
            $session.Sandbox.AddFault([IdentityPools.SandboxFault]::new($Fault, $operation))
        }

        $definition | Publish-IdentityPool
        $definition | Compare-IdentityPool | Should -BeNullOrEmpty
        @(Get-IdentityPool -Name blog) | Should -HaveCount 1
    }
}

Describe 'Something that is not there, or not meant' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web')
        $session.Sandbox.AddRole("$role/Lambda", '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}')
        $session.Sandbox.AddRole("$role/Other", '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:87654321-1234-1234-1234-123456789012"}}}]}')
        $shop = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $twin = New-IdentityPool twin | Publish-IdentityPool -PassThru
        $second = New-IdentityPool second | Publish-IdentityPool -PassThru
        New-IdentityPool twin | Publish-IdentityPool -Id $second.Id
    }

    BeforeEach {
        $session.Sandbox.ClearCalls()
    }

    AfterEach {
        @($session.Sandbox.Calls | Where-Object { $_.Mutating -and $_.StatusCode -eq 200 }) | Should -HaveCount 0
    }

    It '<What>: <Command> says <Id>' -ForEach @(
        @{ What = 'an unknown id'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Command = 'Get'; Action = { Get-IdentityPool -Id $missing } }
        @{ What = 'an unknown id'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-IdentityPool x | Publish-IdentityPool -Id $missing } }
        @{ What = 'an unknown id'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Command = 'Compare'; Action = { New-IdentityPool x | Compare-IdentityPool -Id $missing } }
        @{ What = 'an unknown id'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Command = 'Remove'; Action = { Remove-IdentityPool -Id $missing -Force } }
        @{ What = 'an unknown name'; Id = 'IdentityPoolNotFound'; Category = 'ObjectNotFound'; Command = 'Get'; Action = { Get-IdentityPool -Name nothing } }
        @{ What = 'an id of another region'; Id = 'IdentityPoolRegionMismatch'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Id $elsewhere } }
        @{ What = 'an id of another region'; Id = 'IdentityPoolRegionMismatch'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool x | Publish-IdentityPool -Id $elsewhere } }
        @{ What = 'an id of another region'; Id = 'IdentityPoolRegionMismatch'; Category = 'InvalidArgument'; Command = 'Compare'; Action = { New-IdentityPool x | Compare-IdentityPool -Id $elsewhere } }
        @{ What = 'an id of another region'; Id = 'IdentityPoolRegionMismatch'; Category = 'InvalidArgument'; Command = 'Remove'; Action = { Remove-IdentityPool -Id $elsewhere -Force } }
        @{ What = 'no id'; Id = 'InvalidIdentityPoolId'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Id shop } }
        @{ What = 'no id'; Id = 'InvalidIdentityPoolId'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool x | Publish-IdentityPool -Id shop } }
        @{ What = 'no id'; Id = 'InvalidIdentityPoolId'; Category = 'InvalidArgument'; Command = 'Remove'; Action = { Remove-IdentityPool -Id shop -Force } }
        @{ What = 'an ARN of another account'; Id = 'IdentityPoolOfAnotherAccount'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Arn ($shop.Arn -replace ':123456789012:', ':210987654321:') } }
        @{ What = 'an ARN of another account'; Id = 'IdentityPoolOfAnotherAccount'; Category = 'InvalidArgument'; Command = 'Remove'; Action = { Remove-IdentityPool -Arn ($shop.Arn -replace ':123456789012:', ':210987654321:') -Force } }
        @{ What = 'an ARN of another region'; Id = 'IdentityPoolRegionMismatch'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Arn ($shop.Arn -replace 'eu-west-1', 'us-east-1') } }
        @{ What = 'no ARN'; Id = 'InvalidArn'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Arn nonsense } }
        @{ What = 'no ARN'; Id = 'InvalidArn'; Category = 'InvalidArgument'; Command = 'Remove'; Action = { Remove-IdentityPool -Arn nonsense -Force } }
        @{ What = 'an ARN of a role'; Id = 'InvalidIdentityPoolArn'; Category = 'InvalidArgument'; Command = 'Get'; Action = { Get-IdentityPool -Arn "$role/Lambda" } }
        @{ What = 'a reference as a definition'; Id = 'PoolIsReference'; Category = 'InvalidOperation'; Command = 'Publish'; Action = { Get-IdentityPool -Id $shop.Id -AsReference | Publish-IdentityPool } }
        @{ What = 'a definition without a name'; Id = 'PoolNameRequired'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool | Publish-IdentityPool } }
        @{ What = 'a name that two pools have'; Id = 'PoolNameAmbiguous'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool twin | Publish-IdentityPool } }
        @{ What = 'a name that two pools have'; Id = 'PoolNameAmbiguous'; Category = 'InvalidArgument'; Command = 'Compare'; Action = { New-IdentityPool twin | Compare-IdentityPool } }
        @{ What = 'a definition in place of a pool'; Id = 'RemovalNeedsId'; Category = 'InvalidOperation'; Command = 'Remove'; Action = { New-IdentityPool shop | Remove-IdentityPool -Force } }
        @{ What = 'a role that does not exist'; Id = 'RoleMissing'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-IdentityPool x -AuthenticatedRole "$role/Missing" | Publish-IdentityPool } }
        @{ What = 'a mapped role that does not exist'; Id = 'RoleMissing'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-MappedPool "$role/Missing" | Publish-IdentityPool } }
        @{ What = 'a mapped role that does not exist'; Id = 'RoleMissing'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-MappedPool "$role/Missing" | Publish-IdentityPool -Id $shop.Id } }
        @{ What = 'a role of Lambda'; Id = 'RoleDoesNotTrustPool'; Category = 'InvalidOperation'; Command = 'Publish'; Action = { New-IdentityPool x -UnauthenticatedRole "$role/Lambda" | Publish-IdentityPool } }
        @{ What = 'a mapped role of Lambda'; Id = 'RoleDoesNotTrustPool'; Category = 'InvalidOperation'; Command = 'Publish'; Action = { New-MappedPool "$role/Lambda" | Publish-IdentityPool } }
        @{ What = 'a mapped role of another pool'; Id = 'RoleDoesNotTrustPool'; Category = 'InvalidOperation'; Command = 'Publish'; Action = { New-MappedPool "$role/Other" | Publish-IdentityPool -Id $shop.Id } }
        @{ What = 'a mapped provider that the pool lacks'; Id = 'MappedProviderMissing'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-IdentityPool x | Add-RoleMapping -UserPool $web -UserPoolClient web -UseToken | Publish-IdentityPool } }
        @{ What = 'a user pool that does not exist'; Id = 'ResourceNotFound'; Category = 'ObjectNotFound'; Command = 'Publish'; Action = { New-IdentityPool x | Add-UserPoolAuthentication -UserPool eu-west-1_Missing00 | Publish-IdentityPool } }
        @{ What = 'a client that does not exist'; Id = 'RequestRefused'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool x | Add-UserPoolAuthentication -UserPool $web -UserPoolClient missing | Publish-IdentityPool } }
        @{ What = 'an OpenID Connect provider that does not exist'; Id = 'RequestRefused'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool x | Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example.com | Publish-IdentityPool } }
        @{ What = 'a SAML provider that does not exist'; Id = 'RequestRefused'; Category = 'InvalidArgument'; Command = 'Publish'; Action = { New-IdentityPool x | Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Corp | Publish-IdentityPool } }
    ) {
        $refusal = Get-Refusal $Action
        Assert-Refusal $refusal $Id $Command $Category
        $refusal.TargetObject | Should -Not -BeNullOrEmpty
    }

    It 'a name that two pools have is told with both ids' {
        $message = (Get-Refusal { New-IdentityPool twin | Publish-IdentityPool }).Exception.Message
        $message | Should -Match $twin.Id
        $message | Should -Match $second.Id
        $message | Should -Match '-Id'
    }

    It 'an intrinsic is told with its place: <Place>' -ForEach @(
        @{ Place = 'Name'; Define = { New-IdentityPool @{ Ref = 'Stage' } } }
        @{ Place = 'UserPools'; Define = { New-IdentityPool x | Add-UserPoolAuthentication -UserPool @{ Ref = 'Stage' } -UserPoolClient web } }
        @{ Place = 'UserPools'; Define = { New-IdentityPool x | Add-UserPoolAuthentication -UserPool $web -UserPoolClient @{ Ref = 'Stage' } } }
        @{ Place = 'AuthenticatedRole'; Define = { New-IdentityPool x -AuthenticatedRole @{ Ref = 'Stage' } } }
        @{ Place = 'OpenIdConnectProviders'; Define = { New-IdentityPool x | Add-OpenIdConnectProvider @{ Ref = 'Stage' } } }
        @{ Place = 'SamlProviders'; Define = { New-IdentityPool x | Add-SamlProvider @{ Ref = 'Stage' } } }
        @{ Place = 'LoginProviders'; Define = { New-IdentityPool x | Add-LoginProvider -Facebook @{ Ref = 'Stage' } } }
        @{ Place = 'DeveloperProviderName'; Define = { New-IdentityPool x | Add-DeveloperProvider @{ Ref = 'Stage' } } }
        @{ Place = 'Tags'; Define = { New-IdentityPool x -Tag @{ stage = @{ Ref = 'Stage' } } } }
    ) {
        foreach ($command in 'Publish', 'Compare') {
            $definition = . $Define
            $refusal = Get-Refusal { $definition | & "$command-IdentityPool" }
            Assert-Refusal $refusal UnresolvedIntrinsic $command InvalidArgument
            $refusal.Exception.Message | Should -Match ([regex]::Escape($Place))
            $refusal.Exception.Message | Should -Match 'Stage'
        }
    }
}

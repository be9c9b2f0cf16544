#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Tests the identity pool of the shop without an AWS account.

.DESCRIPTION
Requires Pester 5 or later. Most tests use only the definition; tests that need an account use an in-memory account. Copy this file to the directory of your own
definition.

Shop.template.yaml is the last approved version of the definition. After an intended change, write it again and commit both files:

    ./Shop.ps1 | Export-IdentityPool Shop.template.yaml

.EXAMPLE
Invoke-Pester ./Shop.Tests.ps1

.NOTES
No permissions are required: the tests call only an in-memory account.
#>

BeforeAll {
    Set-StrictMode -Version Latest
    $ErrorActionPreference = 'Stop'
    $userPool = 'eu-west-1_Sh1Sh2Sh3'
    $client = '1shopclient0123456789abcde'
    $shop = & "$PSScriptRoot/Shop.ps1" -UserPool $userPool -UserPoolClient $client

    # An identity token as the user pool issues it; the in-memory account does not check the signature.
    function ConvertTo-IdToken([hashtable] $Claim) {
        $standard = @{ iss = "https://cognito-idp.eu-west-1.amazonaws.com/$userPool"; aud = $client; sub = 'ann'; exp = 4000000000 }
        $parts = @{ alg = 'none' }, ($standard + $Claim) | ForEach-Object {
            [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $_ -Compress))).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        }
        "$($parts -join '.').signature"
    }
}

Describe 'The definition of the shop' {
    It 'has no finding that is worse than information' {
        $shop | Get-IdentityPoolFinding -Severity Warning | Should -BeNullOrEmpty
    }

    It 'accepts a finding only with a reason' {
        $accepted = @($shop | Get-IdentityPoolFinding -IncludeSuppressed | Where-Object Suppression)
        $accepted.RuleId | Should -Be WritableClaim
    }

    It 'is what was agreed to' {
        $agreed = Get-Content -LiteralPath "$PSScriptRoot/Shop.template.yaml" -Raw
        ($shop | ConvertTo-IdentityPoolTemplate -Format Yaml) -replace '\r\n', "`n" | Should -BeExactly ($agreed -replace '\r\n', "`n")
    }

    It 'gives the role <Role> to <Who>' -ForEach @(
        @{ Who = 'an editor'; Claim = @{ 'custom:role' = 'editor' }; Role = 'Editor' }
        @{ Who = 'a customer'; Claim = @{ 'custom:role' = 'customer' }; Role = 'Authenticated' }
        @{ Who = 'somebody without the claim'; Claim = @{}; Role = 'Authenticated' }
    ) {
        ($shop | Resolve-IdentityPoolRole -Claim $Claim).Role | Should -Be $Role
    }

    It 'denies guests' {
        ($shop | Resolve-IdentityPoolRole -Guest).Outcome | Should -Be Denied
    }

    It 'lets nobody but their owner at the uploads' {
        $statements = @($shop.AuthenticatedRole.Statements | Where-Object { "$($_.Resources)" -match 'shop-uploads' })
        $statements.Count | Should -BeGreaterThan 0
        foreach ($statement in $statements) { "$($statement.Resources) $($statement.Condition)" | Should -Match 'cognito-identity.amazonaws.com:sub' }
    }
}

Describe 'The shop in an account' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -NotDefault
        $session.Sandbox.AddUserPool($userPool, $client)
        $live = $shop | Publish-IdentityPool -Session $session -PassThru
    }

    It 'is as defined' {
        $shop | Compare-IdentityPool -Session $session -Prune | Should -BeNullOrEmpty
    }

    It 'stays as it is when it is published again' {
        $session.Sandbox.ClearCalls()
        $shop | Publish-IdentityPool -Session $session
        $session.Sandbox.Calls | Where-Object Mutating | Should -BeNullOrEmpty
    }

    It 'gives credentials to an editor' {
        $credential = $live | Get-IdentityPoolCredential -Session $session -Login @{ $userPool = ConvertTo-IdToken @{ 'custom:role' = 'editor' } }
        $credential.IdentityId | Should -Match '^eu-west-1:'
        $credential.Expiration | Should -BeGreaterThan ([DateTimeOffset]::UtcNow)
    }

    It 'gives none to a guest' {
        { $live | Get-IdentityPoolCredential -Session $session } | Should -Throw -ExpectedMessage '*not supported for this identity pool*'
    }
}

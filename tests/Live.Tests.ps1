BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $id = 'eu-west-1:12345678-1234-1234-1234-123456789012'
    $arn = "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/$id"
    $secret = ConvertTo-SecureString 'not-a-secret' -AsPlainText -Force
    $credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', $secret)
}

Describe 'Get-IdentityPool -AsReference' {
    It 'makes a reference of an id' {
        $pool = Get-IdentityPool -Id $id -AsReference
        $pool | Should -BeOfType IdentityPools.IdentityPool
        $pool.Id | Should -Be $id
        $pool.Region | Should -Be 'eu-west-1'
    }

    It 'makes a reference of an ARN' {
        $pool = Get-IdentityPool -Arn $arn -AsReference
        $pool.Id | Should -Be $id
        $pool.Arn | Should -Be $arn
    }

    It 'takes ids from properties of the pipeline' {
        $objects = [pscustomobject]@{ IdentityPoolId = $id }, [pscustomobject]@{ Id = $id }
        @($objects | Get-IdentityPool -AsReference) | Should -HaveCount 2
    }

    It 'takes its own output' {
        (Get-IdentityPool -Arn $arn -AsReference | Get-IdentityPool -AsReference).Id | Should -Be $id
    }

    It 'shows the id' {
        Get-IdentityPool -Id $id -AsReference | Out-String -Width 100 | Should -Match $id
    }

    It 'refuses an id of another region than -Region' {
        { Get-IdentityPool -Id $id -Region us-east-1 -AsReference } | Should -Throw -ErrorId 'IdentityPoolRegionMismatch,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'shop' }
        @{ Id = 'eu-west-1:' }
        @{ Id = 'eu-west-1:NOT-A-GUID' }
        @{ Id = 'eu-west-1_Ab1Cd2Ef3' }
    ) {
        { Get-IdentityPool -Id $Id -AsReference } | Should -Throw -ErrorId 'InvalidIdentityPoolId,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'refuses the ARN <Arn>' -ForEach @(
        @{ Arn = 'shop'; Fault = 'InvalidArn' }
        @{ Arn = 'arn:aws:iam::123456789012:role/User'; Fault = 'InvalidIdentityPoolArn' }
        @{ Arn = 'arn:aws:cognito-identity:us-east-1:123456789012:identitypool/eu-west-1:12345678-1234-1234-1234-123456789012'; Fault = 'IdentityPoolRegionMismatch' }
    ) {
        { Get-IdentityPool -Arn $Arn -AsReference } | Should -Throw -ErrorId "$Fault,IdentityPools.Commands.GetIdentityPoolCommand"
    }

    It 'goes on with the next id' {
        $pools = @(Get-IdentityPool -Id 'wrong', $id -AsReference -ErrorAction SilentlyContinue -ErrorVariable faults)
        $pools | Should -HaveCount 1
        @($faults).Count | Should -Be 1
        $faults[0].TargetObject | Should -Be 'wrong'
        "$($faults[0].CategoryInfo.Category)" | Should -Be 'InvalidArgument'
    }

    It 'knows no pages' {
        { Get-IdentityPool -Id $id -AsReference -First 1 } | Should -Throw -ErrorId 'PagingWithoutList,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'does not take a definition without an id' {
        { New-IdentityPool shop | Get-IdentityPool -AsReference } | Should -Throw
    }
}

Describe 'Connection arguments' {
    It 'have a session token only with a credential' {
        { Get-IdentityPool -SessionToken $secret } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,IdentityPools.Commands.GetIdentityPoolCommand'
        { Connect-IdentityPool -SessionToken $secret } | Should -Throw -ErrorId 'SessionTokenWithoutCredential,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have a credential or a profile' {
        { Get-IdentityPool -Credential $credential -ProfileName prod } | Should -Throw -ErrorId 'CredentialAndProfile,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have a region that could be one' {
        { Get-IdentityPool -Region Frankfurt } | Should -Throw -ErrorId 'InvalidRegion,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have an endpoint that is an address' {
        { Get-IdentityPool -EndpointUrl 'localhost/somewhere' } | Should -Throw -ErrorId 'InvalidEndpointUrl,IdentityPools.Commands.GetIdentityPoolCommand'
        { Get-IdentityPool -EndpointUrl 'ftp://localhost' } | Should -Throw -ErrorId 'InvalidEndpointUrl,IdentityPools.Commands.GetIdentityPoolCommand'
    }

    It 'have an account of 12 digits for the sandbox' {
        { Connect-IdentityPool -Sandbox -AccountId 123 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }

    It 'have no profile for the sandbox' {
        { Connect-IdentityPool -Sandbox -ProfileName prod } | Should -Throw -ErrorId 'AmbiguousParameterSet,IdentityPools.Commands.ConnectIdentityPoolCommand'
    }
}

Describe 'Disconnect-IdentityPool' {
    It 'minds nothing when there is no session' {
        Disconnect-IdentityPool
        Disconnect-IdentityPool
    }
}

Describe 'Remove-IdentityPool' {
    It 'needs the id of a definition' {
        { New-IdentityPool shop | Remove-IdentityPool -Force } | Should -Throw -ErrorId 'RemovalNeedsId,IdentityPools.Commands.RemoveIdentityPoolCommand'
    }
}

Describe 'Completion of profiles' {
    BeforeAll {
        function Get-Completion($Line) {
            [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches | ForEach-Object CompletionText
        }
        $before = $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials"
    }

    AfterAll {
        $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE = $before
    }

    It 'reads the names of both files' {
        Set-Content -LiteralPath "$TestDrive/config" -Value "[default]`nregion = eu-west-1`n[profile shop-prod]`nsso_session = corp`n[sso-session shop-corp]`n[shop-no-profile]"
        Set-Content -LiteralPath "$TestDrive/credentials" -Value "[shop test]`naws_access_key_id = AKIAIOSFODNN7EXAMPLE`n[shop-prod]`n"
        Get-Completion 'Get-IdentityPool -ProfileName shop' | Should -Be @("'shop test'", 'shop-prod')
        Get-Completion 'Connect-IdentityPool -ProfileName d' | Should -Be 'default'
    }

    It 'offers nothing where there is no file' {
        $env:AWS_CONFIG_FILE = "$TestDrive/missing/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive"
        Get-Completion 'Get-IdentityPool -ProfileName shop' | Should -Not -Contain 'shop-prod'
    }
}

BeforeDiscovery {
    $noCli = $null -eq (Get-Command -Name aws -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/08-deploy-stack-set.ps1"
    $folder = "$TestDrive/stack-set"
    function Set-List([string[]] $Row = @()) { Set-Content -LiteralPath "$TestDrive/accounts.csv" -Value (@('Account,Region,UserPoolId,UserPoolClientId') + $Row) }
}

Describe 'examples/08-deploy-stack-set.ps1' {
    BeforeEach {
        if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    }

    It 'writes one template with what differs as parameters' {
        $null = & $script -OutputFolder $folder
        $template = [IO.File]::ReadAllText("$folder/shop-identity-pool.template.yaml")
        $template | Should -Match '(?m)^  UserPoolId:\r?\n    Type: String'
        $template | Should -Match 'ClientId: !Ref UserPoolClientId'
        $template | Should -Not -Match '111122223333|Sh1Sh2Sh3'
        (Import-IdentityPool -LiteralPath "$folder/shop-identity-pool.template.yaml").Name | Should -Be shop
    }

    It 'writes the parameters of every account and region' {
        $steps = @(& $script -OutputFolder $folder)
        $steps | Should -HaveCount 5
        $values = [IO.File]::ReadAllText("$folder/111122223333.us-east-1.parameters.json") | ConvertFrom-Json
        "$($values.ParameterKey)" | Should -Be 'UserPoolId UserPoolClientId'
        "$($values.ParameterValue)" | Should -Be 'us-east-1_Sh4Sh5Sh6 2shopclient0123456789abc'
    }

    It 'gives commands that the AWS CLI understands' -Skip:$noCli {
        foreach ($step in & $script -OutputFolder $folder) {
            # The skeleton of the answer is printed once all arguments are checked; nothing is called.
            $arguments = [regex]::Matches($step.Command, "'((?:[^']|'\\'')*)'|(\S+)") | Select-Object -Skip 1 |
                ForEach-Object { if ($_.Groups[1].Success) { $_.Groups[1].Value } else { $_.Groups[2].Value } }
            $null = & aws @arguments --region eu-west-1 --generate-cli-skeleton output 2>&1
            $LASTEXITCODE | Should -Be 0 -Because $step.Command
        }
    }

    It 'makes the stack set first, so that operations queue' {
        $steps = @(& $script -OutputFolder $folder)
        $steps[0].Command | Should -Match 'create-stack-set .*--capabilities CAPABILITY_IAM --managed-execution Active=true'
        $steps[1].Command | Should -Match 'create-stack-instances .*--accounts 111122223333 --regions eu-west-1'
    }

    It 'says all that is wrong with a list, and writes nothing: <Fault>' -ForEach @(
        @{ Fault = 'an account that is none'; Row = '12,eu-west-1,eu-west-1_Sh1Sh2Sh3,1shopclient0123456789abc'; Message = "line 2: '12' is not a valid account ID" }
        @{ Fault = 'a missing value'; Row = '111122223333,eu-west-1,,1shopclient0123456789abc'; Message = 'line 2: UserPoolId is missing' }
        @{ Fault = 'another region'; Row = '111122223333,eu-west-1,us-east-1_Sh1Sh2Sh3,1shopclient0123456789abc'; Message = 'line 2: user pool us-east-1_Sh1Sh2Sh3 is not in eu-west-1' }
        @{ Fault = 'no region'; Row = '111122223333,nowhere,eu-west-1_Sh1Sh2Sh3,1shopclient0123456789abc'; Message = 'line 2: *nowhere*' }
        @{ Fault = 'an id that cannot be'; Row = '111122223333,eu-west-1,pool,1shopclient0123456789abc'; Message = 'line 2: *pool*' }
    ) {
        Set-List $Row, '111122223333,eu-west-3,eu-west-3_Sh1Sh2Sh3,1shopclient0123456789abc', '111122223333,eu-west-3,eu-west-3_Sh1Sh2Sh3,1shopclient0123456789abc'
        { & $script "$TestDrive/accounts.csv" -OutputFolder $folder } | Should -Throw "*nothing was written.*$Message*line 4: account 111122223333 is listed twice for eu-west-3"
        Test-Path -LiteralPath $folder | Should -BeFalse
    }

    It 'refuses a list without accounts' {
        Set-List
        { & $script "$TestDrive/accounts.csv" -OutputFolder $folder } | Should -Throw '*the file contains no accounts*'
    }

    It 'writes nothing with -WhatIf' {
        & $script -OutputFolder $folder -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $folder | Should -BeFalse
    }
}

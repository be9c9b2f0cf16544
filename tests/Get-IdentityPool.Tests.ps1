BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $web = 'eu-west-1_Ab1Cd2Ef3'
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'Connect-IdentityPool -Sandbox' {
    It 'emits nothing, and is the default from then on' {
        Connect-IdentityPool -Sandbox | Should -BeNullOrEmpty
        New-IdentityPool shop | Publish-IdentityPool
        @(Get-IdentityPool) | Should -HaveCount 1
    }

    It 'says where it leads to with -PassThru' {
        $session = Connect-IdentityPool -Sandbox -Region ap-southeast-2 -AccountId 210987654321 -PassThru
        $session | Should -BeOfType IdentityPools.IdentityPoolSession
        $session.Region | Should -Be 'ap-southeast-2'
        $session.IsSandbox | Should -BeTrue
        $session.Sandbox.AccountId | Should -Be '210987654321'
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $pool.Arn | Should -BeLike 'arn:aws:cognito-identity:ap-southeast-2:210987654321:identitypool/ap-southeast-2:*'
    }

    It 'works in the partition <Partition>' -ForEach @(
        @{ Region = 'cn-north-1'; Partition = 'aws-cn' }
        @{ Region = 'us-gov-west-1'; Partition = 'aws-us-gov' }
    ) {
        Connect-IdentityPool -Sandbox -Region $Region
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        $pool.Arn | Should -BeLike "arn:${Partition}:cognito-identity:${Region}:*"
        $pool.AuthenticatedRole.Arn | Should -BeLike "arn:${Partition}:iam::*"
        New-IdentityPool shop | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'is a new and empty account each time' {
        $first = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop | Publish-IdentityPool
        Connect-IdentityPool -Sandbox
        Get-IdentityPool | Should -BeNullOrEmpty
        @(Get-IdentityPool -Session $first) | Should -HaveCount 1
    }

    It 'is forgotten by Disconnect-IdentityPool, but not by who holds the session' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        New-IdentityPool shop | Publish-IdentityPool
        Disconnect-IdentityPool
        @(Get-IdentityPool -Session $session) | Should -HaveCount 1
    }

    It 'takes the region of a pool that is named, where the session has the same' {
        Connect-IdentityPool -Sandbox -Region us-west-2
        $pool = New-IdentityPool shop | Publish-IdentityPool -PassThru
        (Get-IdentityPool -Id $pool.Id).Region | Should -Be 'us-west-2'
    }
}

Describe 'Get-IdentityPool' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $session.Sandbox.AddUserPool($web, 'web', 'app')
        $session.Sandbox.AddOpenIdConnectProvider('arn:aws:iam::123456789012:oidc-provider/login.example.com', 'web')
        $session.Sandbox.AddSamlProvider('arn:aws:iam::123456789012:saml-provider/Corp')
        $rich = New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'web' } |
            Add-UserPoolAuthentication -UserPool $web -UserPoolClient web -DisableServerSideTokenCheck |
            Add-LoginProvider -Facebook 1234567890 -Google 'abc.apps.googleusercontent.com' |
            Add-OpenIdConnectProvider arn:aws:iam::123456789012:oidc-provider/login.example.com |
            Add-SamlProvider arn:aws:iam::123456789012:saml-provider/Corp |
            Add-DeveloperProvider login.shop.example |
            Add-RoleMapping -UserPool $web -ResolveAmbiguousRoles -Rule @(
                New-RoleMappingRule 'cognito:groups' admins (New-IdentityPoolRole Admin -Statement (New-PolicyStatement -Action 's3:*' -Resource '*')) -MatchType Contains
            ) |
            Add-PrincipalTag -UserPool $web -Tag @{ department = 'custom:department' } |
            Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource 'arn:aws:s3:::shop/*'
        $shop = $rich | Publish-IdentityPool -PassThru
        'shop-test', 'blog' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool
    }

    It 'lists all' {
        (Get-IdentityPool | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
    }

    It 'finds a name, with wildcards or without' {
        (Get-IdentityPool shop).Id | Should -Be $shop.Id
        (Get-IdentityPool -Name 'SHOP*' | Sort-Object Name).Name | Should -Be 'shop', 'shop-test'
        Get-IdentityPool -Name 'nothing*' | Should -BeNullOrEmpty
    }

    It 'reads by id and by ARN' {
        (Get-IdentityPool -Id $shop.Id).Name | Should -Be 'shop'
        (Get-IdentityPool -Arn $shop.Arn).Id | Should -Be $shop.Id
        ([pscustomobject]@{ IdentityPoolId = $shop.Id } | Get-IdentityPool).Name | Should -Be 'shop'
    }

    It 'reads what it emitted again' {
        (Get-IdentityPool | Get-IdentityPool | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
    }

    It 'reads a reference' {
        (Get-IdentityPool -Id $shop.Id -AsReference | Get-IdentityPool).Name | Should -Be 'shop'
    }

    It 'reads everything that belongs to the pool' {
        $pool = Get-IdentityPool -Id $shop.Id
        $pool.AllowUnauthenticatedIdentities | Should -BeTrue
        $pool.UserPools[0].ProviderName | Should -Be "cognito-idp.eu-west-1.amazonaws.com/$web"
        $pool.UserPools[0].ClientId | Should -Be 'web'
        $pool.UserPools[0].ServerSideTokenCheck | Should -BeFalse
        @($pool.LoginProviders) | Should -HaveCount 2
        @($pool.OpenIdConnectProviders) | Should -HaveCount 1
        @($pool.SamlProviders) | Should -HaveCount 1
        $pool.DeveloperProviderName | Should -Be 'login.shop.example'
        $pool.RoleMappings[0].Rules[0].MappedRole.Name | Should -Be 'Admin'
        $pool.RoleMappings[0].Rules[0].MatchType | Should -Be 'Contains'
        $pool.RoleMappings[0].AmbiguousRoleResolution | Should -Be 'AuthenticatedRole'
        @($pool.Roles) | Should -HaveCount 3
        @(($pool.Roles | Where-Object Name -EQ Admin).Statements) | Should -HaveCount 1
        $pool.AuthenticatedRole.Statements[0].Actions | Should -Be 's3:GetObject'
        @($pool.PrincipalTags) | Should -HaveCount 1
        $pool.Tags['team'] | Should -Be 'web'
        @($pool.Tags.Keys) | Should -HaveCount 1
    }

    It 'reads without changing anything' {
        $session.Sandbox.ClearCalls()
        Get-IdentityPool | Out-Null
        @($session.Sandbox.Calls | Where-Object Mutating) | Should -HaveCount 0
    }

    It 'gives what Compare-IdentityPool finds no difference in' {
        Get-IdentityPool | Compare-IdentityPool | Should -BeNullOrEmpty
        $rich | Compare-IdentityPool | Should -BeNullOrEmpty
    }

    It 'gives what can be exported and read back' {
        $path = "$TestDrive/account.yaml"
        Get-IdentityPool | Export-IdentityPool -Path $path -WarningAction SilentlyContinue
        $read = @(Import-IdentityPool -Path $path)
        ($read | Sort-Object Name).Name | Should -Be 'blog', 'shop', 'shop-test'
        Get-Content -LiteralPath $path -Raw | Should -Not -Match 'IdentityPool:(Managed|Client|PoolId)'
    }

    It 'keeps to -First and -Skip' {
        $names = @(Get-IdentityPool | ForEach-Object Name)
        @(Get-IdentityPool -First 2 | ForEach-Object Name) | Should -Be $names[0, 1]
        @(Get-IdentityPool -Skip 2 | ForEach-Object Name) | Should -Be $names[2]
        (Get-IdentityPool -IncludeTotalCount -First 1)[0] | Should -Be 3
    }

    It 'fits a pool of another session' {
        $other = Connect-IdentityPool -Sandbox -PassThru
        Get-IdentityPool -Name blog -Session $session | Publish-IdentityPool -Session $other -ErrorAction SilentlyContinue -ErrorVariable faults
        $faults[0].FullyQualifiedErrorId | Should -Be 'IdentityPoolNotFound,IdentityPools.Commands.PublishIdentityPoolCommand'
        New-IdentityPool blog | Publish-IdentityPool -Session $other
        @(Get-IdentityPool -Session $other) | Should -HaveCount 1
        @(Get-IdentityPool -Session $session) | Should -HaveCount 3
    }
}

Describe 'Get-IdentityPool by what names pools' {
    BeforeAll {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $shop, $blog, $twin = 'shop', 'blog', 'blog' | ForEach-Object { $session.Sandbox.Invoke('CreateIdentityPool', "{`"IdentityPoolName`":`"$_`",`"AllowUnauthenticatedIdentities`":false}") | ConvertFrom-Json }
        $test = New-IdentityPool shop-test | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -PassThru
        $id = $shop.IdentityPoolId
        $arn = "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/$id"
        $missing = 'eu-west-1:12345678-1234-1234-1234-123456789012'

        function Get-Operation($Name) { @($session.Sandbox.Calls | Where-Object Operation -EQ $Name) }
    }

    AfterAll { Disconnect-IdentityPool }

    BeforeEach { $session.Sandbox.ClearCalls() }

    It 'emits a pool once that several names match' {
        (Get-IdentityPool shop, 'SH*', '*test' | Sort-Object Name).Name | Should -Be 'shop', 'shop-test'
        Get-Operation ListIdentityPools | Should -HaveCount 1
        Get-Operation DescribeIdentityPool | Should -HaveCount 2
    }

    It 'emits every pool of a name' {
        (Get-IdentityPool blog).Id | Sort-Object | Should -Be @($blog.IdentityPoolId, $twin.IdentityPoolId | Sort-Object)
    }

    It 'has an error for each name that no pool has, and none for wildcards' {
        $found = Get-IdentityPool none, 'none*', shop, gone -ErrorAction SilentlyContinue -ErrorVariable faults
        $found.Name | Should -Be 'shop'
        $faults.FullyQualifiedErrorId | Should -Be @('IdentityPoolNotFound,IdentityPools.Commands.GetIdentityPoolCommand', 'IdentityPoolNotFound,IdentityPools.Commands.GetIdentityPoolCommand')
        $faults.TargetObject | Should -Be 'none', 'gone'
        Get-IdentityPool 'none*', 'n[o]ne' | Should -BeNullOrEmpty
    }

    It 'takes an id or an ARN in the place of a name: <Line>' -ForEach @(
        @{ Line = 'Get-IdentityPool $id' }
        @{ Line = 'Get-IdentityPool $arn' }
        @{ Line = 'Get-IdentityPool -Name $arn, $id' }
        @{ Line = 'Get-IdentityPool $id, sho[p]' }
        @{ Line = 'Get-IdentityPool shop, $arn' }
        @{ Line = 'Get-IdentityPool (Get-IdentityPool -Id $id)' }
        @{ Line = 'Get-IdentityPool (Get-IdentityPool -Id $id), shop' }
        @{ Line = 'Get-IdentityPool (Get-IdentityPool -Id $id -AsReference)' }
    ) {
        $pool = & ([scriptblock]::Create($Line))
        @($pool) | Should -HaveCount 1
        $pool.Id | Should -Be $id
        $pool.Name | Should -Be 'shop'
    }

    It 'needs no list for ids' {
        $null = Get-IdentityPool $id, $arn
        Get-Operation ListIdentityPools | Should -BeNullOrEmpty
        Get-Operation DescribeIdentityPool | Should -HaveCount 1
        { Get-IdentityPool $id -First 1 } | Should -Throw -ErrorId 'PagingWithoutList,*'
        @(Get-IdentityPool $id, 's*' -First 1).Id | Should -Be $id
        @(Get-IdentityPool $id, 's*' -Skip 1).Id | Should -Be $test.Id
        (Get-IdentityPool $id, 's*' -IncludeTotalCount -First 1)[0] | Should -Be 2
    }

    It 'takes from the pipeline what names pools: <What>' -ForEach @(
        @{ What = 'a name'; Given = { 'shop' } }
        @{ What = 'a wildcard'; Given = { 'sho?' } }
        @{ What = 'an id'; Given = { $id } }
        @{ What = 'an ARN'; Given = { $arn } }
        @{ What = 'a value'; Given = { (Get-IdentityPool shop).Name } }
        @{ What = 'Name'; Given = { [pscustomobject]@{ Name = 'shop' } } }
        @{ What = 'Id'; Given = { [pscustomobject]@{ Id = $id; Name = 'other' } } }
        @{ What = 'IdentityPoolId'; Given = { [pscustomobject]@{ IdentityPoolId = $id; IdentityPoolName = 'shop'; Name = 'blog' } } }
        @{ What = 'an empty Id'; Given = { [pscustomobject]@{ Id = ''; Name = 'shop' } } }
        @{ What = 'an id as Name'; Given = { [pscustomobject]@{ Name = $id } } }
        @{ What = 'Arn'; Given = { [pscustomobject]@{ Arn = $arn } } }
        @{ What = 'IdentityPoolArn'; Given = { [pscustomobject]@{ IdentityPoolArn = $arn; Name = 'blog' } } }
        @{ What = 'a hashtable'; Given = { @{ Name = 'shop' } } }
        @{ What = 'a CSV file'; Given = { "Name,Team`nshop,web" | ConvertFrom-Csv } }
        @{ What = 'JSON'; Given = { "{`"IdentityPoolId`":`"$id`"}" | ConvertFrom-Json } }
        @{ What = 'AWS.Tools'' listing'; Given = { $session.Sandbox.Invoke('ListIdentityPools', '{"MaxResults":60}') | ConvertFrom-Json | ForEach-Object IdentityPools | Where-Object IdentityPoolName -EQ shop } }
        @{ What = 'a pool'; Given = { Get-IdentityPool shop } }
        @{ What = 'a reference'; Given = { Get-IdentityPool $id -AsReference } }
        @{ What = 'a definition'; Given = { New-IdentityPool shop } }
        @{ What = 'a property of each'; Given = { Get-IdentityPool shop | Select-Object Name } }
    ) {
        $pool = & $Given | Get-IdentityPool
        @($pool) | Should -HaveCount 1
        $pool.Id | Should -Be $id
    }

    It 'takes a property by script block' {
        ([pscustomobject]@{ Pool = $id } | Get-IdentityPool -Id { $_.Pool }).Name | Should -Be 'shop'
    }

    It 'says what is wrong with one of the pipeline and reads the others: <Fault>, <What>' -ForEach @(
        @{ What = 'no property'; Fault = 'PoolNotNamed'; Given = { [pscustomobject]@{ Title = 'shop' } } }
        @{ What = 'a number'; Fault = 'PoolNotNamed'; Given = { 5 } }
        @{ What = 'empty properties'; Fault = 'PoolNotNamed'; Given = { [pscustomobject]@{ Id = ''; Name = $null } } }
        @{ What = 'a property whose code fails'; Fault = 'PropertyUnreadable'; Given = { [pscustomobject]@{ Name = 'shop' } | Add-Member -MemberType ScriptProperty -Name Id -Value { throw 'no' } -PassThru } }
        @{ What = 'a hashtable'; Fault = 'PoolNotNamed'; Given = { @{ Title = 'shop' } } }
        @{ What = 'an array'; Fault = 'PoolNotNamed'; Given = { , @('shop', 'blog') } }
        @{ What = 'empty text'; Fault = 'EmptyPoolName'; Given = { '' } }
        @{ What = 'no name'; Fault = 'ReadingNeedsId'; Given = { New-IdentityPool } }
        @{ What = 'a function'; Fault = 'PoolNameIsFunction'; Given = { New-IdentityPool @{ 'Fn::Sub' = 'shop-${AWS::StackName}' } } }
        @{ What = 'a function of an object'; Fault = 'PoolNameIsFunction'; Given = { [pscustomobject]@{ Name = @{ Ref = 'A' } } } }
        @{ What = 'a name'; Fault = 'IdentityPoolNotFound'; Given = { 'gone' } }
        @{ What = 'the name of an object'; Fault = 'IdentityPoolNotFound'; Given = { [pscustomobject]@{ Name = 'gone' } } }
        @{ What = 'the name of a definition'; Fault = 'IdentityPoolNotFound'; Given = { New-IdentityPool gone } }
        @{ What = 'an id'; Fault = 'IdentityPoolNotFound'; Given = { $missing } }
        @{ What = 'an id that cannot be'; Fault = 'InvalidIdentityPoolId'; Given = { 'eu-west-1:SHOP' } }
        @{ What = 'the id of something else'; Fault = 'InvalidIdentityPoolId'; Given = { [pscustomobject]@{ Id = 42; Name = 'shop' } } }
        @{ What = 'the ARN of something else'; Fault = 'InvalidIdentityPoolArn'; Given = { [pscustomobject]@{ Arn = 'arn:aws:iam::123456789012:role/Admin'; Name = 'shop' } } }
        @{ What = 'an ARN of another account'; Fault = 'IdentityPoolOfAnotherAccount'; Given = { $arn -replace '123456789012', '999999999999' } }
        @{ What = 'id and ARN of two pools'; Fault = 'IdentityPoolIdIsNotOfArn'; Given = { [pscustomobject]@{ Id = $missing; Arn = $arn } } }
        @{ What = 'a pattern'; Fault = 'NamePatternInvalid'; Given = { 'shop[' } }
    ) {
        $ErrorActionPreference = 'Continue'
        $all = @(& { 'shop'; & $Given; $id } | Get-IdentityPool 2>&1)
        $all[0].Name | Should -Be 'shop'
        $all[2].Name | Should -Be 'shop'
        $all[1].FullyQualifiedErrorId | Should -Be "$Fault,IdentityPools.Commands.GetIdentityPoolCommand"
        $all | Should -HaveCount 3
    }

    It 'says what an object needs' {
        $thrown = try { [pscustomobject]@{ Title = 'x' } | Get-IdentityPool -ErrorAction Stop } catch { $_ }
        foreach ($word in 'Title=x', 'Id', 'IdentityPoolId', 'Arn', 'Name') { "$thrown" | Should -Match $word }
    }

    It 'takes no null: <Line>' -ForEach @(
        @{ Line = 'Get-IdentityPool $null' }
        @{ Line = "Get-IdentityPool ''" }
        @{ Line = 'Get-IdentityPool shop, $null' }
        @{ Line = "Get-IdentityPool shop, ''" }
        @{ Line = 'Get-IdentityPool @()' }
        @{ Line = '$null | Get-IdentityPool' }
        @{ Line = 'Get-IdentityPool (New-IdentityPool shop)' }
    ) {
        $run = [scriptblock]::Create($Line)
        { & $run } | Should -Throw -ErrorId 'Parameter*,IdentityPools.Commands.GetIdentityPoolCommand'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'goes on after a null' {
        $pool = 'shop', $null, $id | Get-IdentityPool -ErrorAction SilentlyContinue -ErrorVariable faults
        $pool.Name | Should -Be 'shop', 'shop'
        $faults | Should -HaveCount 1
    }

    It 'ends for an argument that cannot be, before anything is called: <Line>' -ForEach @(
        @{ Line = "Get-IdentityPool shop, 'a['"; Fault = 'NamePatternInvalid' }
        @{ Line = 'Get-IdentityPool shop, eu-west-1:SHOP'; Fault = 'InvalidIdentityPoolId' }
        @{ Line = "Get-IdentityPool 'eu-west-1:*'"; Fault = 'InvalidIdentityPoolId' }
        @{ Line = 'Get-IdentityPool arn:aws:iam::123456789012:role/Admin'; Fault = 'InvalidIdentityPoolArn' }
        @{ Line = 'Get-IdentityPool shop -AsReference'; Fault = 'ReferenceNeedsId' }
        @{ Line = 'Get-IdentityPool -AsReference'; Fault = 'ReferenceNeedsId' }
        @{ Line = 'Get-IdentityPool $id -AsReference -Detail Pool'; Fault = 'ParametersContradict' }
    ) {
        $run = [scriptblock]::Create("$Line -ErrorAction SilentlyContinue")
        { & $run } | Should -Throw -ErrorId "$Fault,IdentityPools.Commands.GetIdentityPoolCommand"
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'makes references of ids and ARNs alone, without a call' {
        (Get-IdentityPool $id, $arn -AsReference).Id | Should -Be $id, $id
        ($id, $arn, [pscustomobject]@{ Arn = $arn } | Get-IdentityPool -AsReference).Id | Should -Be $id, $id, $id
        'shop', $id | Get-IdentityPool -AsReference -ErrorAction SilentlyContinue -ErrorVariable faults | ForEach-Object Id | Should -Be $id
        $faults.FullyQualifiedErrorId | Should -Be 'ReferenceNeedsId,IdentityPools.Commands.GetIdentityPoolCommand'
        $session.Sandbox.Calls | Should -BeNullOrEmpty
    }

    It 'reads only what its names match' {
        (Get-IdentityPool 'shop*' | Sort-Object Name).Name | Should -Be 'shop', 'shop-test'
        Get-Operation DescribeIdentityPool | Should -HaveCount 2
        Get-Operation GetIdentityPoolRoles | Should -HaveCount 2
        @($session.Sandbox.Calls)[0].Operation | Should -Be 'ListIdentityPools'
    }

    It 'tells its names in completion, and the words of -Detail' {
        $null = $shop
        $held = Get-IdentityPool shop-test
        $held.Name | Should -Be 'shop-test'
        foreach ($line in 'Get-IdentityPool sho', 'Get-IdentityPool blog, sho', 'Remove-IdentityPool sho', 'Remove-IdentityPool -Name sho') {
            [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Contain 'shop-test' -Because $line
        }

        $line = 'Get-IdentityPool -Detail '
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be 'Complete', 'Pool'
    }
}

<#
.SYNOPSIS
Imports templates of one size and of ten times that size, and examines what was read: pools with their role attachments, and one pool with many app clients.
A ratio near ten is linear; one near a hundred is not.
.PARAMETER Pools
How many pools the smaller template has.
.PARAMETER Clients
How many app clients the smaller pool has.
.PARAMETER Round
How many rounds; the first one is for warming up.
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 700)] [int] $Pools = 500,
    [ValidateRange(1, 100)] [int] $Clients = 100,
    [ValidateRange(2, 100)] [int] $Round = 4
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

function Write-PoolTemplate([int] $Count, [string] $Path) {
    $resources = [ordered]@{}
    foreach ($number in 1..$Count) {
        $resources["Pool$number"] = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{ IdentityPoolName = "shop-$number"; AllowUnauthenticatedIdentities = $false } }
        $resources["Roles$number"] = @{
            Type       = 'AWS::Cognito::IdentityPoolRoleAttachment'
            Properties = @{ IdentityPoolId = @{ Ref = "Pool$number" }; Roles = @{ authenticated = "arn:aws:iam::123456789012:role/Shop$number" } }
        }
        $resources["Grant$number"] = @{
            Type       = 'AWS::IAM::RolePolicy'
            Properties = @{
                PolicyName     = 'shop'
                RoleName       = "Shop$number"
                PolicyDocument = @{ Version = '2012-10-17'; Statement = @{ Effect = 'Allow'; Action = 's3:GetObject'; Resource = "arn:aws:s3:::shop-$number/*" } }
            }
        }
    }
    [IO.File]::WriteAllText($Path, (ConvertTo-Json @{ Resources = $resources } -Depth 9 -Compress))
}

function Write-ClientTemplate([int] $Count, [string] $Path) {
    $resources = [ordered]@{ People = @{ Type = 'AWS::Cognito::UserPool' } }
    $providers = foreach ($number in 1..$Count) {
        $resources["App$number"] = @{ Type = 'AWS::Cognito::UserPoolClient'; Properties = @{ UserPoolId = @{ Ref = 'People' }; ClientName = "app-$number" } }
        @{ ProviderName = @{ 'Fn::GetAtt' = 'People', 'ProviderName' }; ClientId = @{ Ref = "App$number" }; ServerSideTokenCheck = $true }
    }
    $resources['Pool'] = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{ AllowUnauthenticatedIdentities = $false; CognitoIdentityProviders = @($providers) } }
    [IO.File]::WriteAllText($Path, (ConvertTo-Json @{ Resources = $resources } -Depth 9 -Compress))
}

function Measure-Template([string] $Path, [int] $Count, [scriptblock] $Counted) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $imported = @(Import-IdentityPool $Path)
    $import = $watch.Elapsed.TotalSeconds
    if ((& $Counted $imported) -ne $Count) { throw "$Path holds $Count, and $(& $Counted $imported) came out." }

    $watch.Restart()
    $null = $imported | Get-IdentityPoolFinding
    [pscustomobject]@{ Import = $import; Findings = $watch.Elapsed.TotalSeconds }
}

$folder = [IO.Directory]::CreateTempSubdirectory('identitypool-benchmarks-').FullName
try {
    $cases = @(
        @{ Name = 'pools'; Small = $Pools; Write = 'Write-PoolTemplate'; Counted = { @($args[0]).Count } }
        @{ Name = 'clients'; Small = $Clients; Write = 'Write-ClientTemplate'; Counted = { $args[0].UserPools.Count } }
    )
    foreach ($case in $cases) {
        foreach ($count in $case.Small, (10 * $case.Small)) { & $case.Write $count "$folder/$($case.Name)-$count.json" }
        foreach ($turn in 1..$Round) {
            $small, $large = foreach ($count in $case.Small, (10 * $case.Small)) { Measure-Template "$folder/$($case.Name)-$count.json" $count $case.Counted }
            if ($turn -gt 1) {
                '{0} {1} against {2}: import {3:n1} times ({4:n2} s), findings {5:n1} times ({6:n2} s)' -f
                    (10 * $case.Small), $case.Name, $case.Small, ($large.Import / $small.Import), $large.Import, ($large.Findings / $small.Findings), $large.Findings
            }
        }
    }
}
finally {
    Remove-Item $folder -Recurse
}

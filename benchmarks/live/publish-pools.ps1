<#
.SYNOPSIS
Publishes rich identity pools to an endpoint and prints the calls by operation. publish_pools.py makes the same calls one after the other.
.PARAMETER Count
How many pools.
.PARAMETER EndpointUrl
Where AWS is said to be.
.PARAMETER ThrottleLimit
How many pools at the same time.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateRange(1, 1000)] [int] $Count,
    [Parameter(Mandatory)] [uri] $EndpointUrl,
    [int] $ThrottleLimit = 8
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

$secret = [securestring]::new()
'benchmark'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
Connect-IdentityPool -Region eu-west-1 -EndpointUrl $EndpointUrl -Credential ([pscredential]::new('AKIABENCHMARK0000000', $secret))

function New-RichPool([int] $Number) {
    $rules = @(
        New-RoleMappingRule email admin@shop.example (New-IdentityPoolRole Admin)
        New-RoleMappingRule hd shop.example (New-IdentityPoolRole Staff) -MatchType Contains
    )

    New-IdentityPool "shop-$Number" -Tag @{ team = 'storefront' } |
        Add-UserPoolAuthentication (New-UserPool "customers-$Number") |
        Add-LoginProvider -Amazon amzn1.application.shop -Google 123456789012-shop.apps.googleusercontent.com |
        Add-RoleMapping -Provider Google -Rule $rules |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource "arn:aws:s3:::shop-$Number-pictures/*"
}

$pools = 1..$Count | ForEach-Object { New-RichPool $_ }
$watch = [Diagnostics.Stopwatch]::StartNew()
$calls = $pools | Publish-IdentityPool -ThrottleLimit $ThrottleLimit -Verbose 4>&1
$seconds = $watch.Elapsed.TotalSeconds.ToString('F3', [cultureinfo]::InvariantCulture)
$counts = @{}
foreach ($call in $calls) {
    if ("$call" -match '^([\w-]+:\w+) .* \(\d+ ms\)$') {
        $counts[$Matches[1]] = 1 + $counts[$Matches[1]]
    }
}

"seconds $seconds"
foreach ($operation in $counts.Keys) {
    "$operation $($counts[$operation])"
}

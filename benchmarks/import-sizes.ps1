<#
.SYNOPSIS
Imports templates of 500 and of 5,000 resources in turns, in JSON and in YAML, and writes the ratio: ten is linear.
.DESCRIPTION
Each template consists of identity pools with a role attachment, a role and a policy of that role.
.PARAMETER Resources
How many resources the smaller template has.
.PARAMETER Round
How many rounds; the first one is for warming up.
.PARAMETER Limit
The largest ratio that reaches the goal.
#>
[CmdletBinding()]
param(
    [ValidateRange(4, 1000)] [int] $Resources = 500,
    [ValidateRange(2, 100)] [int] $Round = 8,
    [double] $Limit = 11
)

$ErrorActionPreference = 'Stop'
Import-Module IdentityPool

function Get-Json([int] $Pool) {
    @"
"Pool$Pool":{"Type":"AWS::Cognito::IdentityPool","Properties":{"IdentityPoolName":"shop-$Pool","AllowUnauthenticatedIdentities":false}},
"Roles$Pool":{"Type":"AWS::Cognito::IdentityPoolRoleAttachment","Properties":{"IdentityPoolId":{"Ref":"Pool$Pool"},
"Roles":{"authenticated":{"Fn::GetAtt":["Role$Pool","Arn"]}}}},
"Role$Pool":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{
"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{
"StringEquals":{"cognito-identity.amazonaws.com:aud":{"Ref":"Pool$Pool"}},
"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}}}}},
"Policy$Pool":{"Type":"AWS::IAM::Policy","Properties":{"PolicyName":"shop","Roles":[{"Ref":"Role$Pool"}],
"PolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop-$Pool/*"}}}}
"@
}

function Get-Yaml([int] $Pool) {
    @"
  Pool${Pool}:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: shop-$Pool
      AllowUnauthenticatedIdentities: false
  Roles${Pool}:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool$Pool
      Roles:
        authenticated: !GetAtt Role$Pool.Arn
  Role${Pool}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Principal:
            Federated: cognito-identity.amazonaws.com
          Action: sts:AssumeRoleWithWebIdentity
          Condition:
            StringEquals:
              cognito-identity.amazonaws.com:aud: !Ref Pool$Pool
            ForAnyValue:StringLike:
              cognito-identity.amazonaws.com:amr: authenticated
  Policy${Pool}:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: shop
      Roles:
        - !Ref Role$Pool
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::shop-$Pool/*
"@
}

function Measure-Import([string] $Path, [int] $Count) {
    [GC]::Collect()
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $pools = @(Import-IdentityPool $Path)
    $seconds = $watch.Elapsed.TotalSeconds
    if ($pools.Count -ne $Count / 4) { throw "$Path has $($Count / 4) pools, and $($pools.Count) came out." }
    if ($pools.Where{ $_.AuthenticatedRole.Statements.Count -ne 1 }) { throw "$Path has a policy for each role, and not all came out." }
    $seconds
}

$missed = $false
$folder = [IO.Directory]::CreateTempSubdirectory('identitypool-benchmarks-').FullName
try {
    $sizes = $Resources, (10 * $Resources)
    foreach ($size in $sizes) {
        $numbers = 1..($size / 4)
        [IO.File]::WriteAllText("$folder/$size.json", "{`"Resources`":{`n$($numbers.ForEach{ Get-Json $_ } -join ",`n")}}")
        [IO.File]::WriteAllText("$folder/$size.yaml", "Resources:`n$($numbers.ForEach{ Get-Yaml $_ } -join "`n")`n")
    }
    foreach ($format in 'json', 'yaml') {
        $rounds = foreach ($turn in 1..$Round) {
            $small, $large = foreach ($size in $sizes) { Measure-Import "$folder/$size.$format" $size }
            [pscustomobject]@{ Small = $small; Large = $large; Ratio = $large / $small }
        }
        $median = @($rounds | Select-Object -Skip 1 | Sort-Object Ratio)[[int][Math]::Floor(($Round - 1) / 2)]
        if ($median.Ratio -gt $Limit) { $missed = $true }
        [string]::Format([cultureinfo]::InvariantCulture, '{0}: {1} resources {2:n3} s, {3} resources {4:n3} s, ratio {5:n1} (goal: at most {6})',
            $format.ToUpperInvariant(), $sizes[0], $median.Small, $sizes[1], $median.Large, $median.Ratio, $Limit)
    }
}
finally {
    Remove-Item $folder -Recurse
}
if ($missed) { exit 1 }

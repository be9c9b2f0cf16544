#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Reports how the identity pools of an account differ from their definitions, for a scheduler.

.DESCRIPTION
Reads every definition in a directory, compares each with its pool, and returns the result in two forms: as objects, one per pool, and as a JUnit report, which
build servers show as a list of tests. Nothing is changed.

A definition is a CloudFormation template (*.yaml, *.yml, *.json) or a script (*.ps1, but not *.Tests.ps1) that returns pools. The scripts are run, so use only
directories with scripts that you trust.

A template that CloudFormation or the CDK deployed is compared by what its pool does if -PoolId names that pool: then the parameters, conditions and mappings of the
templates are evaluated with -ParameterValue and the account and region of the session.

In the report, a file is a test suite and a pool is a test. A pool that differs is a failure with one line per change. A pool or a file that cannot be checked is an
error. Settings that the definition does not mention, for example an omitted flag, are not drift; with -Prune, additional list members are.

The exit codes are the same as those of terraform plan -detailed-exitcode:

  0  there are no differences
  1  something could not be checked, or there was nothing to check, even if other pools differ. PowerShell itself returns 1 if the module is missing or a parameter
     is wrong, so a failed check never looks like a difference.
  2  at least one pool differs

.PARAMETER Path
The directory with the definitions.

.PARAMETER ReportPath
The path of the JUnit report. Its directory is created if it does not exist.

.PARAMETER PoolId
The IDs of pools that stacks created, by their logical IDs in the templates, as aws cloudformation describe-stack-resources lists them.

.PARAMETER ParameterValue
The values of the parameters of these templates; other parameters have their defaults.

.PARAMETER Prune
Also reports what an account contains and the definition does not mention.

.PARAMETER Sandbox
Publishes the definitions to an in-memory account and reports on it. This is the default.

.PARAMETER ProfileName
The profile of the AWS account to check.

.PARAMETER Region
The region to check.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./04-drift-report.ps1

Reports on data/definitions in an in-memory account.

.EXAMPLE
pwsh -NoProfile -File ./04-drift-report.ps1 -Path ./pools -ReportPath ./drift.xml -ProfileName audit -Region eu-west-1

A command for a scheduler, which evaluates the exit code and drift.xml.

.EXAMPLE
./04-drift-report.ps1 ./cdk.out -PoolId @{ AppPool12AB34CD = $id } -ParameterValue @{ Stage = 'prod' } -ProfileName audit -Region eu-west-1

Reports on a pool that a CDK stack created.

.OUTPUTS
One object per pool: File, Pool, Result (Equal, Drift, Error) and Changes, the number of changes.

.NOTES
Permissions, all for reading: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles,
GetPrincipalTagAttributeMap; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies; where definitions create them also
cognito-idp:ListUserPools, ListGroups, DescribeUserPool, ListUserPoolClients, DescribeUserPoolClient, iam:ListOpenIDConnectProviders, GetOpenIDConnectProvider,
ListSAMLProviders, GetSAMLProvider; for managed policies of a stack iam:GetPolicy, GetPolicyVersion.

Changes never contain secrets, only the fact that a secret differs.
#>
[CmdletBinding(DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path = "$PSScriptRoot/data/definitions",

    [ValidateNotNullOrEmpty()]
    [string] $ReportPath = 'out/drift/drift.xml',

    [hashtable] $PoolId = @{},

    [hashtable] $ParameterValue = @{},

    [switch] $Prune,

    [Parameter(ParameterSetName = 'Sandbox')]
    [switch] $Sandbox,

    [Parameter(ParameterSetName = 'Account')]
    [string] $ProfileName,

    [Parameter(ParameterSetName = 'Account')]
    [string] $Region,

    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [object] $Session
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $PSBoundParameters.ContainsKey('InformationAction')) { $InformationPreference = 'Continue' }

# The pools that a file defines.
function Read-Definition([IO.FileInfo] $File) {
    $values = $PoolId.Count ? @{ ParameterValue = $ParameterValue; Region = $live.Region; AccountId = $live.AccountId } : @{}
    $pools = @(if ($File.Extension -eq '.ps1') { & $File.FullName } else { Import-IdentityPool -LiteralPath $File.FullName @values })
    if (-not $pools) { throw 'The file defines no identity pool.' }
    $other = @($pools | Where-Object { $_ -isnot [IdentityPools.IdentityPool] })
    if ($other) { throw "The script returned something other than identity pools: $($other[0].GetType().Name)." }
    $pools
}

# A check and its result.
function ConvertTo-Check([string] $File, [string] $Pool, [string] $Result, [string[]] $Line, [timespan] $Time) {
    [pscustomobject]@{ File = $File; Pool = $Pool; Result = $Result; Line = @($Line | Where-Object { $_ }); Time = $Time }
}

function Test-Definition([IO.FileInfo] $File) {
    try { $pools = @(Read-Definition $File) }
    catch { return ConvertTo-Check $File.Name $File.Name Error $_.Exception.Message ([timespan]::Zero) }

    foreach ($pool in $pools) {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        try {
            $id = $PoolId[$pool.LogicalId] ? @{ Id = $PoolId[$pool.LogicalId] } : @{}
            $changes = @($pool | Compare-IdentityPool @id -Session $live -Prune:$Prune)
            ConvertTo-Check $File.Name "$pool" ($changes ? 'Drift' : 'Equal') ($changes | ForEach-Object { "$_" }) $clock.Elapsed
        }
        catch {
            ConvertTo-Check $File.Name "$pool" Error $_.Exception.Message $clock.Elapsed
        }
    }
}

# XML does not allow control characters, even if they are escaped.
function ConvertTo-XmlText([string] $Text) { $Text -replace '[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]', '?' }

function ConvertTo-SecondText([timespan] $Time) { $Time.TotalSeconds.ToString('0.000', [cultureinfo]::InvariantCulture) }

# Writes the attributes in the order of the dictionary.
function Write-Element([Xml.XmlWriter] $Writer, [string] $Name, [System.Collections.IDictionary] $Attribute, [scriptblock] $Content = {}) {
    $Writer.WriteStartElement($Name)
    foreach ($key in $Attribute.Keys) { $Writer.WriteAttributeString($key, (ConvertTo-XmlText $Attribute[$key])) }
    & $Content
    $Writer.WriteEndElement()
}

function Write-Check([Xml.XmlWriter] $Writer, $Check) {
    Write-Element $Writer testcase ([ordered]@{ name = $Check.Pool; classname = $Check.File; time = ConvertTo-SecondText $Check.Time }) {
        $text = ConvertTo-XmlText ($Check.Line -join "`n")
        if ($Check.Result -eq 'Drift') {
            Write-Element $Writer failure ([ordered]@{ message = "$($Check.Line.Count) differences"; type = 'Drift' }) { $Writer.WriteString($text) }
        }
        elseif ($Check.Result -eq 'Error') {
            Write-Element $Writer error ([ordered]@{ message = ($Check.Line[0] -split '\r?\n')[0]; type = 'NotChecked' }) { $Writer.WriteString($text) }
        }
    }
}

# Builds the report in memory first, so that the file is always complete.
function ConvertTo-JUnitReport($Checks) {
    $text = [IO.StringWriter]::new([cultureinfo]::InvariantCulture)
    $writer = [Xml.XmlWriter]::Create($text, [Xml.XmlWriterSettings]@{ Indent = $true; OmitXmlDeclaration = $true })
    Write-Element $writer testsuites @{} {
        $number = 0
        foreach ($suite in $Checks | Group-Object File) {
            $seconds = ($suite.Group | ForEach-Object { $_.Time.TotalSeconds } | Measure-Object -Sum).Sum
            Write-Element $writer testsuite ([ordered]@{
                name = $suite.Name
                package = 'IdentityPool.Drift'
                id = "$(($number++))"
                timestamp = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture)
                hostname = [Environment]::MachineName
                tests = "$($suite.Count)"
                failures = "$(@($suite.Group | Where-Object Result -EQ Drift).Count)"
                errors = "$(@($suite.Group | Where-Object Result -EQ Error).Count)"
                time = ConvertTo-SecondText ([timespan]::FromSeconds($seconds))
            }) {
                Write-Element $writer properties @{}
                foreach ($check in $suite.Group) { Write-Check $writer $check }
                Write-Element $writer system-out @{}
                Write-Element $writer system-err @{}
            }
        }
    }
    $writer.Dispose()
    "<?xml version=`"1.0`" encoding=`"utf-8`"?>`n$text"
}

try {
    $account = @{}
    foreach ($key in 'ProfileName', 'Region') { if ($PSBoundParameters.ContainsKey($key)) { $account[$key] = $PSBoundParameters[$key] } }
    $live = switch ($PSCmdlet.ParameterSetName) {
        'Session' { $Session }
        'Account' { Connect-IdentityPool @account -NotDefault }
        'Sandbox' {
            if (-not $Sandbox) { Write-Information 'No account was specified, so the script uses the sandbox.' }
            Connect-IdentityPool -Sandbox -NotDefault
        }
    }

    $files = @(Get-ChildItem -LiteralPath $Path -File | Sort-Object Name |
        Where-Object { $_.Name -match '\.(ya?ml|json|ps1)$' -and $_.Name -notlike '*.Tests.ps1' })
    if (-not $files) { throw "'$Path' contains no definitions: no *.yaml, *.yml, *.json or *.ps1." }
    if ($PSCmdlet.ParameterSetName -eq 'Sandbox') {
        # A new account is empty.
        $files | ForEach-Object { Read-Definition $_ } | Where-Object { -not $PoolId[$_.LogicalId] } | Publish-IdentityPool -Session $live -InformationAction SilentlyContinue
    }

    $checks = @($files | ForEach-Object { Test-Definition $_ })
    $ReportPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
    $null = New-Item -ItemType Directory -Path (Split-Path $ReportPath -Parent) -Force
    Set-Content -LiteralPath $ReportPath -Value (ConvertTo-JUnitReport $checks) -NoNewline
}
catch {
    Write-Error -ErrorRecord $_ -ErrorAction Continue
    exit 1
}

$drifted, $unchecked = @($checks | Where-Object Result -EQ Drift), @($checks | Where-Object Result -EQ Error)
Write-Information "Pools: $($checks.Count). Drift $($drifted.Count), Error $($unchecked.Count). Report: $ReportPath"
$checks | Select-Object File, Pool, Result, @{ Name = 'Changes'; Expression = { $_.Result -eq 'Drift' ? $_.Line.Count : 0 } }
exit ($unchecked ? 1 : $drifted ? 2 : 0)

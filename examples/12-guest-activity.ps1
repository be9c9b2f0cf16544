#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Lists what unauthenticated identities (guests) of identity pools did, from CloudTrail log files.

.DESCRIPTION
Anyone can be a guest, so it is worth knowing what guests really call: what they never call can be revoked, and what they are denied shows a mistake or an attack.

The script reads CloudTrail log files (*.json and *.json.gz, also in subdirectories), as CloudTrail delivers them to its bucket; copy them with
aws s3 sync s3://BUCKET/AWSLogs/ACCOUNT/CloudTrail/REGION/YEAR/MONTH ./logs. It looks for calls with the unauthenticated role of a pool, and returns one object for each
combination of role, service, operation and error. For calls of GetId and GetCredentialsForIdentity without a login, the role is empty.

What the logs contain depends on the trail: by default it has management events only. GetId, GetOpenIdToken and GetCredentialsForIdentity are data events, which are
turned off by default, as are the calls to objects of Amazon S3 and items of Amazon DynamoDB. If the logs contain no data event of identity pools, the script says so;
the page about_IdentityPool_GuardRails contains the command that turns them on.

.PARAMETER Path
The directory with the log files, or a file.

.PARAMETER RoleArn
The ARNs of the unauthenticated roles. By default, they are those of all identity pools of the account that allow unauthenticated identities; without an account,
that of the sample in data/cloudtrail.

.PARAMETER ProfileName
The profile of the AWS account.

.PARAMETER Region
The region of the identity pools.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./12-guest-activity.ps1

Lists the calls in the sample logs.

.EXAMPLE
./12-guest-activity.ps1 ./logs -ProfileName audit -Region eu-west-1 | Where-Object Error | Sort-Object Calls -Descending

Shows what guests tried and were denied.

.OUTPUTS
One object per role, service, operation and error: Role, Service, Operation, Error, Calls, Addresses, First and Last.

.NOTES
Permissions, all for reading: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap;
iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies. With -RoleArn: none.

The logs contain IP addresses of people. The script returns only how many there were.
#>
[CmdletBinding(DefaultParameterSetName = 'Account')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path = "$PSScriptRoot/data/cloudtrail",

    [ValidatePattern('^arn:[^:]+:iam::\d{12}:role/')]
    [string[]] $RoleArn,

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

# A value somewhere in an event; nothing if one of the names is missing.
function Get-Value([System.Collections.IDictionary] $Record, [string] $Name) {
    $value = $Record
    foreach ($part in $Name -split '/') {
        if ($value -isnot [System.Collections.IDictionary] -or -not $value.Contains($part)) { return }
        $value = $value[$part]
    }
    $value
}

# The events of one log file. A large trail is read file by file.
function Read-Log([IO.FileInfo] $File) {
    $stream = [IO.File]::OpenRead($File.FullName)
    try {
        if ($File.Extension -eq '.gz') { $stream = [IO.Compression.GZipStream]::new($stream, [IO.Compression.CompressionMode]::Decompress) }
        $text = [IO.StreamReader]::new($stream).ReadToEnd()
    }
    finally { $stream.Dispose() }

    $log = $text | ConvertFrom-Json -AsHashtable
    $records = Get-Value $log Records
    if ($null -eq $records) { throw "'$($File.FullName)' is not a CloudTrail log file: it contains no Records. Specify a directory with log files only." }
    $records
}

# The unauthenticated roles of an account.
function Get-GuestRole($Live) {
    Get-IdentityPool -Session $Live | Where-Object AllowUnauthenticatedIdentities | ForEach-Object { $_.UnauthenticatedRole?.Arn } | Where-Object { $_ } |
        Sort-Object -Unique
}

# Whose call it is: a guest's role, or nobody's yet for a call that gets an identity or credentials without a login. Nothing for all other calls.
function Get-Caller([System.Collections.IDictionary] $Record, [string[]] $Role) {
    $issuer = Get-Value $Record userIdentity/sessionContext/sessionIssuer/arn
    if ($issuer -and $issuer -in $Role) { return $issuer }
    if ((Get-Value $Record eventSource) -eq 'cognito-identity.amazonaws.com' -and (Get-Value $Record eventName) -in 'GetId', 'GetCredentialsForIdentity' -and
        -not (Get-Value $Record requestParameters/logins)) { return '' }
}

$account = @{}
foreach ($key in 'ProfileName', 'Region') { if ($PSBoundParameters.ContainsKey($key)) { $account[$key] = $PSBoundParameters[$key] } }
$roles = if ($RoleArn) { $RoleArn }
elseif ($PSCmdlet.ParameterSetName -eq 'Session') { @(Get-GuestRole $Session) }
elseif ($account.Count) { @(Get-GuestRole (Connect-IdentityPool @account -NotDefault)) }
else {
    Write-Information 'No account was specified, so the script uses the role of the sample.'
    'arn:aws:iam::123456789012:role/KioskGuests'
}
if (-not $roles) { throw 'No identity pool of the account allows unauthenticated identities and has a role for them. To examine other roles, specify -RoleArn.' }

$files = @(Get-ChildItem -LiteralPath $Path -File -Recurse | Where-Object { $_.Name -match '\.json(\.gz)?$' } | Sort-Object FullName)
if (-not $files) { throw "'$Path' contains no log files: no *.json or *.json.gz." }
$calls, $events, $data = [ordered]@{}, 0, 0
foreach ($file in $files) {
    foreach ($record in Read-Log $file) {
        $events++
        $source = "$(Get-Value $record eventSource)"
        if ($source -eq 'cognito-identity.amazonaws.com' -and (Get-Value $record eventCategory) -eq 'Data') { $data++ }
        $caller = Get-Caller $record $roles
        if ($null -eq $caller) { continue }

        $operation, $fault = "$(Get-Value $record eventName)", "$(Get-Value $record errorCode)"
        $key = $caller, $source, $operation, $fault -join "`n"
        if (-not $calls.Contains($key)) {
            $calls[$key] = @{ Role = $caller; Source = $source; Operation = $operation; Error = $fault; Calls = 0; Addresses = [Collections.Generic.HashSet[string]]::new(); Times = @() }
        }
        $entry, $time = $calls[$key], [datetime] (Get-Value $record eventTime)
        $entry.Calls++
        $null = $entry.Addresses.Add("$(Get-Value $record sourceIPAddress)")
        $entry.Times = @(@($entry.Times) + $time | Sort-Object)[0, -1]
    }
}

Write-Information "Files: $($files.Count). Events: $events. Calls of guests: $(($calls.Values | ForEach-Object { $_.Calls } | Measure-Object -Sum).Sum)."
if (-not $data) {
    Write-Warning 'The logs contain no data event of identity pools, so they do not show who got an identity or credentials. Trails record data events only if you turn them on: see about_IdentityPool_GuardRails.'
}
foreach ($entry in $calls.Values) {
    [pscustomobject]@{
        Role = $entry.Role
        Service = $entry.Source -replace '\.amazonaws\.com(\.cn)?$'
        Operation = $entry.Operation
        Error = $entry.Error
        Calls = $entry.Calls
        Addresses = $entry.Addresses.Count
        First = $entry.Times[0]
        Last = $entry.Times[-1]
    }
}

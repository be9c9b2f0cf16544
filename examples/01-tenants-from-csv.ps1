#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Keeps one identity pool per tenant, as a CSV file says.

.DESCRIPTION
Reads the tenants, builds one definition for each of them from a common base, and publishes those that are new or differ from what the account has. Every row is
checked before anything is published: when one is bad, all bad rows are reported with their lines and nothing happens. A second run changes nothing.

The file has one tenant per line and these columns:

  Name        1 to 40 lower-case letters, digits and hyphens; the pool is named tenant-<Name>
  UserPoolId  the user pool whose users are the tenant's
  ClientId    the tenant's app client of that user pool
  Level       Basic reads files; Standard reads and writes them; Premium also lets users with custom:role 'admin' into <bucket>-archive/<tenant>/;
              see to it that the app client does not let users write that attribute
  Tags        none, or key=value pairs with a semicolon in between

Pools of tenants that are no longer in the file are reported as Missing, and removed with -RemoveMissing. Only pools with this script's tag 'tenant' count.

.PARAMETER Path
The CSV file.

.PARAMETER Bucket
The S3 bucket with the tenants' files. A tenant's users reach <bucket>/<tenant>/.

.PARAMETER ThrottleLimit
How many pools are published at the same time.

.PARAMETER RemoveMissing
Removes the pools of tenants that are not in the file any more, with their roles.

.PARAMETER MaximumRemoval
How many pools -RemoveMissing may remove. More than that looks like a file that was cut off, and is an error before anything is changed.

.PARAMETER Sandbox
Works in an account in memory. This is the default.

.PARAMETER ProfileName
The profile of the AWS account to work in.

.PARAMETER Region
The region to work in.

.PARAMETER Session
A session of Connect-IdentityPool to work in.

.EXAMPLE
./01-tenants-from-csv.ps1

Publishes the 200 tenants of data/tenants.csv into an account in memory.

.EXAMPLE
./01-tenants-from-csv.ps1 -Path tenants.csv -ProfileName prod -Region eu-west-1 -WhatIf

Checks the file and shows what would be done in a real account.

.OUTPUTS
One object per tenant: Tenant, Level, Result (Created, Updated, Unchanged, Missing, Removed, Failed, Skipped) and Detail. When a tenant failed, the script ends
with an error, after the others are done; pwsh -File then ends with exit code 1.

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, TagResource, UntagResource; iam:GetRole, ListRolePolicies, GetRolePolicy,
ListAttachedRolePolicies, CreateRole, UpdateRole, UpdateAssumeRolePolicy, TagRole, UntagRole, PutRolePolicy, DetachRolePolicy, DeleteRolePolicy, DeleteRole,
PassRole; cognito-identity:DeleteIdentityPool to take back a creation that fails. With -RemoveMissing also cognito-identity:DeleteIdentityPool and
iam:ListRoles.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path = "$PSScriptRoot/data/tenants.csv",

    [ValidatePattern('^[a-z0-9][a-z0-9.-]{2,62}$')]
    [string] $Bucket = 'tenant-files',

    [ValidateRange(1, 64)]
    [int] $ThrottleLimit = 8,

    [switch] $RemoveMissing,

    [ValidateRange(0, [int]::MaxValue)]
    [int] $MaximumRemoval = 5,

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

$levels = 'Basic', 'Standard', 'Premium'
$columns = 'Name', 'UserPoolId', 'ClientId', 'Level', 'Tags'

# 'owner=acacia;stage=live' as tags. The tag 'tenant' is how this script knows its pools again.
function ConvertTo-TenantTag([string] $Tenant, [string] $Text) {
    $tags = @{ tenant = $Tenant }
    foreach ($pair in $Text -split ';' | Where-Object { $_.Trim() }) {
        $key, $value = $pair.Trim() -split '\s*=\s*', 2
        if (-not $key -or $null -eq $value) { throw "The tag '$pair' is not key=value." }
        if ($tags.ContainsKey($key)) { throw "The tag '$key' is there twice, or is the script's own." }
        $tags[$key] = $value
    }

    $tags
}

# What all pools have in common: no guests, no classic flow, and each tenant's users in their own folder of the bucket.
function ConvertTo-BasePool([string] $Tenant, [hashtable] $Tag, [string] $Access) {
    New-IdentityPool "tenant-$Tenant" -AllowClassicFlow:$false -NoUnauthenticatedRole -Tag $Tag |
        Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access $Access -Resource "arn:aws:s3:::$Bucket/$Tenant/*"
}

# The definition of one tenant. What AWS would refuse is refused here, in the module's words.
function ConvertTo-TenantPool($Row) {
    if ($Row.Name -cnotmatch '^[a-z0-9][a-z0-9-]{0,39}$') { throw "The name '$($Row.Name)' is not 1 to 40 lower-case letters, digits and hyphens." }
    if ($Row.Level -notin $levels) { throw "The level '$($Row.Level)' is none of $($levels -join ', ')." }
    if (-not $Row.UserPoolId) { throw 'The user pool id is missing.' }
    if (-not $Row.ClientId) { throw 'The client id is missing.' }

    $access = $Row.Level -eq 'Basic' ? 'Read' : 'ReadWrite'
    $pool = ConvertTo-BasePool $Row.Name (ConvertTo-TenantTag $Row.Name $Row.Tags) $access |
        Add-UserPoolAuthentication -UserPool $Row.UserPoolId -UserPoolClient $Row.ClientId
    if ($Row.Level -ne 'Premium') { return $pool }

    $admins = New-RoleMappingRule custom:role admin (New-IdentityPoolRole Admin)
    $folders = "arn:aws:s3:::$Bucket/$($Row.Name)/*", "arn:aws:s3:::$Bucket-archive/$($Row.Name)/*"
    $pool |
        Add-RoleMapping -UserPool $Row.UserPoolId -Rule $admins -ResolveAmbiguousRoles |
        Add-IdentityPoolSuppression -RuleId WritableClaim -Reason 'No app client of a tenant lets users write custom:role.' |
        Grant-IdentityPoolAccess -Role Admin -Service S3 -Access ReadWrite -Resource $folders
}

# 1. Read and check the whole file. One row is one line, so that a problem can be reported with its line.
$lines = @(Get-Content -LiteralPath $Path)
$header = $lines ? $lines[0] : ''
$absent = $columns | Where-Object { $_ -notin ($header -split ',').Trim(' "') }
if ($absent) { throw "${Path}: the first line has to name the columns $($columns -join ','); it lacks $($absent -join ', ')." }

$tenants = [ordered]@{}
$clients = @{}
$problems = for ($number = 2; $number -le $lines.Count; $number++) {
    if (-not $lines[$number - 1].Trim()) { continue }
    $row = $header, $lines[$number - 1] | ConvertFrom-Csv
    try {
        if ($tenants.Contains("$($row.Name)")) { throw "The tenant '$($row.Name)' is on line $($tenants[$row.Name].Line) already." }
        $client = "$($row.UserPoolId)/$($row.ClientId)"
        if ($clients.ContainsKey($client)) { throw "The client '$client' is that of line $($clients[$client]); its users would be in both tenants." }
        $clients[$client] = $number
        $tenants[$row.Name] = [pscustomobject]@{ Line = $number; Row = $row; Definition = ConvertTo-TenantPool $row }
    }
    catch {
        "  line ${number}: $($_.Exception.Message)"
    }
}

if ($problems) { throw "${Path}: nothing was published, $(@($problems).Count) of the rows are bad:`n$($problems -join "`n")" }
if (-not $tenants.Count) { throw "${Path}: there is no tenant in it." }

# 2. Connect.
$account = @{}
foreach ($name in 'ProfileName', 'Region') { if ($PSBoundParameters.ContainsKey($name)) { $account[$name] = $PSBoundParameters[$name] } }
$live = switch ($PSCmdlet.ParameterSetName) {
    'Session' { $Session }
    'Account' { Connect-IdentityPool @account -NotDefault }
    'Sandbox' {
        if (-not $Sandbox) { Write-Information 'No account is named: working in the sandbox.' }
        Connect-IdentityPool -Sandbox -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') {
    # A new account is empty; the tenants' user pools exist long before their identity pools.
    $tenants.Values.Row | Group-Object UserPoolId | ForEach-Object { $live.Sandbox.AddUserPool($_.Name, [string[]] $_.Group.ClientId) }
}

# 3. Compare with what is there, all read once.
$pools = @{}
Get-IdentityPool 'tenant-*' -Session $live | Where-Object { $_.Tags.ContainsKey('tenant') } | ForEach-Object { $pools["$($_.Name)"] = $_ }
$missing = @($pools.Values | Where-Object { -not $tenants.Contains("$($_.Tags['tenant'])") } | Sort-Object Name)
if ($RemoveMissing -and $missing.Count -gt $MaximumRemoval) {
    throw "${Path}: nothing was changed, $($missing.Count) pools have no row, -MaximumRemoval is ${MaximumRemoval}: $($missing.Name -join ', ')."
}

$different = @($tenants.Values.Definition | Where-Object {
    $actual = $pools["$($_.Name)"]
    -not $actual -or (Compare-IdentityPool -InputObject $_ -ReferenceObject $actual -Prune)
})
$toDo = @($different | ForEach-Object { "$($_.Name)" })

# 4. Publish what differs. A tenant that fails does not stop the others. -Prune, because the file says all that a tenant's pool is.
# A line for each call would hide the report; -Verbose has them.
$published = @{}
$different | Publish-IdentityPool -Session $live -Prune -Force -ThrottleLimit $ThrottleLimit -PassThru -InformationAction SilentlyContinue -ErrorAction Continue -ErrorVariable faults |
    ForEach-Object { $published["$($_.Name)"] = $_ }

# 5. Say what became of each.
$report = @(
    foreach ($tenant in $tenants.Values) {
        $pool = "$($tenant.Definition.Name)"
        $result, $detail =
            if ($pool -notin $toDo) { 'Unchanged', $pools[$pool].Id }
            elseif ($published.ContainsKey($pool)) { ($pools.ContainsKey($pool) ? 'Updated' : 'Created'), $published[$pool].Id }
            elseif ($fault = $faults | Where-Object { "$($_.TargetObject)" -eq $pool } | Select-Object -First 1) { 'Failed', $fault.Exception.Message }
            elseif ($faults) { 'Failed', 'see the errors above' }
            else { 'Skipped', ($pools.ContainsKey($pool) ? 'to be updated' : 'to be created') }
        [pscustomobject]@{ Tenant = $tenant.Row.Name; Level = $tenant.Row.Level; Result = $result; Detail = $detail }
    }

    foreach ($pool in $missing) {
        $result = 'Missing'
        if ($RemoveMissing -and $PSCmdlet.ShouldProcess("$($pool.Name) ($($pool.Id))", 'Remove the identity pool and its roles')) {
            Remove-IdentityPool -Id $pool.Id -Session $live -Force -ErrorAction Continue -ErrorVariable trouble
            $result = $trouble ? 'Failed' : 'Removed'
        }
        [pscustomobject]@{ Tenant = "$($pool.Tags['tenant'])"; Level = '-'; Result = $result; Detail = $pool.Id }
    }
)
$counts = $report | Group-Object Result | ForEach-Object { "$($_.Name) $($_.Count)" }
Write-Information "Tenants in the file: $($tenants.Count). $($counts -join ', ')."
$report

$failed = @($report | Where-Object Result -EQ Failed)
if ($failed) { throw "$($failed.Count) of $($report.Count) tenants failed: $($failed.Tenant -join ', '). Run it again; what is done stays done." }

#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Creates and updates one identity pool per tenant from a CSV file.

.DESCRIPTION
Reads the tenants, builds one definition per tenant from a common base, and publishes those that are new or differ from the account. Every row is checked before
anything is published: if any row is invalid, all invalid rows are reported with their lines, and nothing is changed. A second run changes nothing.

The file has one tenant per line and these columns:

  Name        1 to 40 lower-case letters, digits and hyphens; the pool is named tenant-<Name>
  UserPoolId  the user pool of the tenant's users
  ClientId    the tenant's app client of that user pool
  Level       Basic reads files; Standard reads and writes them; Premium also gives users with custom:role 'admin' access to <bucket>-archive/<tenant>/;
              make sure that the app client does not let users write that attribute
  Tags        empty, or key=value pairs separated by semicolons

Pools of tenants that are no longer in the file are reported as Missing, and removed with -RemoveMissing. Only pools with this script's tag 'tenant' count.

.PARAMETER Path
The CSV file.

.PARAMETER Bucket
The S3 bucket with the tenants' files. A tenant's users can access <bucket>/<tenant>/.

.PARAMETER ThrottleLimit
The number of pools to publish at the same time.

.PARAMETER RemoveMissing
Removes the pools of tenants that are no longer in the file, with their roles.

.PARAMETER MaximumRemoval
The maximum number of pools that -RemoveMissing removes. A higher number suggests a truncated file, and is an error before anything is changed.

.PARAMETER Sandbox
Works in an in-memory account. This is the default.

.PARAMETER ProfileName
The profile of the AWS account to use.

.PARAMETER Region
The region to use.

.PARAMETER Session
The session of Connect-IdentityPool to use.

.EXAMPLE
./01-tenants-from-csv.ps1

Publishes the 200 tenants of data/tenants.csv to an in-memory account.

.EXAMPLE
./01-tenants-from-csv.ps1 -Path tenants.csv -ProfileName prod -Region eu-west-1 -WhatIf

Checks the file and shows what the script would do in a real account.

.OUTPUTS
One object per tenant: Tenant, Level, Result (Created, Updated, Unchanged, Missing, Removed, Failed, Skipped) and Detail. If a tenant fails, the script ends with
an error after it has processed the others; pwsh -File then returns exit code 1.

.NOTES
Permissions: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap,
CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, TagResource, UntagResource; iam:GetRole, ListRolePolicies, GetRolePolicy,
ListAttachedRolePolicies, CreateRole, UpdateRole, UpdateAssumeRolePolicy, TagRole, UntagRole, PutRolePolicy, DetachRolePolicy, DeleteRolePolicy, DeleteRole,
PassRole; cognito-idp:ListGroups where a tenant loses its role; cognito-identity:DeleteIdentityPool to roll back a failed creation. With -RemoveMissing also cognito-identity:DeleteIdentityPool,
iam:ListRoles and cognito-idp:ListGroups.
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

# 'owner=acacia;stage=live' as tags. This script recognizes its pools by the tag 'tenant'.
function ConvertTo-TenantTag([string] $Tenant, [string] $Text) {
    $tags = @{ tenant = $Tenant }
    foreach ($pair in $Text -split ';' | Where-Object { $_.Trim() }) {
        $key, $value = $pair.Trim() -split '\s*=\s*', 2
        if (-not $key -or $null -eq $value) { throw "The tag '$pair' does not have the form key=value." }
        if ($tags.ContainsKey($key)) { throw "The tag '$key' is a duplicate, or is reserved for this script." }
        $tags[$key] = $value
    }

    $tags
}

# The base of all pools: no unauthenticated identities, no classic flow, and each tenant's users in their own folder of the bucket.
function ConvertTo-BasePool([string] $Tenant, [hashtable] $Tag, [string] $Access) {
    New-IdentityPool "tenant-$Tenant" -AllowClassicFlow:$false -NoUnauthenticatedRole -Tag $Tag |
        Grant-IdentityPoolAccess -Role Authenticated -Service S3 -Access $Access -Resource "arn:aws:s3:::$Bucket/$Tenant/*"
}

# The definition of one tenant. Values that AWS would reject are rejected here, with the module's messages.
function ConvertTo-TenantPool($Row) {
    if ($Row.Name -cnotmatch '^[a-z0-9][a-z0-9-]{0,39}$') { throw "The name '$($Row.Name)' is not valid. Use 1 to 40 lower-case letters, digits and hyphens." }
    if ($Row.Level -notin $levels) { throw "The level '$($Row.Level)' is not valid. Use one of: $($levels -join ', ')." }
    if (-not $Row.UserPoolId) { throw 'The user pool ID is missing.' }
    if (-not $Row.ClientId) { throw 'The client ID is missing.' }

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
if ($absent) { throw "${Path}: the first line must contain the columns $($columns -join ','). Missing: $($absent -join ', ')." }

$tenants = [ordered]@{}
$clients = @{}
$problems = for ($number = 2; $number -le $lines.Count; $number++) {
    if (-not $lines[$number - 1].Trim()) { continue }
    $row = $header, $lines[$number - 1] | ConvertFrom-Csv
    try {
        if ($tenants.Contains("$($row.Name)")) { throw "The tenant '$($row.Name)' is already on line $($tenants[$row.Name].Line)." }
        $client = "$($row.UserPoolId)/$($row.ClientId)"
        if ($clients.ContainsKey($client)) { throw "The client '$client' is already on line $($clients[$client]). Its users would belong to both tenants." }
        $clients[$client] = $number
        $tenants[$row.Name] = [pscustomobject]@{ Line = $number; Row = $row; Definition = ConvertTo-TenantPool $row }
    }
    catch {
        "  line ${number}: $($_.Exception.Message)"
    }
}

if ($problems) { throw "${Path}: nothing was published, because $(@($problems).Count) rows are not valid:`n$($problems -join "`n")" }
if (-not $tenants.Count) { throw "${Path}: the file contains no tenants." }

# 2. Connect.
$account = @{}
foreach ($name in 'ProfileName', 'Region') { if ($PSBoundParameters.ContainsKey($name)) { $account[$name] = $PSBoundParameters[$name] } }
$live = switch ($PSCmdlet.ParameterSetName) {
    'Session' { $Session }
    'Account' { Connect-IdentityPool @account -NotDefault }
    'Sandbox' {
        if (-not $Sandbox) { Write-Information 'No account was specified, so the script uses the sandbox.' }
        Connect-IdentityPool -Sandbox -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') {
    # A new account is empty, but tenants' user pools usually exist before their identity pools.
    $tenants.Values.Row | Group-Object UserPoolId | ForEach-Object { $live.Sandbox.AddUserPool($_.Name, [string[]] $_.Group.ClientId) }
}

# 3. Compare with the account, which is read once.
$pools = @{}
Get-IdentityPool 'tenant-*' -Session $live | Where-Object { $_.Tags.ContainsKey('tenant') } | ForEach-Object { $pools["$($_.Name)"] = $_ }
$missing = @($pools.Values | Where-Object { -not $tenants.Contains("$($_.Tags['tenant'])") } | Sort-Object Name)
if ($RemoveMissing -and $missing.Count -gt $MaximumRemoval) {
    throw "${Path}: nothing was changed, because $($missing.Count) pools have no row, but -MaximumRemoval is ${MaximumRemoval}: $($missing.Name -join ', ')."
}

$different = @($tenants.Values.Definition | Where-Object {
    $actual = $pools["$($_.Name)"]
    -not $actual -or (Compare-IdentityPool -InputObject $_ -ReferenceObject $actual -Prune)
})
$toDo = @($different | ForEach-Object { "$($_.Name)" })

# 4. Publish what differs. A tenant that fails does not stop the others. -Prune, because the file defines the pool of a tenant completely.
# The report stays readable without a line for each call; use -Verbose to see them.
$published = @{}
$different | Publish-IdentityPool -Session $live -Prune -Force -ThrottleLimit $ThrottleLimit -PassThru -InformationAction SilentlyContinue -ErrorAction Continue -ErrorVariable faults |
    ForEach-Object { $published["$($_.Name)"] = $_ }

# 5. Report the result for each tenant.
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
if ($failed) { throw "$($failed.Count) of $($report.Count) tenants failed: $($failed.Tenant -join ', '). Run the script again; it changes only what is not done." }

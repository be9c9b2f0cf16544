#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Moves the definition of an identity pool from one AWS account to another.

.DESCRIPTION
Reads the pool in the source account, replaces the source account's IDs with those of the target account (see MappingPath), checks the result, publishes it in the
target account, compares, and lists the old and new IDs. The source account is only read; remove the old pool yourself when nobody uses it any longer.

Managed roles are created with their permissions. Other roles must already exist in the target account, and so must user pools, app clients, OpenID Connect and
SAML providers. Such a role does not know the ID of the new pool: a warning names the role, and you add the ID to its trust policy before users sign in. Nothing is
published while the definition still refers to the source account, or to a user pool or app client without a row in the mapping file.

The following cannot be moved, by this script or in any other way:

  Identities    The new pool gives every user a new identity ID. AWS cannot move an identity ID.
  Their data    Data with the identity ID as its key, for example folders in S3 or items in DynamoDB, stays under the old ID. Copy it yourself: only someone who can
                sign in to both pools knows the old and the new ID of a user.
  Users         The users of a user pool, their passwords and their sub. Import them into the new user pool; the sub changes.
  Secrets       The consumer secret of Twitter. Specify it again when you publish.
  The pool ID   Applications have it in their settings and need the new one.

A second run changes nothing.

.PARAMETER Name
The name of the pool.

.PARAMETER MappingPath
A CSV file with the columns From and To: account IDs, user pool IDs, client IDs, ARNs. The longest match applies. If From and To are equal, the value is kept.

.PARAMETER OutputFolder
The directory for both templates, <name>.source.template.json and <name>.target.template.json, so that you can review the changes. It is created if it does not
exist.

.PARAMETER StopAt
The severity of findings that prevents publishing. Findings below it are warnings.

.PARAMETER Sandbox
Moves a pool between two in-memory accounts. This is the default.

.PARAMETER SourceProfileName
The profile of the source account.

.PARAMETER TargetProfileName
The profile of the target account.

.PARAMETER SourceRegion
The region of the source account.

.PARAMETER TargetRegion
The region of the target account.

.PARAMETER SourceSession
The session of Connect-IdentityPool to read from.

.PARAMETER TargetSession
The session of Connect-IdentityPool to publish to.

.EXAMPLE
./02-move-between-accounts.ps1

Moves the pool shop between two in-memory accounts.

.EXAMPLE
./02-move-between-accounts.ps1 shop -MappingPath ids.csv -SourceProfileName old -SourceRegion eu-west-1 -TargetProfileName new -TargetRegion eu-west-1 -WhatIf

Writes both templates, checks, and shows the plan for the target account.

.OUTPUTS
One object for the pool and for each of its roles, user pools and clients: Kind, Name, From, To, and By: Published for created resources, Mapped for values from the
mapping file.

.NOTES
Permissions in the source account: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles,
GetPrincipalTagAttributeMap; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies. In the target account the same and
cognito-identity:CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, SetPrincipalTagAttributeMap, TagResource; iam:CreateRole, UpdateRole,
UpdateAssumeRolePolicy, TagRole, PutRolePolicy, AttachRolePolicy, PassRole, DeleteRole, DeleteRolePolicy and cognito-identity:DeleteIdentityPool to roll back a
failed creation; for the findings iam:ListRoles, GetPolicy, GetPolicyVersion and cognito-idp:DescribeUserPool, DescribeUserPoolClient, ListGroups.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Sandbox')]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Name = 'shop',

    [ValidateNotNullOrEmpty()]
    [string] $MappingPath = "$PSScriptRoot/data/move-mapping.csv",

    [ValidateNotNullOrEmpty()]
    [string] $OutputFolder = 'out/moved',

    [ValidateSet('Information', 'Warning', 'Error')]
    [string] $StopAt = 'Error',

    [Parameter(ParameterSetName = 'Sandbox')]
    [switch] $Sandbox,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $SourceProfileName,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $TargetProfileName,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $SourceRegion,

    [Parameter(Mandatory, ParameterSetName = 'Account')]
    [string] $TargetRegion,

    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [object] $SourceSession,

    [Parameter(Mandatory, ParameterSetName = 'Session')]
    [object] $TargetSession
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $PSBoundParameters.ContainsKey('InformationAction')) { $InformationPreference = 'Continue' }
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)

# Two in-memory accounts: one with a shop, and one with the resources that the shop needs.
function Initialize-Sandbox($From, $To) {
    $From.AddUserPool('eu-west-1_Sh1Sh2Sh3', '1sourceclient0123456789abc')
    $From.AddOpenIdConnectProvider('arn:aws:iam::111122223333:oidc-provider/login.partner.example', 'web')
    $From.AddRole('arn:aws:iam::111122223333:role/Partner')
    $To.AddUserPool('eu-west-1_Mv7Mv8Mv9', '2targetclient0123456789abc')
    $To.AddOpenIdConnectProvider('arn:aws:iam::444455556666:oidc-provider/login.partner.example', 'web')
    $To.AddRole('arn:aws:iam::444455556666:role/federation/Partner', (ConvertTo-Json -Depth 9 @{
        Version = '2012-10-17'
        Statement = @(@{
            Effect = 'Allow'
            Principal = @{ Federated = 'cognito-identity.amazonaws.com' }
            Action = 'sts:AssumeRoleWithWebIdentity'
            Condition = @{
                # Add the ID of the new pool here afterwards; a warning reminds you.
                StringEquals = @{ 'cognito-identity.amazonaws.com:aud' = 'eu-west-1:11111111-2222-4333-8444-555555555555' }
                'ForAnyValue:StringLike' = @{ 'cognito-identity.amazonaws.com:amr' = 'authenticated' }
            }
        })
    }))

    $editors = New-RoleMappingRule custom:role editor (New-IdentityPoolRole Editor)
    $partners = New-RoleMappingRule aud web arn:aws:iam::111122223333:role/Partner
    New-IdentityPool $Name -AllowClassicFlow:$false -Tag @{ team = 'storefront' } |
        Add-UserPoolAuthentication eu-west-1_Sh1Sh2Sh3 -UserPoolClient 1sourceclient0123456789abc |
        Add-OpenIdConnectProvider arn:aws:iam::111122223333:oidc-provider/login.partner.example |
        Add-RoleMapping -UserPool eu-west-1_Sh1Sh2Sh3 -Rule $editors -ResolveAmbiguousRoles |
        Add-RoleMapping -OpenIdConnectProvider arn:aws:iam::111122223333:oidc-provider/login.partner.example -Rule $partners |
        Grant-IdentityPoolAccess -Role Editor -Service DynamoDB -Access ReadWrite -Resource arn:aws:dynamodb:eu-west-1:111122223333:table/Products |
        Publish-IdentityPool -Session $source -WhatIf:$false -Confirm:$false -WarningAction SilentlyContinue -InformationAction SilentlyContinue
}

# The rows of the mapping file, checked: From -> To.
function Read-Mapping([string] $Path) {
    $map = [ordered]@{}
    foreach ($row in Import-Csv -LiteralPath $Path) {
        if (-not ($row.PSObject.Properties['From'] -and $row.PSObject.Properties['To'] -and $row.From -and $row.To)) {
            throw "${Path}: every row must have a value in the columns From and To."
        }
        if ($map.Contains($row.From)) { throw "${Path}: '$($row.From)' is mapped twice." }
        $map[$row.From] = $row.To
    }

    if (-not $map.Count) { throw "${Path}: the file contains no rows." }
    $map
}

# All rows at once, so that inserted values are not replaced again; only whole IDs.
function ConvertTo-TargetText([string] $Text) {
    $ids = $map.Keys | Sort-Object { -$_.Length } | ForEach-Object { [regex]::Escape($_) }
    [regex]::Replace($Text, "(?<![A-Za-z0-9])($($ids -join '|'))(?![A-Za-z0-9])", { $map[$args[0].Value] })
}

# Writes both templates, also with -WhatIf, so that you can review them. Returns the text of the second one.
function Write-Template($Pool, [string] $From, [string] $To) {
    $WhatIfPreference = $false
    $ConfirmPreference = 'None'
    $null = New-Item -ItemType Directory -Path $OutputFolder -Force
    $Pool | Export-IdentityPool -LiteralPath $From
    $text = ConvertTo-TargetText (Get-Content -LiteralPath $From -Raw)
    Set-Content -LiteralPath $To -Value $text -NoNewline
    $text
}

function ConvertTo-MovedId($Kind, $Name, $From, $To, $By) { [pscustomobject]@{ Kind = $Kind; Name = $Name; From = "$From"; To = "$To"; By = $By } }

$map = Read-Mapping $MappingPath

switch ($PSCmdlet.ParameterSetName) {
    'Session' { $source, $target = $SourceSession, $TargetSession }
    'Account' {
        $source = Connect-IdentityPool -ProfileName $SourceProfileName -Region $SourceRegion -NotDefault
        $target = Connect-IdentityPool -ProfileName $TargetProfileName -Region $TargetRegion -NotDefault
    }
    'Sandbox' {
        if (-not $Sandbox) { Write-Information 'No account was specified, so the script uses the sandbox.' }
        $source = Connect-IdentityPool -Sandbox -AccountId 111122223333 -Region eu-west-1 -NotDefault
        $target = Connect-IdentityPool -Sandbox -AccountId 444455556666 -Region eu-west-1 -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') { Initialize-Sandbox $source.Sandbox $target.Sandbox }

# 1. Read.
$pools = @(Get-IdentityPool -Session $source | Where-Object { "$($_.Name)" -ceq $Name })
if ($pools.Count -ne 1) {
    $ids = $pools | ForEach-Object Id
    throw "The source account has $($pools.Count) identity pools named '$Name' in $($source.Region); there must be exactly one. $($ids -join ', ')"
}
$old = $pools[0]
$oldAccount = ($old.Arn -split ':')[4]

# 2. Rewrite.
$file = Join-Path $OutputFolder ($Name -replace '[^\w.-]', '_')
$targetFile = "$file.target.template.json"
$text = Write-Template $old "$file.source.template.json" $targetFile

# 3. Check: the template must not refer to the source account, and the module must not find risks.
$unmapped = @(
    $old.UserPools | ForEach-Object { "$($_.UserPool.Id)"; "$($_.ClientId)" } | Where-Object { -not $map.Contains($_) }
    [regex]::Matches($text, "arn:[^`"]*:${oldAccount}:[^`"]*|$([regex]::Escape($old.Id))") | ForEach-Object Value |
        Where-Object { -not $map.Contains($_) -and $map[$oldAccount] -ne $oldAccount }
) | Sort-Object -Unique
if ($unmapped) {
    throw "${MappingPath}: nothing was published, because rows are missing for:`n  $($unmapped -join "`n  ")"
}

$definition = Import-IdentityPool -LiteralPath $targetFile
# A role cannot trust a pool that does not have an ID yet. Publishing warns about it, so it is not a reason to stop.
$findings = @($definition | Get-IdentityPoolFinding -Session $target -ExcludeRuleId TrustRefusesPool)
foreach ($finding in $findings) { if ($finding.Severity -ge 'Warning') { Write-Warning "$($finding.RuleId): $($finding.Message)" } }
$stopping = @($findings | Where-Object Severity -GE $StopAt)
if ($stopping) { throw "Nothing was published, because $($stopping.Count) findings are at or above ${StopAt}: $($stopping.RuleId -join ', ')." }

# 4. Publish and compare.
$new = $definition | Publish-IdentityPool -Session $target -PassThru
if (-not $new) { return }
$differences = @($definition | Compare-IdentityPool -Session $target -Prune)
if ($differences) { throw "$Name was published as $($new.Id), but differs from its definition:`n$($differences -join "`n")" }
Write-Information "$Name was moved and is equal to $targetFile. Identities are not moved; every user gets a new identity ID."

# 5. List the old and new IDs: of created resources, and from the mapping file.
ConvertTo-MovedId IdentityPool $Name $old.Id $new.Id Published
foreach ($role in $old.Roles) {
    if ($role.IsManaged) { ConvertTo-MovedId Role "$role" $role.Arn ($new.Roles | Where-Object { $_.IsManaged -and "$_" -eq "$role" }).Arn Published }
    else { ConvertTo-MovedId Role ("$role" -replace '^.*/') $role.Arn (ConvertTo-TargetText $role.Arn) Mapped }
}
foreach ($login in $old.UserPools) {
    ConvertTo-MovedId UserPool "$($login.UserPool)" $login.UserPool.Id $map["$($login.UserPool.Id)"] Mapped
    ConvertTo-MovedId UserPoolClient "$($login.UserPool)" $login.ClientId $map["$($login.ClientId)"] Mapped
}

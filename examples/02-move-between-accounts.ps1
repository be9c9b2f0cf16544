#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Moves the definition of an identity pool from one AWS account to another.

.DESCRIPTION
Reads the pool in the source account, puts the target account's ids in the place of the source's, as a mapping file says, checks the result, publishes it in the
target account, compares, and prints what became of each id. The source account is only read; remove the old pool yourself, once nobody uses it.

Managed roles come along with their permissions; roles that exist on their own have to exist in the target account, as do user pools, app clients, OpenID
Connect and SAML providers. Such a role cannot know the id of a pool to come: a warning names it, and you put the id into its trust policy before anybody signs
in. Nothing is published while the definition still names the source account, or a user pool or app client without a row in the mapping file.

What does not move, by this script or by any other way:

  Identities    The new pool gives every user a new identity id. AWS has no way to carry one over.
  Their data    What is keyed by identity id, folders of S3 or rows of DynamoDB for example, stays under the old id. Copy it yourself: the old and the new id of
                a user are known together only to somebody who can sign in to both pools.
  Users         The users of a user pool, their passwords and their sub. Import them into the new user pool; the sub changes.
  Secrets       The consumer secret of Twitter. Publishing asks for it again.
  The pool's id Applications have it in their settings and need the new one.

A second run changes nothing.

.PARAMETER Name
The name of the pool.

.PARAMETER MappingPath
A CSV file with the columns From and To: account ids, user pool ids, client ids, ARNs. The longest text that fits wins. A row whose From and To are equal says:
this stays.

.PARAMETER OutputFolder
The folder for both templates, <name>.source.template.json and <name>.target.template.json, so that the rewriting can be reviewed. It is made when it does not
exist.

.PARAMETER StopAt
The severity of findings from which on nothing is published. Findings below it are warnings.

.PARAMETER Sandbox
Moves a pool between two accounts in memory. This is the default.

.PARAMETER SourceProfileName
The profile of the source account.

.PARAMETER TargetProfileName
The profile of the target account.

.PARAMETER SourceRegion
The region of the source account.

.PARAMETER TargetRegion
The region of the target account.

.PARAMETER SourceSession
A session of Connect-IdentityPool to read from.

.PARAMETER TargetSession
A session of Connect-IdentityPool to publish to.

.EXAMPLE
./02-move-between-accounts.ps1

Moves the pool shop between two accounts in memory.

.EXAMPLE
./02-move-between-accounts.ps1 shop -MappingPath ids.csv -SourceProfileName old -SourceRegion eu-west-1 -TargetProfileName new -TargetRegion eu-west-1 -WhatIf

Writes both templates, checks, and shows the plan for the target account.

.OUTPUTS
One object for the pool and for each of its roles, user pools and clients: Kind, Name, From, To, and By: Published for what was made anew, Mapped for what the
mapping file says.

.NOTES
Permissions in the source account: sts:GetCallerIdentity; cognito-identity:ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles,
GetPrincipalTagAttributeMap; iam:GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies. In the target account the same and
cognito-identity:CreateIdentityPool, UpdateIdentityPool, SetIdentityPoolRoles, SetPrincipalTagAttributeMap, TagResource; iam:CreateRole, UpdateRole,
UpdateAssumeRolePolicy, TagRole, PutRolePolicy, AttachRolePolicy, PassRole, DeleteRole, DeleteRolePolicy and cognito-identity:DeleteIdentityPool to take back a
creation that fails; for the findings iam:ListRoles, GetPolicy, GetPolicyVersion and cognito-idp:DescribeUserPool, DescribeUserPoolClient.
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

# Two accounts in memory: a shop in the one, and what it needs in the other.
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
                # The id of the new pool goes here afterwards; the warning says so.
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
            throw "${Path}: every row needs the columns From and To, and a value in both."
        }
        if ($map.Contains($row.From)) { throw "${Path}: '$($row.From)' is mapped twice." }
        $map[$row.From] = $row.To
    }

    if (-not $map.Count) { throw "${Path}: there is no row in it." }
    $map
}

# All rows at once, so that nothing that was put in is replaced again; whole ids only.
function ConvertTo-TargetText([string] $Text) {
    $ids = $map.Keys | Sort-Object { -$_.Length } | ForEach-Object { [regex]::Escape($_) }
    [regex]::Replace($Text, "(?<![A-Za-z0-9])($($ids -join '|'))(?![A-Za-z0-9])", { $map[$args[0].Value] })
}

# Writes both templates, with -WhatIf too: the files are what there is to review. Gives the text of the second.
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
        if (-not $Sandbox) { Write-Information 'No account is named: working in the sandbox.' }
        $source = Connect-IdentityPool -Sandbox -AccountId 111122223333 -Region eu-west-1 -NotDefault
        $target = Connect-IdentityPool -Sandbox -AccountId 444455556666 -Region eu-west-1 -NotDefault
    }
}

if ($PSCmdlet.ParameterSetName -eq 'Sandbox') { Initialize-Sandbox $source.Sandbox $target.Sandbox }

# 1. Read.
$pools = @(Get-IdentityPool -Session $source | Where-Object { "$($_.Name)" -ceq $Name })
if ($pools.Count -ne 1) {
    $ids = $pools | ForEach-Object Id
    throw "The source account has $($pools.Count) identity pools named '$Name' in $($source.Region); moving needs exactly one. $($ids -join ', ')"
}
$old = $pools[0]
$oldAccount = ($old.Arn -split ':')[4]

# 2. Rewrite.
$file = Join-Path $OutputFolder ($Name -replace '[^\w.-]', '_')
$targetFile = "$file.target.template.json"
$text = Write-Template $old "$file.source.template.json" $targetFile

# 3. Check: nothing of the source account may be left, and the module finds nothing bad.
$unmapped = @(
    $old.UserPools | ForEach-Object { "$($_.UserPool.Id)"; "$($_.ClientId)" } | Where-Object { -not $map.Contains($_) }
    [regex]::Matches($text, "arn:[^`"]*:${oldAccount}:[^`"]*|$([regex]::Escape($old.Id))") | ForEach-Object Value |
        Where-Object { -not $map.Contains($_) -and $map[$oldAccount] -ne $oldAccount }
) | Sort-Object -Unique
if ($unmapped) {
    throw "${MappingPath}: nothing was published, a row is missing for:`n  $($unmapped -join "`n  ")"
}

$definition = Import-IdentityPool -LiteralPath $targetFile
# A role cannot trust a pool that has no id yet: publishing warns of that, and it is no reason to stop.
$findings = @($definition | Get-IdentityPoolFinding -Session $target -ExcludeRuleId TrustRefusesPool)
foreach ($finding in $findings) { if ($finding.Severity -ge 'Warning') { Write-Warning "$($finding.RuleId): $($finding.Message)" } }
$stopping = @($findings | Where-Object Severity -GE $StopAt)
if ($stopping) { throw "Nothing was published, $($stopping.Count) findings are at or above ${StopAt}: $($stopping.RuleId -join ', ')." }

# 4. Publish and compare.
$new = $definition | Publish-IdentityPool -Session $target -PassThru
if (-not $new) { return }
$differences = @($definition | Compare-IdentityPool -Session $target -Prune)
if ($differences) { throw "$Name was published as $($new.Id), but differs from its definition:`n$($differences -join "`n")" }
Write-Information "$Name came over: nothing differs from $targetFile. Identities do not move; every user gets a new identity id."

# 5. Say what became of each id: of what was made anew, and of what the mapping file says.
ConvertTo-MovedId IdentityPool $Name $old.Id $new.Id Published
foreach ($role in $old.Roles) {
    if ($role.IsManaged) { ConvertTo-MovedId Role "$role" $role.Arn ($new.Roles | Where-Object { $_.IsManaged -and "$_" -eq "$role" }).Arn Published }
    else { ConvertTo-MovedId Role ("$role" -replace '^.*/') $role.Arn (ConvertTo-TargetText $role.Arn) Mapped }
}
foreach ($login in $old.UserPools) {
    ConvertTo-MovedId UserPool "$($login.UserPool)" $login.UserPool.Id $map["$($login.UserPool.Id)"] Mapped
    ConvertTo-MovedId UserPoolClient "$($login.UserPool)" $login.ClientId $map["$($login.ClientId)"] Mapped
}

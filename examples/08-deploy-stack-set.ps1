#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Prepares the deployment of one identity pool to many accounts with a CloudFormation stack set.

.DESCRIPTION
The same definition is deployed to every account. Values that differ between accounts are parameters of the template: here the user pool and its app client. The
script checks the list of accounts, writes the template and one parameter file per account, and returns the AWS CLI commands that deploy them, in order. The script
makes no calls to AWS: review the files, and then run the commands.

The list is a CSV file with the columns Account, Region, UserPoolId and UserPoolClientId. All rows are checked before anything is written, for invalid IDs, an
account that is listed twice for one region, and a user pool in another region than its row.

Identity pools are regional and belong to one account. Accounts do not share identities.

.PARAMETER Path
The list of accounts.

.PARAMETER OutputFolder
The directory for the template and the parameters. It is created if it does not exist.

.PARAMETER StackSetName
The name of the stack set.

.EXAMPLE
./08-deploy-stack-set.ps1

Writes the files for the accounts of data/accounts.csv and shows the commands.

.EXAMPLE
@('set -e') + (./08-deploy-stack-set.ps1 -Path ./accounts.csv -OutputFolder ./stack-set).Command | Set-Content ./stack-set/deploy.sh

Saves the commands as a shell script that stops at the first error.

.OUTPUTS
One object per command, in the order to run them: Step and Command.

.NOTES
The script itself needs no permissions and no network. Permissions to run the commands, in the management account or a delegated administrator account:
cloudformation:CreateStackSet, UpdateStackSet, CreateStackInstances, DescribeStackSetOperation. In the target accounts, stack sets use the roles
AWSCloudFormationStackSetAdministrationRole and AWSCloudFormationStackSetExecutionRole; the latter needs cognito-identity:* on identity pools, and iam:CreateRole,
PutRolePolicy, PassRole, TagRole, GetRole, DeleteRole and DeleteRolePolicy on the roles of the stack. To deploy a new template, use update-stack-set instead of
create-stack-set.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path = "$PSScriptRoot/data/accounts.csv",

    [ValidateNotNullOrEmpty()]
    [string] $OutputFolder = 'out/stack-set',

    [ValidatePattern('^[a-zA-Z][-a-zA-Z0-9]{0,127}$')]
    [string] $StackSetName = 'shop-identity-pool'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)

# Replace this with your definition. A Ref to a name that the template does not define becomes a parameter.
function New-Definition($UserPool = @{ Ref = 'UserPoolId' }, $UserPoolClient = @{ Ref = 'UserPoolClientId' }) {
    New-IdentityPool shop -Tag @{ team = 'storefront' } |
        Add-UserPoolAuthentication $UserPool -UserPoolClient $UserPoolClient |
        Add-RoleMapping -UserPool $UserPool -UserPoolClient $UserPoolClient -UseToken |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource @{ 'Fn::Sub' = 'arn:${AWS::Partition}:s3:::shop-${AWS::AccountId}/*' }
}

# Every row with its errors. The module itself checks the IDs.
function Read-Account([string] $Path) {
    $seen = @{}
    $line = 1
    $faults = [Collections.Generic.List[string]]::new()
    $rows = @(Import-Csv -LiteralPath $Path)
    if (-not $rows) { throw "${Path}: the file contains no accounts." }
    foreach ($row in $rows) {
        $line++
        $missing = 'Account', 'Region', 'UserPoolId', 'UserPoolClientId' | Where-Object { -not ($row.PSObject.Properties[$_] -and $row.$_) }
        if ($missing) { $faults.Add("line ${line}: $($missing -join ', ') is missing"); continue }
        if ($row.Account -notmatch '^\d{12}$') { $faults.Add("line ${line}: '$($row.Account)' is not a valid account ID, which has 12 digits") }
        if ($seen.ContainsKey("$($row.Account) $($row.Region)")) { $faults.Add("line ${line}: account $($row.Account) is listed twice for $($row.Region)") }
        $seen["$($row.Account) $($row.Region)"] = $true
        try {
            $pool = New-Definition $row.UserPoolId $row.UserPoolClientId
            $null = $pool | ConvertTo-IdentityPoolTemplate -Region $row.Region
            if ($row.UserPoolId -notlike "$($row.Region)_*") { $faults.Add("line ${line}: user pool $($row.UserPoolId) is not in $($row.Region)") }
        }
        catch { $faults.Add("line ${line}: $($_.Exception.Message)") }
    }

    if ($faults.Count) { throw "${Path}: nothing was written.`n  $($faults -join "`n  ")" }
    $rows
}

# Quotes text for a shell, in single quotes.
function ConvertTo-ShellText([string] $Text) { "'$($Text -replace "'", "'\''")'" }

$accounts = Read-Account $Path
$template = Join-Path $OutputFolder "$StackSetName.template.yaml"
if (-not $PSCmdlet.ShouldProcess($OutputFolder, "Write the template and the parameters of $($accounts.Count) stacks")) { return }
$null = New-Item -ItemType Directory -Path $OutputFolder -Force
New-Definition | Export-IdentityPool -LiteralPath $template -Description 'The identity pool of the shop, one per account.' -Parameter @{
    UserPoolId = @{ Description = 'The user pool of the account.'; AllowedPattern = '^[\w-]+_[0-9a-zA-Z]+$' }
    UserPoolClientId = @{ Description = 'The app client of the user pool.' }
}

$set = "--stack-set-name $StackSetName"
# Managed execution queues operations. Without it, the second command would fail while the first one runs.
[pscustomobject]@{
    Step = 'Make the stack set'
    Command = "aws cloudformation create-stack-set $set --template-body $(ConvertTo-ShellText "file://$template") --capabilities CAPABILITY_IAM --managed-execution Active=true " +
        "--parameters ParameterKey=UserPoolId,ParameterValue=$($accounts[0].UserPoolId) ParameterKey=UserPoolClientId,ParameterValue=$($accounts[0].UserPoolClientId)"
}
foreach ($account in $accounts) {
    $parameters = Join-Path $OutputFolder "$($account.Account).$($account.Region).parameters.json"
    $values = foreach ($name in 'UserPoolId', 'UserPoolClientId') { [ordered]@{ ParameterKey = $name; ParameterValue = $account.$name } }
    Set-Content -LiteralPath $parameters -Value (ConvertTo-Json -InputObject @($values))
    [pscustomobject]@{
        Step = "Deploy to $($account.Account), $($account.Region)"
        Command = "aws cloudformation create-stack-instances $set --accounts $($account.Account) --regions $($account.Region) " +
            "--parameter-overrides $(ConvertTo-ShellText "file://$parameters")"
    }
}

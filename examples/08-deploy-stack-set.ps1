#Requires -Version 7.4
#Requires -Modules IdentityPool

<#
.SYNOPSIS
Prepares the deployment of one identity pool to many accounts by a CloudFormation stack set.

.DESCRIPTION
One definition goes to every account; what differs between accounts is a parameter of the template: here the user pool and its app client. The script checks the
list of accounts, writes the template and one file of parameters per account, and gives the AWS CLI commands that deploy them, in order. It calls nothing itself:
look at the files, then run the commands.

The list is a CSV file with the columns Account, Region, UserPoolId and UserPoolClientId. All rows are checked before anything is written: ids that cannot be,
an account named twice for one region, a user pool of another region than its row.

Identity pools are regional and belong to one account. Nobody's identity is shared between them.

.PARAMETER Path
The list of accounts.

.PARAMETER OutputFolder
The folder for the template and the parameters. It is made when it does not exist.

.PARAMETER StackSetName
The name of the stack set.

.EXAMPLE
./08-deploy-stack-set.ps1

Writes the files for the accounts of data/accounts.csv and shows the commands.

.EXAMPLE
@('set -e') + (./08-deploy-stack-set.ps1 -Path ./accounts.csv -OutputFolder ./stack-set).Command | Set-Content ./stack-set/deploy.sh

Keeps the commands as a shell script that ends with the first one that fails.

.OUTPUTS
One object per command, in the order in which they are run: Step and Command.

.NOTES
The script itself needs no permissions; it works without a network. Permissions to run the commands, in the management account or a delegated administrator's:
cloudformation:CreateStackSet, UpdateStackSet, CreateStackInstances, DescribeStackSetOperation. In the accounts the roles of stack sets act
(AWSCloudFormationStackSetAdministrationRole, AWSCloudFormationStackSetExecutionRole); the latter needs cognito-identity:* on identity pools, and iam:CreateRole,
PutRolePolicy, PassRole, TagRole, GetRole, DeleteRole and DeleteRolePolicy on the roles of the stack. A new template goes out by update-stack-set in the place of
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

# The definition: put yours here. A Ref to a name that the template does not define is one of its parameters.
function New-Definition($UserPool = @{ Ref = 'UserPoolId' }, $UserPoolClient = @{ Ref = 'UserPoolClientId' }) {
    New-IdentityPool shop -Tag @{ team = 'storefront' } |
        Add-UserPoolAuthentication $UserPool -UserPoolClient $UserPoolClient |
        Add-RoleMapping -UserPool $UserPool -UserPoolClient $UserPoolClient -UseToken |
        Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource @{ 'Fn::Sub' = 'arn:${AWS::Partition}:s3:::shop-${AWS::AccountId}/*' }
}

# Every row with what is wrong in it; with the literal ids the module itself says whether they can be.
function Read-Account([string] $Path) {
    $seen = @{}
    $line = 1
    $faults = [Collections.Generic.List[string]]::new()
    $rows = @(Import-Csv -LiteralPath $Path)
    if (-not $rows) { throw "${Path}: there is no account in it." }
    foreach ($row in $rows) {
        $line++
        $missing = 'Account', 'Region', 'UserPoolId', 'UserPoolClientId' | Where-Object { -not ($row.PSObject.Properties[$_] -and $row.$_) }
        if ($missing) { $faults.Add("line ${line}: $($missing -join ', ') is missing"); continue }
        if ($row.Account -notmatch '^\d{12}$') { $faults.Add("line ${line}: '$($row.Account)' is no account id, which has 12 digits") }
        if ($seen.ContainsKey("$($row.Account) $($row.Region)")) { $faults.Add("line ${line}: account $($row.Account) stands twice for $($row.Region)") }
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

# Text for a shell, in single quotes.
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
# Managed execution queues operations; without it the second command would be refused while the first one runs.
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

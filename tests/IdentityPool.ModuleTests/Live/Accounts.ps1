# A machine with profiles of several accounts, all of them behind one server. The SDK reads its settings once per process, so this needs one of its own.
param([string] $Server, [string] $Commands, [string] $Hostile)
foreach ($name in @([Environment]::GetEnvironmentVariables().Keys) -like 'AWS_*') {
    [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
}

$env:AWS_CONFIG_FILE = "$PSScriptRoot/Accounts.config"
$env:AWS_SHARED_CREDENTIALS_FILE = "$PSScriptRoot/NoCredentials"
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_ENDPOINT_URL = $Server
foreach ($setting in $Hostile -split ';' -ne '') {
    $name, $value = $setting -split '=', 2
    [Environment]::SetEnvironmentVariable($name, $value)
}

$files = $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE
$secret = ConvertTo-SecureString none -AsPlainText -Force
$credential = [pscredential]::new('AKIAGIVEN', $secret)
$id = 'eu-west-1:12345678-1234-1234-1234-123456789012'
Import-Module IdentityPool
foreach ($command in $Commands -split '\r?\n---\r?\n') {
    try {
        & ([scriptblock]::Create($command))
    }
    catch {
        "$($_.FullyQualifiedErrorId) $_"
    }

    # What was called up to here belongs to this command.
    '#end'
    Disconnect-IdentityPool
    $env:AWS_PROFILE = $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $env:AWS_SESSION_TOKEN = $env:AWS_WEB_IDENTITY_TOKEN_FILE = $env:AWS_ROLE_ARN = $null
    $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE = $files
    if ($Server) {
        Get-IdentityPool -Region eu-west-1 -Credential ([pscredential]::new('AKIAMARK', $secret)) -EndpointUrl $Server
    }
}

# A machine with profiles of several accounts, all of them behind one server. The SDK reads its settings once per process, so this needs one of its own.
param([string] $Server, [string] $Command, [string] $Hostile)
foreach ($name in @([Environment]::GetEnvironmentVariables().Keys) -like 'AWS_*') {
    [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
}

$env:AWS_CONFIG_FILE = "$PSScriptRoot/Accounts.config"
$env:AWS_SHARED_CREDENTIALS_FILE = "$PSScriptRoot/missing"
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_ENDPOINT_URL = $Server
foreach ($setting in $Hostile -split ';' -ne '') {
    $name, $value = $setting -split '=', 2
    [Environment]::SetEnvironmentVariable($name, $value)
}

$secret = ConvertTo-SecureString none -AsPlainText -Force
$credential = [pscredential]::new('AKIAGIVEN', $secret)
$id = 'eu-west-1:12345678-1234-1234-1234-123456789012'
Import-Module IdentityPool
try {
    & ([scriptblock]::Create($Command))
}
catch {
    "$($_.FullyQualifiedErrorId)"
}

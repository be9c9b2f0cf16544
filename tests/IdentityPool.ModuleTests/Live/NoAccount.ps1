# A machine without a region, without credentials and with the profile 'shop'. The SDK looks for its files once per process, so this needs one of its own.
param([string] $Command)
$env:AWS_CONFIG_FILE = "$PSScriptRoot/Config"
$env:AWS_SHARED_CREDENTIALS_FILE = "$PSScriptRoot/NoCredentials"
$env:AWS_EC2_METADATA_DISABLED = 'true'
foreach ($name in 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI') {
    [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
}

Import-Module IdentityPool
try {
    & ([scriptblock]::Create($Command))
    'Nothing was refused.'
}
catch {
    "$($_.FullyQualifiedErrorId)|$($_.CategoryInfo.Category)|$($_.TargetObject)|$($_.Exception.Message)"
}

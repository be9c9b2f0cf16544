$userPool = New-UserPool
$client = New-UserPoolClient

New-IdentityPool myidentitypool |
    Add-UserPoolAuthentication $userPool -UserPoolClient $client |
    Add-RoleMapping -UserPool $userPool -UserPoolClient $client -UseToken -MappingKey cognito

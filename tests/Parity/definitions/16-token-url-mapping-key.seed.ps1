$userPool = New-UserPool

New-IdentityPool myidentitypool |
    Add-UserPoolAuthentication $userPool |
    Add-RoleMapping -UserPool $userPool -UseToken -MappingKey cognito

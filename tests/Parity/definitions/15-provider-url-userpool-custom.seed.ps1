New-IdentityPool myidentitypool |
    Add-UserPoolAuthentication eu-west-1_abcdefghi -UserPoolClient app_client_id |
    Add-DeveloperProvider my-custom-provider.com |
    Add-RoleMapping -UserPool eu-west-1_abcdefghi -UseToken |
    Add-RoleMapping -ProviderUrl my-custom-provider.com -UseToken

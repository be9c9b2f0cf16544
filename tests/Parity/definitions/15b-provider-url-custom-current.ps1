New-IdentityPool myidentitypool |
    Add-UserPoolAuthentication eu-west-1_abcdefghi -UserPoolClient app_client_id |
    Add-DeveloperProvider my-custom-provider.com |
    Add-RoleMapping -ProviderUrl cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi:app_client_id -UseToken |
    Add-RoleMapping -ProviderUrl my-custom-provider.com -UseToken

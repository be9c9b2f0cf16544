New-IdentityPool myidentitypool |
    Add-LoginProvider -Amazon amzn1.application-oa2-client.0123456789abcdef |
    Add-RoleMapping -Provider Amazon -UseToken

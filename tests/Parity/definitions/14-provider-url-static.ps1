New-IdentityPool myidentitypool |
    Add-LoginProvider -Facebook 1234567890123 |
    Add-RoleMapping -Provider Facebook -UseToken

$rules = @(
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'adminRole.Arn' }
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'nonAdminRole.Arn' } -MatchType NotEqual
)

New-IdentityPool myidentitypool |
    Add-LoginProvider -Amazon amzn1.application-oa2-client.0123456789abcdef |
    Add-RoleMapping -Provider Amazon -Rule $rules

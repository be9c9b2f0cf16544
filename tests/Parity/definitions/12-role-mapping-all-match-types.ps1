$rules = @(
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'defaultEquals.Arn' }
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'equals.Arn' } -MatchType Equals
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'contains.Arn' } -MatchType Contains
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'startsWith.Arn' } -MatchType StartsWith
    New-RoleMappingRule custom:admin admin @{ 'Fn::GetAtt' = 'notEqual.Arn' } -MatchType NotEqual
)

New-IdentityPool myidentitypool |
    Add-LoginProvider -Google 12345678012.apps.googleusercontent.com |
    Add-RoleMapping -Provider Google -Rule $rules -ResolveAmbiguousRoles

$facebook = New-RoleMappingRule iss https://graph.facebook.com @{ 'Fn::GetAtt' = 'facebookRole.Arn' }
$custom = New-RoleMappingRule iss https://example.com @{ 'Fn::GetAtt' = 'customRole.Arn' }

New-IdentityPool |
    Add-LoginProvider -Amazon amzn1.application -Facebook 1234567890123 -Google 12345678012.apps.googleusercontent.com -Apple com.myappleapp.auth |
    Add-DeveloperProvider example.com |
    Add-RoleMapping -Provider Amazon -UseToken |
    Add-RoleMapping -Provider Facebook -Rule $facebook |
    Add-RoleMapping -ProviderUrl example.com -Rule $custom |
    Add-RoleMapping -Provider Google -UseToken |
    Add-RoleMapping -Provider Apple -UseToken

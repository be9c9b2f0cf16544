$twitter = [pscredential]::new('my-twitter-id', [Net.NetworkCredential]::new('', 'my-twitter-secret').SecurePassword)
$openId = 'arn:aws:iam::123456789012:oidc-provider/example.com'
$saml = 'arn:aws:iam::123456789012:saml-provider/MySaml'

New-IdentityPool |
    Add-LoginProvider -Amazon amzn1.application -Facebook 1234567890123 -Google 12345678012.apps.googleusercontent.com -Apple com.myappleapp.auth -Twitter $twitter |
    Add-OpenIdConnectProvider $openId |
    Add-SamlProvider $saml |
    Add-DeveloperProvider my-custom-provider.com |
    Add-RoleMapping -Provider Facebook -UseToken |
    Add-RoleMapping -Provider Google -UseToken |
    Add-RoleMapping -Provider Amazon -UseToken |
    Add-RoleMapping -Provider Apple -UseToken |
    Add-RoleMapping -Provider Twitter -UseToken |
    Add-RoleMapping -OpenIdConnectProvider $openId -UseToken |
    Add-RoleMapping -SamlProvider $saml -UseToken |
    Add-RoleMapping -ProviderUrl my-custom-provider.com -UseToken

New-IdentityPool myidentitypool |
    Add-LoginProvider -Google 12345678012.apps.googleusercontent.com |
    Add-OpenIdConnectProvider @{ Ref = 'OpenId' } |
    Add-DeveloperProvider my-custom-provider.example.com

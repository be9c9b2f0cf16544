# An account with a pool named shop: two login providers, one of them with a mapping, and tags.
Connect-IdentityPool -Sandbox
New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'web'; stage = 'test' } |
    Add-LoginProvider -Facebook 102030405060708 -Google 1234567890-shop.apps.googleusercontent.com |
    Add-RoleMapping -Provider Facebook -Rule (New-RoleMappingRule email ann@shop.example (New-IdentityPoolRole Editor)) |
    Publish-IdentityPool

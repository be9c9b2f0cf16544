# A folder with the template of a pool.
New-IdentityPool shop -AllowUnauthenticatedIdentities |
    Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com |
    Export-IdentityPool shop.template.yaml

$native = New-OpenIdConnectProvider https://native.example.com -ClientId c1 -Thumbprint 990f4193972f2becf12ddeda5237f9c952f20d9e

New-IdentityPool |
    Add-OpenIdConnectProvider $native, arn:aws:iam::123456789012:oidc-provider/imported.example.com |
    Add-SamlProvider arn:aws:iam::123456789012:saml-provider/MySaml

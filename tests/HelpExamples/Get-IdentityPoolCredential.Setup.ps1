# An account with three pools: shop, which people sign in to with Google, kiosk, which allows guests, and backend, which has identities of a developer's backend.
Connect-IdentityPool -Sandbox
New-IdentityPool shop | Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com | Publish-IdentityPool
New-IdentityPool kiosk -AllowUnauthenticatedIdentities | Publish-IdentityPool
New-IdentityPool backend | Add-DeveloperProvider login.shop.example | Publish-IdentityPool

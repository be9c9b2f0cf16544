# An account with two pools: shop, which people sign in to with Google, and kiosk, which allows guests.
Connect-IdentityPool -Sandbox
New-IdentityPool shop | Add-LoginProvider -Google 1234567890-shop.apps.googleusercontent.com | Publish-IdentityPool
New-IdentityPool kiosk -AllowUnauthenticatedIdentities | Publish-IdentityPool

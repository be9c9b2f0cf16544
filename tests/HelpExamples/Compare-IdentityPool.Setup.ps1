# An account with a pool named shop, which people sign in to with Facebook.
Connect-IdentityPool -Sandbox
New-IdentityPool shop | Add-LoginProvider -Facebook 102030405060708 | Publish-IdentityPool

# An account with two pools: shop, which people sign in to with Facebook, and support.
Connect-IdentityPool -Sandbox
New-IdentityPool shop |
    Add-LoginProvider -Facebook 102030405060708 |
    Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource arn:aws:s3:::shop/* |
    Publish-IdentityPool
New-IdentityPool support | Publish-IdentityPool

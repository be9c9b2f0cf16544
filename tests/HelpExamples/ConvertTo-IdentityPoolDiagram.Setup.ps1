# An account with two pools.
Connect-IdentityPool -Sandbox
'shop', 'support' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -ThrottleLimit 1

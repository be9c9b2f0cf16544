New-IdentityPool | Add-UserPoolAuthentication -UserPool (New-UserPool) -DisableServerSideTokenCheck

New-IdentityPool myidentitypool | Add-UserPoolAuthentication -UserPool (New-UserPool) -DisableServerSideTokenCheck

$userPool = New-UserPool
$identityPool = New-IdentityPool myidentitypool

$identityPool | Add-UserPoolAuthentication -UserPool $userPool -ClientVariable client

$userPool = New-UserPool
$identityPool = New-IdentityPool

$identityPool | Add-UserPoolAuthentication -UserPool $userPool -ClientVariable client

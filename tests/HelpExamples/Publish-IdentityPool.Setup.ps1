Connect-IdentityPool -Sandbox
$foo = 3

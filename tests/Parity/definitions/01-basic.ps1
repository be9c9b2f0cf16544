New-IdentityPool -LogicalId MyIdentityPool

New-IdentityPool -AuthenticatedRole @{ 'Fn::GetAtt' = 'authRole.Arn' } -UnauthenticatedRole @{ 'Fn::GetAtt' = 'unauthRole.Arn' }

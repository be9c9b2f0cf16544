# Needs fake-pool-with-slash.py on port 5978.
. "$PSScriptRoot/_prelude.ps1"
$key = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString not-a-secret -AsPlainText -Force))
$c = @{ Session = Connect-IdentityPool -Region eu-west-1 -EndpointUrl http://127.0.0.1:5978 -Credential $key -NotDefault -PassThru }; $id = 'eu-west-1:11111111-2222-3333-4444-555555555555'
Say { Get-IdentityPool -Id $id @c } 'Get-IdentityPool'
Say { Remove-IdentityPool -Id $id @c -WhatIf } 'Remove-IdentityPool'
Say { New-IdentityPool auth0 | Compare-IdentityPool -Id $id @c } 'Compare-IdentityPool'
Say { New-IdentityPool auth0 | Publish-IdentityPool -Id $id -Adopt -WhatIf @c } 'Publish-IdentityPool'
Say { Get-IdentityPool @c } 'all pools of the account'

# Needs fake-pool-classic-unset.py on port 5976.
. "$PSScriptRoot/_prelude.ps1"
$key = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString not-a-secret -AsPlainText -Force))
$c = @{ Session = Connect-IdentityPool -Region eu-west-1 -EndpointUrl http://127.0.0.1:5976 -Credential $key -NotDefault -PassThru }; $id = 'eu-west-1:11111111-2222-3333-4444-555555555555'
Say { Get-IdentityPool -Id $id @c | % { "AllowClassicFlow: [$($_.AllowClassicFlow)]"; $script:p = $_ } } 'read'
Say { $script:p | Get-IdentityPoolFinding | ft RuleId, Severity } 'findings'
Say { New-IdentityPool old -AllowClassicFlow:$false -AuthenticatedRole arn:aws:iam::123456789012:role/x -NoUnauthenticatedRole | Compare-IdentityPool -Id $id @c } 'definition says explicitly off'
Say { (Get-IdentityPool -Id $id @c) | Compare-IdentityPool -ReferenceObject (New-IdentityPool old -AllowClassicFlow:$false -NoUnauthenticatedRole) } 'as reference'

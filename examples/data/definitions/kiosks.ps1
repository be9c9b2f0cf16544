# One pool for each kiosk. A definition can also be a script that only returns pools.
foreach ($city in 'antwerp', 'ghent') {
    New-IdentityPool "kiosk-$city" -AllowClassicFlow:$false -AllowUnauthenticatedIdentities -Tag @{ city = $city } |
        Grant-IdentityPoolAccess -Role Unauthenticated -Service S3 -Access Read -Resource "arn:aws:s3:::kiosk-$city" |
        Add-IdentityPoolSuppression -RuleId GuestAccess -Reason 'Visitors of a kiosk have no account.'
}

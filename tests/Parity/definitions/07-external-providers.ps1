$twitter = [pscredential]::new('my-twitter-id', [Net.NetworkCredential]::new('', 'my-twitter-secret').SecurePassword)

New-IdentityPool myidentitypool |
    Add-LoginProvider -Amazon amzn1.application.12312k3j234j13rjiwuenf -Facebook 1234567890123 -Google 12345678012.apps.googleusercontent.com -Apple com.myappleapp.auth -Twitter $twitter

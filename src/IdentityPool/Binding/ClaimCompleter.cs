namespace IdentityPools.Binding;

/// <summary>Completes the claims that tokens commonly carry.</summary>
public sealed class ClaimCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        [
            ("sub", "The user's id at the provider"),
            ("aud", "The client that the token is for"),
            ("iss", "The provider that issued the token"),
            ("email", "The user's e-mail address; trust it only where email_verified holds"),
            ("email_verified", "Whether the provider verified the address"),
            ("cognito:groups", "The user's groups in the user pool"),
            ("cognito:username", "The user's name in the user pool"),
            ("name", "The user's full name"),
            ("hd", "The user's Google Workspace domain"),
            ("amr", "How the user signed in"),
        ];
}

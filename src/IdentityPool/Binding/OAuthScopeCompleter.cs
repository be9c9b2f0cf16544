namespace IdentityPools.Binding;

/// <summary>Completes the OAuth scopes that every user pool has.</summary>
public sealed class OAuthScopeCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        [
            ("openid", "An id token; needed for the other standard scopes"),
            ("email", "The claims email and email_verified"),
            ("phone", "The claims phone_number and phone_number_verified"),
            ("profile", "All attributes that the client may read"),
            ("aws.cognito.signin.user.admin", "The user pool's own API for the signed-in user"),
        ];
}

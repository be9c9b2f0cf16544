namespace IdentityPools.Binding;

/// <summary>Completes the OAuth scopes that every user pool has.</summary>
public sealed class OAuthScopeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            new("openid", "An id token; needed for the other standard scopes"),
            new("email", "The claims email and email_verified"),
            new("phone", "The claims phone_number and phone_number_verified"),
            new("profile", "All attributes that the client may read"),
            new("aws.cognito.signin.user.admin", "The user pool's own API for the signed-in user"),
        ];
}

namespace IdentityPools.Binding;

/// <summary>Completes the OAuth scopes that every user pool has.</summary>
public sealed class OAuthScopeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Of("openid", nameof(Messages.CompletedOAuthScopeOpenId)),
            Suggestion.Of("email", nameof(Messages.CompletedOAuthScopeEmail)),
            Suggestion.Of("phone", nameof(Messages.CompletedOAuthScopePhone)),
            Suggestion.Of("profile", nameof(Messages.CompletedOAuthScopeProfile)),
            Suggestion.Of("aws.cognito.signin.user.admin", nameof(Messages.CompletedOAuthScopeAdmin)),
        ];
}

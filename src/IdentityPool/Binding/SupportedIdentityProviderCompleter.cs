namespace IdentityPools.Binding;

/// <summary>Completes the identity providers that an app client may offer.</summary>
public sealed class SupportedIdentityProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Of("COGNITO", nameof(Messages.CompletedOwnUsers)),
            new("Facebook", "Facebook"),
            new("Google", "Google"),
            new("LoginWithAmazon", "Login with Amazon"),
            new("SignInWithApple", "Sign in with Apple"),
        ];
}

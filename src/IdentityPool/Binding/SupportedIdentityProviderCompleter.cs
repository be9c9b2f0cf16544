namespace IdentityPools.Binding;

/// <summary>Completes the identity providers that an app client may offer.</summary>
public sealed class SupportedIdentityProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            new("COGNITO", "The users of the user pool itself"),
            new("Facebook", "Facebook"),
            new("Google", "Google"),
            new("LoginWithAmazon", "Login with Amazon"),
            new("SignInWithApple", "Sign in with Apple"),
        ];
}

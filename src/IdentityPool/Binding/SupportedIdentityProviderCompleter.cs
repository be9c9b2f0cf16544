namespace IdentityPools.Binding;

/// <summary>Completes the identity providers that an app client may offer.</summary>
public sealed class SupportedIdentityProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        [
            ("COGNITO", "The users of the user pool itself"),
            ("Facebook", "Facebook"),
            ("Google", "Google"),
            ("LoginWithAmazon", "Login with Amazon"),
            ("SignInWithApple", "Sign in with Apple"),
        ];
}

using IdentityPools.Model;

namespace IdentityPools.Completion;

/// <summary>Completes the OAuth scopes that every user pool has.</summary>
public sealed class OAuthScopeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Create("openid", nameof(Messages.CompletedOAuthScopeOpenId)),
            Suggestion.Create("email", nameof(Messages.CompletedOAuthScopeEmail)),
            Suggestion.Create("phone", nameof(Messages.CompletedOAuthScopePhone)),
            Suggestion.Create("profile", nameof(Messages.CompletedOAuthScopeProfile)),
            Suggestion.Create("aws.cognito.signin.user.admin", nameof(Messages.CompletedOAuthScopeAdmin)),
        ];
}

/// <summary>Completes OAuth flows.</summary>
public sealed class OAuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Create("code", nameof(Messages.CompletedOAuthFlowCode)),
            Suggestion.Create("implicit", nameof(Messages.CompletedOAuthFlowImplicit)),
            Suggestion.Create("client_credentials", nameof(Messages.CompletedOAuthFlowClientCredentials)),
        ];
}

/// <summary>Completes the ways to sign in that an app client may allow.</summary>
public sealed class AuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        UserPoolClientRules.AuthFlows.Select(flow => Suggestion.Create(flow, $"AuthFlow_{flow}"));
}

/// <summary>Completes the identity providers that an app client may offer.</summary>
public sealed class SupportedIdentityProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Create("COGNITO", nameof(Messages.CompletedOwnUsers)),
            new("Facebook", "Facebook"),
            new("Google", "Google"),
            new("LoginWithAmazon", "Login with Amazon"),
            new("SignInWithApple", "Sign in with Apple"),
        ];
}

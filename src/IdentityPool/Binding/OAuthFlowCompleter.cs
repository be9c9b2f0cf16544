namespace IdentityPools.Binding;

/// <summary>Completes OAuth flows.</summary>
public sealed class OAuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            Suggestion.Of("code", nameof(Messages.CompletedOAuthFlowCode)),
            Suggestion.Of("implicit", nameof(Messages.CompletedOAuthFlowImplicit)),
            Suggestion.Of("client_credentials", nameof(Messages.CompletedOAuthFlowClientCredentials)),
        ];
}

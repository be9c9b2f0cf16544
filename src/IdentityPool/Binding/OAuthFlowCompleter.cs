namespace IdentityPools.Binding;

/// <summary>Completes OAuth flows.</summary>
public sealed class OAuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            new("code", "Authorization code: for apps with users; the safe choice"),
            new("implicit", "Implicit: tokens in the address bar; for old apps only"),
            new("client_credentials", "Client credentials: for services without users"),
        ];
}

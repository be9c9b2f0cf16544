namespace IdentityPools.Binding;

/// <summary>Completes OAuth flows.</summary>
public sealed class OAuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        [
            ("code", "Authorization code: for apps with users; the safe choice"),
            ("implicit", "Implicit: tokens in the address bar; for old apps only"),
            ("client_credentials", "Client credentials: for services without users"),
        ];
}

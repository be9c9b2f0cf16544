namespace IdentityPools.Binding;

/// <summary>Completes OpenID Connect providers of IAM.</summary>
public sealed class OpenIdConnectProviderCompleter : PartCompleter<OpenIdConnectProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .OpenIdConnectProviders.Where(provider => provider.Arn?.Literal is not null)
            .Select(provider => Suggestion.Of(provider.Arn!.Literal!, nameof(Messages.CompletedProvider), nameof(OpenIdConnectProvider), pool));
}

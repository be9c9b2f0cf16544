namespace IdentityPools.Binding;

/// <summary>Completes SAML providers of IAM.</summary>
public sealed class SamlProviderCompleter : PartCompleter<SamlProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .SamlProviders.Where(provider => provider.Arn?.Literal is not null)
            .Select(provider => Suggestion.Of(provider.Arn!.Literal!, nameof(Messages.CompletedProvider), nameof(SamlProvider), pool));
}

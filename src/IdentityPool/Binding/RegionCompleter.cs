namespace IdentityPools.Binding;

/// <summary>Completes regions.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        AwsRegion.Names.Select(region => new Suggestion(region.Key, region.Value));
}

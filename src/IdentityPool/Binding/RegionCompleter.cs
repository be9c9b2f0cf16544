namespace IdentityPools.Binding;

/// <summary>Completes regions.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() => AwsRegion.Known.Select(region => (region, $"AWS region {region}"));
}

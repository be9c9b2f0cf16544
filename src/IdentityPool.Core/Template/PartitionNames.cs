namespace IdentityPools.Template;

/// <summary>
/// Definitions speak of <c>cognito-identity.amazonaws.com:sub</c>; in other partitions the same key has another prefix. Written on the way out, taken back
/// on the way in.
/// </summary>
internal static class PartitionNames
{
    private static readonly string[] Keys = ["sub", "aud", "amr"];

    public static TemplateNode Localised(TemplateNode node, AwsPartition partition) =>
        partition.TrustPrincipal == AwsPartition.Commercial.TrustPrincipal
            ? node
            : Replaced(node, AwsPartition.Commercial.TrustPrincipal, partition.TrustPrincipal);

    /// <summary>The node as the commercial partition writes it, whichever partition it is written for.</summary>
    public static TemplateNode Neutral(TemplateNode node) =>
        AwsRegion
            .Known.Select(region => AwsPartition.OfRegion(region).TrustPrincipal)
            .Distinct()
            .Where(principal => principal != AwsPartition.Commercial.TrustPrincipal)
            .Aggregate(node, (result, principal) => Replaced(result, principal, AwsPartition.Commercial.TrustPrincipal));

    private static TemplateNode Replaced(TemplateNode node, string from, string to) => Nodes.Map(node, text => Replaced(text, from, to));

    private static string Replaced(string text, string from, string to) =>
        Keys.Aggregate(text, (result, key) => result.Replace($"{from}:{key}", $"{to}:{key}", StringComparison.Ordinal));
}

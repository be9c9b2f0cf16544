namespace IdentityPools.Model;

/// <summary>What differs between the partitions of AWS, as far as identity pools are concerned.</summary>
/// <param name="Name">The partition in an ARN.</param>
/// <param name="DnsSuffix">The suffix of its endpoints.</param>
/// <param name="TrustPrincipal">The federated principal of the roles' trust policies and the prefix of their condition keys.</param>
/// <param name="HasIdentityPools">Whether AWS says that it has identity pools.</param>
internal sealed record AwsPartition(string Name, string DnsSuffix, string TrustPrincipal, bool HasIdentityPools = true)
{
    public static readonly AwsPartition Commercial = new("aws", "amazonaws.com", "cognito-identity.amazonaws.com");

    /// <summary>The other partitions and how their regions begin.</summary>
    /// <remarks>
    /// The SDKs' partitions.json, https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json. Of the isolated ones AWS publishes no endpoint
    /// of identity pools, https://github.com/boto/botocore/blob/develop/botocore/data/endpoints.json.
    /// </remarks>
    private static readonly (string Regions, string Name, string DnsSuffix, bool HasIdentityPools)[] Others =
    [
        ("cn-", "aws-cn", "amazonaws.com.cn", true),
        ("us-gov-", "aws-us-gov", "amazonaws.com", true),
        ("eusc-", "aws-eusc", "amazonaws.eu", true),
        ("us-iso-", "aws-iso", "c2s.ic.gov", false),
        ("us-isob-", "aws-iso-b", "sc2s.sgov.gov", false),
        ("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk", false),
        ("us-isof-", "aws-iso-f", "csp.hci.ic.gov", false),
    ];

    public static IEnumerable<string> Names => Others.Select(other => other.Name).Prepend(Commercial.Name);

    /// <summary>The partition as it looks from a region; without one, the commercial partition.</summary>
    /// <remarks>
    /// GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html. China's principal is documented inconsistently; this is
    /// the form of the China edition's role pages. What the isolated partitions would have is not known; the name is at least none of another partition.
    /// </remarks>
    public static AwsPartition OfRegion(string? region)
    {
        if (region is null || Array.Find(Others, other => region.StartsWith(other.Regions, StringComparison.Ordinal)) is not { Name: not null } other)
        {
            return Commercial;
        }

        var principal = region switch
        {
            "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
            _ when other.Name == "aws-eusc" => $"cognito-identity.{other.DnsSuffix}",
            _ => $"cognito-identity.{region}.{other.DnsSuffix}",
        };
        return new(other.Name, other.DnsSuffix, principal, other.HasIdentityPools);
    }

    /// <summary>The partition of a role: the one that its ARN names. Of another one than this the region is not known; GovCloud's own principal is that of its last.</summary>
    public AwsPartition Find(TemplateValue arn) =>
        arn.Literal is { } text && Arn.Parse(text).Partition is var name && name != Name
            ? AwsRegion.Known.Select(OfRegion).LastOrDefault(other => other.Name == name) ?? this
            : this;

    /// <summary>The principals of the regions of a partition.</summary>
    public static IReadOnlyCollection<string> TrustPrincipalsOf(string partition) =>
        [.. AwsRegion.Known.Select(OfRegion).Where(other => other.Name == partition).Select(other => other.TrustPrincipal).Distinct()];

    /// <summary>Whether a name is a federated principal of identity pools in any partition, or a condition key of one.</summary>
    public static bool IsTrustPrincipal(string name) =>
        name.StartsWith("cognito-identity", StringComparison.Ordinal)
        && name.Split(':')[0] is var host
        && (
            host.EndsWith("." + Commercial.DnsSuffix, StringComparison.Ordinal)
            || Array.Exists(Others, other => host.EndsWith("." + other.DnsSuffix, StringComparison.Ordinal))
        );
}

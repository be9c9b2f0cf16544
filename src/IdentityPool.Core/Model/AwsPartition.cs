namespace IdentityPools;

/// <summary>What differs between the partitions of AWS, as far as identity pools are concerned.</summary>
/// <param name="Name">The partition in an ARN.</param>
/// <param name="DnsSuffix">The suffix of its endpoints.</param>
/// <param name="TrustPrincipal">The federated principal of the roles' trust policies and the prefix of their condition keys.</param>
internal sealed record AwsPartition(string Name, string DnsSuffix, string TrustPrincipal)
{
    public static readonly AwsPartition Commercial = new("aws", "amazonaws.com", "cognito-identity.amazonaws.com");

    /// <summary>The partition as it looks from a region; without one, the commercial partition.</summary>
    /// <remarks>
    /// GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html. China's principal is documented inconsistently; this is
    /// the form of the China edition's role pages.
    /// </remarks>
    public static AwsPartition OfRegion(string? region) =>
        region switch
        {
            null => Commercial,
            "us-gov-west-1" => new("aws-us-gov", "amazonaws.com", "cognito-identity-us-gov.amazonaws.com"),
            _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => new("aws-us-gov", "amazonaws.com", $"cognito-identity.{region}.amazonaws.com"),
            _ when region.StartsWith("cn-", StringComparison.Ordinal) => new("aws-cn", "amazonaws.com.cn", $"cognito-identity.{region}.amazonaws.com.cn"),
            _ when region.StartsWith("eusc-", StringComparison.Ordinal) => new("aws-eusc", "amazonaws.eu", "cognito-identity.amazonaws.eu"),
            _ => Commercial,
        };

    /// <summary>Whether a name is a federated principal of identity pools in any partition.</summary>
    public static bool IsTrustPrincipal(string name) =>
        name.StartsWith("cognito-identity", StringComparison.Ordinal) && name.Contains(".amazonaws.", StringComparison.Ordinal);
}

using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>Ids and ARNs of identity pools: <c>region:guid</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html</remarks>
internal static class IdentityPoolId
{
    public static string RegionOf(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];

    public static bool IsWellFormed(string id) =>
        id.Length <= Limits.IdentityPoolIdLength && id.Split(':') is [var region, var guid] && AwsRegion.IsWellFormed(region) && IsGuid(guid);

    public static string Check(string id, string? region = null)
    {
        if (!IsWellFormed(id))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidIdentityPoolId), id, id);
        }

        return region is null || RegionOf(id) == region
            ? id
            : throw DefinitionErrors.Create(nameof(Messages.IdentityPoolRegionMismatch), id, id, RegionOf(id), region);
    }

    public static string OfArn(string text)
    {
        const string ResourceType = "identitypool/";
        var arn = IdentityPools.Model.Arn.Parse(text);
        return
            arn.Service == "cognito-identity"
            && arn.Partition == AwsPartition.OfRegion(arn.Region).Name
            && arn.Resource.StartsWith(ResourceType, StringComparison.Ordinal)
            ? OfRegion(Check(arn.Resource[ResourceType.Length..]), arn.Region, text)
            : throw DefinitionErrors.Create(nameof(Messages.InvalidIdentityPoolArn), text, text);
    }

    private static string OfRegion(string id, string region, string arn) =>
        RegionOf(id) == region ? id : throw DefinitionErrors.Create(nameof(Messages.IdentityPoolArnRegionMismatch), arn, arn, region, RegionOf(id));

    private static bool IsGuid(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiDigit(character) || character is (>= 'a' and <= 'f') or '-');
}

using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools;

/// <summary>The regions that have identity pools.</summary>
public static class AwsRegion
{
    /// <summary>Stands where some region has to and none is known.</summary>
    internal const string Any = "us-east-1";

    /// <summary>The regions known when this version was made, by their code, with the names that AWS gives them.</summary>
    /// <remarks>https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html</remarks>
    internal static readonly ValueMap<string> Names = ValueMap<string>.Create([
        new("af-south-1", "Africa (Cape Town)"),
        new("ap-east-1", "Asia Pacific (Hong Kong)"),
        new("ap-east-2", "Asia Pacific (Taipei)"),
        new("ap-northeast-1", "Asia Pacific (Tokyo)"),
        new("ap-northeast-2", "Asia Pacific (Seoul)"),
        new("ap-northeast-3", "Asia Pacific (Osaka)"),
        new("ap-south-1", "Asia Pacific (Mumbai)"),
        new("ap-south-2", "Asia Pacific (Hyderabad)"),
        new("ap-southeast-1", "Asia Pacific (Singapore)"),
        new("ap-southeast-2", "Asia Pacific (Sydney)"),
        new("ap-southeast-3", "Asia Pacific (Jakarta)"),
        new("ap-southeast-4", "Asia Pacific (Melbourne)"),
        new("ap-southeast-5", "Asia Pacific (Malaysia)"),
        new("ap-southeast-6", "Asia Pacific (New Zealand)"),
        new("ap-southeast-7", "Asia Pacific (Thailand)"),
        new("ca-central-1", "Canada (Central)"),
        new("ca-west-1", "Canada West (Calgary)"),
        new("cn-north-1", "China (Beijing)"),
        new("eu-central-1", "Europe (Frankfurt)"),
        new("eu-central-2", "Europe (Zurich)"),
        new("eu-north-1", "Europe (Stockholm)"),
        new("eu-south-1", "Europe (Milan)"),
        new("eu-south-2", "Europe (Spain)"),
        new("eu-west-1", "Europe (Ireland)"),
        new("eu-west-2", "Europe (London)"),
        new("eu-west-3", "Europe (Paris)"),
        new("eusc-de-east-1", "AWS European Sovereign Cloud (Germany)"),
        new("il-central-1", "Israel (Tel Aviv)"),
        new("me-central-1", "Middle East (UAE)"),
        new("me-south-1", "Middle East (Bahrain)"),
        new("mx-central-1", "Mexico (Central)"),
        new("sa-east-1", "South America (Sao Paulo)"),
        new("us-east-1", "US East (N. Virginia)"),
        new("us-east-2", "US East (Ohio)"),
        new("us-gov-east-1", "AWS GovCloud (US-East)"),
        new("us-gov-west-1", "AWS GovCloud (US-West)"),
        new("us-west-1", "US West (N. California)"),
        new("us-west-2", "US West (Oregon)"),
    ]);

    /// <summary>The regions known when this version was made, for completion. Newer ones are accepted too.</summary>
    public static ValueList<string> Known { get; } = Names.Keys.ToValueList();

    private static readonly HashSet<string> Compass = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest", "central"];

    /// <summary>Whether text has the form of a region: <c>eu-west-1</c>, <c>us-gov-east-1</c>.</summary>
    internal static bool IsWellFormed(string text)
    {
        var parts = text.Split('-');
        return parts.Length is 3 or 4
            && parts[..^1].All(part => part.Length is >= 2 and <= 12 && part.All(char.IsAsciiLetterLower))
            && parts[^1].Length is 1 or 2
            && parts[^1].All(char.IsAsciiDigit);
    }

    /// <summary>A region that a user names.</summary>
    /// <exception cref="DefinitionException">It cannot be one, or is of a partition without identity pools.</exception>
    internal static string Check(string text) => Error(text) is { } exception ? throw exception : text;

    /// <summary>Why text is not a region with identity pools; null where it is one or may be one by now.</summary>
    internal static DefinitionException? Error(string text) =>
        !IsWellFormed(text) ? Values.DefinitionErrors.Create(nameof(Messages.InvalidRegion), text, text)
        : !IsPossible(text) ? Values.DefinitionErrors.Create(nameof(Messages.NoSuchRegion), text, text, NearMiss.Closest(text, Known))
        : AwsPartition.OfRegion(text) is { HasIdentityPools: false } partition
            ? Values.DefinitionErrors.Create(nameof(Messages.RegionWithoutIdentityPools), text, text, partition.Name)
        : null;

    /// <summary>
    /// Whether some partition may have a region of that name. New regions come every year, new points of the compass do not.
    /// </summary>
    internal static bool IsPossible(string text) => IsWellFormed(text) && Compass.Contains(text.Split('-')[^2]);

    /// <summary>What is to be said of a region that is possible and not known.</summary>
    internal static string Doubt(string region) => Values.MessageText.Format(nameof(Messages.RegionNotKnown), region, NearMiss.Closest(region, Known));
}

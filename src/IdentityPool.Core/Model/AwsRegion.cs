using IdentityPools.Validation;

namespace IdentityPools;

/// <summary>The regions that have identity pools.</summary>
public static class AwsRegion
{
    /// <summary>The regions known when this version was made, for completion. Newer ones are accepted too.</summary>
    public static ValueList<string> Known { get; } =
    [
        "af-south-1",
        "ap-east-1",
        "ap-east-2",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-south-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-central-1",
        "ca-west-1",
        "cn-north-1",
        "eu-central-1",
        "eu-central-2",
        "eu-north-1",
        "eu-south-1",
        "eu-south-2",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "eusc-de-east-1",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "mx-central-1",
        "sa-east-1",
        "us-east-1",
        "us-east-2",
        "us-gov-east-1",
        "us-gov-west-1",
        "us-west-1",
        "us-west-2",
    ];

    /// <summary>Whether text has the form of a region: <c>eu-west-1</c>, <c>us-gov-east-1</c>.</summary>
    internal static bool IsWellFormed(string text)
    {
        var parts = text.Split('-');
        return parts.Length is 3 or 4
            && parts[..^1].All(part => part.Length is >= 2 and <= 12 && part.All(char.IsAsciiLetterLower))
            && parts[^1].Length is 1 or 2
            && parts[^1].All(char.IsAsciiDigit);
    }

    internal static string Check(string text) => IsWellFormed(text) ? text : throw Fault.Of(nameof(Messages.InvalidRegion), text, text);
}

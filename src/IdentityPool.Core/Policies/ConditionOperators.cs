using System.Globalization;

namespace IdentityPools.Policies;

/// <summary>The condition operators of the policy language.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html</remarks>
internal static class ConditionOperators
{
    public const string Null = "Null";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "StringEquals",
        "StringNotEquals",
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        "StringLike",
        "StringNotLike",
        "NumericEquals",
        "NumericNotEquals",
        "NumericLessThan",
        "NumericLessThanEquals",
        "NumericGreaterThan",
        "NumericGreaterThanEquals",
        "DateEquals",
        "DateNotEquals",
        "DateLessThan",
        "DateLessThanEquals",
        "DateGreaterThan",
        "DateGreaterThanEquals",
        "Bool",
        "BinaryEquals",
        "IpAddress",
        "NotIpAddress",
        "ArnEquals",
        "ArnLike",
        "ArnNotEquals",
        "ArnNotLike",
        Null,
    };

    public static IEnumerable<string> Names => Known;

    public static bool IsKnown(string name) => Known.Contains(name);

    public static bool IsNegated(string name) => name.Contains("Not", StringComparison.Ordinal);

    /// <summary>Compares one value of the request with one of the policy.</summary>
    public static bool Compare(string name, string actual, string expected) =>
        name switch
        {
            "StringEquals" or "BinaryEquals" => actual == expected,
            "StringNotEquals" => actual != expected,
            "StringEqualsIgnoreCase" or "Bool" => actual.Equals(expected, StringComparison.OrdinalIgnoreCase),
            "StringNotEqualsIgnoreCase" => !actual.Equals(expected, StringComparison.OrdinalIgnoreCase),
            "StringLike" or "ArnLike" or "ArnEquals" => Wildcard.Matches(expected, actual),
            "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => !Wildcard.Matches(expected, actual),
            _ when name.StartsWith("Numeric", StringComparison.Ordinal) => Ordered(name["Numeric".Length..], Number(actual), Number(expected)),
            _ when name.StartsWith("Date", StringComparison.Ordinal) => Ordered(name["Date".Length..], Date(actual), Date(expected)),
            // No request to the sandbox has an address to compare.
            _ => false,
        };

    private static bool Ordered<T>(string comparison, T? actual, T? expected)
        where T : struct, IComparable<T> =>
        actual is { } left
        && expected is { } right
        && left.CompareTo(right) is var order
        && comparison switch
        {
            "Equals" => order == 0,
            "NotEquals" => order != 0,
            "LessThan" => order < 0,
            "LessThanEquals" => order <= 0,
            "GreaterThan" => order > 0,
            _ => order >= 0,
        };

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Date(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : null;
}

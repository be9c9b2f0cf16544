using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Policies;

/// <summary>What each operator makes of a value of the request and one of the policy.</summary>
public sealed class ConditionOperatorTests
{
    private const string Day = "2026-01-01T00:00:00Z";
    private const string NextDay = "2026-01-02T00:00:00Z";
    private const string DayInSeconds = "1767225600";

    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a", "A", false)]
    [InlineData("StringNotEquals", "a", "a", false)]
    [InlineData("StringNotEquals", "a", "A", true)]
    [InlineData("StringEqualsIgnoreCase", "a", "A", true)]
    [InlineData("StringEqualsIgnoreCase", "a", "b", false)]
    [InlineData("StringNotEqualsIgnoreCase", "a", "A", false)]
    [InlineData("StringNotEqualsIgnoreCase", "a", "b", true)]
    [InlineData("Bool", "true", "True", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("BinaryEquals", "YQ==", "YQ==", true)]
    [InlineData("BinaryEquals", "YQ==", "yq==", false)]
    [InlineData("StringLike", "abc", "a*", true)]
    [InlineData("StringLike", "abc", "b*", false)]
    [InlineData("StringNotLike", "abc", "a*", false)]
    [InlineData("StringNotLike", "abc", "b*", true)]
    [InlineData("ArnLike", "arn:aws:s3:::b", "arn:aws:s3:::*", true)]
    [InlineData("ArnEquals", "arn:aws:s3:::b", "arn:aws:s3:::*", true)]
    [InlineData("ArnNotLike", "arn:aws:s3:::b", "arn:aws:s3:::*", false)]
    [InlineData("ArnNotEquals", "arn:aws:s3:::b", "arn:aws:s3:::c", true)]
    public void Texts_are_compared(string name, string actual, string expected, bool isMet) =>
        Assert.Equal(isMet, ConditionOperators.Compare(name, actual, expected));

    [Theory]
    [InlineData("Equals", false, true, false)]
    [InlineData("NotEquals", true, false, true)]
    [InlineData("LessThan", true, false, false)]
    [InlineData("LessThanEquals", true, true, false)]
    [InlineData("GreaterThan", false, false, true)]
    [InlineData("GreaterThanEquals", false, true, true)]
    public void Numbers_and_dates_are_compared_by_their_order(string name, bool whenLess, bool whenEqual, bool whenMore)
    {
        Assert.Equal((whenLess, whenEqual, whenMore), (Numbers("9"), Numbers("10.0"), Numbers("11")));
        Assert.Equal((whenLess, whenEqual, whenMore), (Dates("2025-12-31"), Dates(Day), Dates(NextDay)));

        bool Numbers(string actual) => ConditionOperators.Compare("Numeric" + name, actual, "10");

        bool Dates(string actual) => ConditionOperators.Compare("Date" + name, actual, DayInSeconds);
    }

    [Theory]
    [InlineData("DateEquals", "9999-12-31T23:59:59Z", "253402300799")]
    [InlineData("DateLessThan", Day, "253402300799")]
    public void The_last_second_of_all_time_is_a_date(string name, string actual, string expected) =>
        Assert.True(ConditionOperators.Compare(name, actual, expected));

    [Theory]
    [InlineData("NumericNotEquals", "a", "1")]
    [InlineData("NumericNotEquals", "1", "a")]
    [InlineData("DateNotEquals", "yesterday", Day)]
    [InlineData("DateNotEquals", Day, "tomorrow")]
    [InlineData("IpAddress", "192.0.2.1", "192.0.2.1")]
    [InlineData("NotIpAddress", "192.0.2.1", "198.51.100.1")]
    public void What_cannot_be_compared_fulfils_nothing(string name, string actual, string expected) =>
        Assert.False(ConditionOperators.Compare(name, actual, expected));
}

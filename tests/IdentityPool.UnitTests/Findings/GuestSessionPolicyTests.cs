using IdentityPools.Findings;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>The two session policies of guests.</summary>
public sealed class GuestSessionPolicyTests
{
    [Fact]
    public void The_lists_are_those_of_their_sources()
    {
        Assert.Equal((32, 26), (GuestSessionPolicies.Inline.Actions.Count, GuestSessionPolicies.Managed.Actions.Count));
        Assert.All(
            GuestSessionPolicies.All,
            policy =>
            {
                Assert.Equal(policy.Actions.Distinct().Order(StringComparer.Ordinal), policy.Actions);
                Assert.All(policy.Actions, action => Assert.Matches(@"^[a-z0-9-]+:[A-Za-z*]+$", action));
                Assert.StartsWith("https://docs.aws.amazon.com/", policy.Source.AbsoluteUri, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("kinesis:PutRecord", true)]
    [InlineData("mobiletargeting:PutEvents", true)]
    [InlineData("kms:GenerateDataKeyPair", true)]
    [InlineData("KMS:decrypt", true)]
    [InlineData("geo:SearchPlaceIndexForText", true)]
    [InlineData("geo:BatchGetDevicePosition", true)]
    [InlineData("geo:*", true)]
    [InlineData("rum:PutRumEvents", true)]
    [InlineData("geo:CreateMap", false)]
    [InlineData("geo-maps:GetTile", false)]
    [InlineData("kms:CreateKey", false)]
    [InlineData("kinesisanalytics:DescribeApplication", false)]
    [InlineData("sumerian:ViewRelease", false)]
    [InlineData("rum:GetAppMonitor", false)]
    [InlineData("bedrock:InvokeModel", false)]
    public void One_of_the_lists_is_enough(string action, bool isReached) => Assert.Equal(isReached, GuestSessionPolicies.Reach(action));

    /// <summary>Who updates the data updates what people read.</summary>
    [Fact]
    public void The_remedy_names_the_dates_of_the_lists()
    {
        var remedy = FindingRules.Find(FindingRuleId.InertGuestPermission).Remedy;

        Assert.Contains("November 2026", GuestSessionPolicies.Inline.Version, StringComparison.Ordinal);
        Assert.Contains("November 2026", remedy, StringComparison.Ordinal);
        Assert.StartsWith("version 4 ", GuestSessionPolicies.Managed.Version, StringComparison.Ordinal);
        Assert.Contains("version 4 ", remedy, StringComparison.Ordinal);
    }
}

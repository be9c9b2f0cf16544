using Amazon;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>Regions and the partition that each is in.</summary>
public sealed class AwsRegionTests
{
    [Fact]
    public void Every_known_region_is_well_formed() => Assert.All(AwsRegion.Known, region => Assert.Equal(region, AwsRegion.Check(region)));

    [Fact]
    public void Every_known_region_is_called_as_AWS_calls_it() =>
        Assert.All(AwsRegion.Names, region => Assert.Equal(RegionEndpoint.GetBySystemName(region.Key).DisplayName, region.Value));

    [Fact]
    public void A_region_that_is_newer_than_this_version_is_taken() => Assert.Equal("xx-central-9", AwsRegion.Check("xx-central-9"));

    [Theory]
    [InlineData("")]
    [InlineData("Ireland")]
    [InlineData("eu-west")]
    [InlineData("eu-west-1a")]
    [InlineData("EU-WEST-1")]
    [InlineData("eu_west_1")]
    [InlineData("eu-west-1 ")]
    public void Another_text_is_no_region(string text) => Refused.With("InvalidRegion", () => AwsRegion.Check(text));

    [Theory]
    [InlineData(null, "aws", "cognito-identity.amazonaws.com")]
    [InlineData("eu-west-1", "aws", "cognito-identity.amazonaws.com")]
    [InlineData("us-gov-west-1", "aws-us-gov", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "aws-us-gov", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cn-north-1", "aws-cn", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", "aws-eusc", "cognito-identity.amazonaws.eu")]
    public void The_region_decides_on_partition_and_trust_principal(string? region, string partition, string principal)
    {
        var actual = AwsPartition.OfRegion(region);

        Assert.Equal((partition, principal), (actual.Name, actual.TrustPrincipal));
        Assert.True(AwsPartition.IsTrustPrincipal(principal));
    }

    [Theory]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com")]
    [InlineData("accounts.google.com")]
    [InlineData("cognito-identity.example.com")]
    public void Other_principals_are_not_those_of_identity_pools(string principal) => Assert.False(AwsPartition.IsTrustPrincipal(principal));
}

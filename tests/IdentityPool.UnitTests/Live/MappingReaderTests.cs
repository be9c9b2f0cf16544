using Amazon.CognitoIdentity.Model;
using IdentityPools.Aws;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Role mappings that AWS tells: what is not known is refused, and never taken for what gives more.</summary>
public sealed class MappingReaderTests
{
    [Theory]
    [InlineData("Deny", AmbiguousRoleResolution.Deny)]
    [InlineData("AuthenticatedRole", AmbiguousRoleResolution.AuthenticatedRole)]
    [InlineData(null, AmbiguousRoleResolution.Deny)]
    public void A_resolution(string? written, AmbiguousRoleResolution expected) => Assert.Equal(expected, Read("Token", written).AmbiguousRoleResolution);

    [Theory]
    [InlineData("Token", "Refuse")]
    [InlineData("Token", "1")]
    [InlineData("Script", "Deny")]
    [InlineData("1", "Deny")]
    [InlineData(null, "Deny")]
    public void A_value_that_is_not_known(string? type, string resolution) => Refused.With("UnknownMappingValue", () => Read(type, resolution));

    [Theory]
    [InlineData("1")]
    [InlineData("Equals,NotEqual")]
    [InlineData("Matches")]
    [InlineData(null)]
    public void A_match_type_that_is_not_known(string? matchType) => Refused.With("UnknownMatchType", () => Read("Rules", "Deny", matchType));

    private static Planning.RoleMappingState Read(string? type, string? resolution, string? matchType = "Equals") =>
        MappingReader.Read(
            "graph.facebook.com",
            new()
            {
                Type = type!,
                AmbiguousRoleResolution = resolution!,
                RulesConfiguration = new RulesConfigurationType
                {
                    Rules =
                    [
                        new MappingRule
                        {
                            Claim = "c",
                            MatchType = matchType!,
                            Value = "v",
                            RoleARN = Pools.RoleArn,
                        },
                    ],
                },
            }
        );
}

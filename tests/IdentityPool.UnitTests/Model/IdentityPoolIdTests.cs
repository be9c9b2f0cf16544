using IdentityPools.Model;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>What the CDK checks of ids and ARNs, and what it leaves unchecked.</summary>
public sealed class IdentityPoolIdTests
{
    private const string Id = "eu-west-1:11111111-2222-3333-4444-555555555555";
    private const string Arn = "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/" + Id;

    [Fact]
    public void An_id_tells_its_region()
    {
        var pool = IdentityPool.FromId(Id);

        Assert.Equal((Id, "eu-west-1", null), (pool.Id, pool.Region, pool.Arn));
    }

    [Fact]
    public void An_ARN_tells_id_and_region()
    {
        var pool = IdentityPool.FromArn(Arn);

        Assert.Equal((Id, "eu-west-1", Arn), (pool.Id, pool.Region, pool.Arn));
    }

    [Theory]
    [InlineData("", "InvalidIdentityPoolId")]
    [InlineData(":", "InvalidIdentityPoolId")]
    [InlineData("idPool", "InvalidIdentityPoolId")]
    [InlineData("eu-west-1:a:b", "InvalidIdentityPoolId")]
    [InlineData("eu-west-1:not-hex", "InvalidIdentityPoolId")]
    [InlineData("Europe:11111111", "InvalidIdentityPoolId")]
    public void A_malformed_id_is_refused(string id, string errorId) =>
        Assert.Equal(errorId, Assert.Throws<DefinitionException>(() => IdentityPool.FromId(id)).ErrorId);

    [Fact]
    public void An_id_of_another_region_is_refused() =>
        Assert.Equal("IdentityPoolRegionMismatch", Assert.Throws<DefinitionException>(() => IdentityPool.FromId(Id, "us-east-1")).ErrorId);

    [Theory]
    [InlineData("identitypool", "InvalidArn")]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012", "InvalidArn")]
    [InlineData("arn::cognito-identity:eu-west-1:123456789012:identitypool/x", "InvalidArn")]
    [InlineData("arn:aws::eu-west-1:123456789012:identitypool/x", "InvalidArn")]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012:", "InvalidArn")]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012:identitypool", "InvalidIdentityPoolArn")]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/", "InvalidIdentityPoolId")]
    [InlineData("arn:aws:s3:::bucket/" + Id, "InvalidIdentityPoolArn")]
    [InlineData("arn:aws:cognito-identity:us-east-1:123456789012:identitypool/" + Id, "IdentityPoolArnRegionMismatch")]
    [InlineData("arn:aws-cn:cognito-identity:eu-west-1:123456789012:identitypool/" + Id, "InvalidIdentityPoolArn")]
    [InlineData("arn:bogus:cognito-identity:eu-west-1:123456789012:identitypool/" + Id, "InvalidIdentityPoolArn")]
    public void An_ARN_of_something_else_is_refused(string arn, string errorId) =>
        Assert.Equal(errorId, Assert.Throws<DefinitionException>(() => IdentityPool.FromArn(arn)).ErrorId);

    [Theory]
    [InlineData("arn:aws-us-gov:cognito-identity:us-gov-west-1:123456789012:identitypool/us-gov-west-1:11111111-2222-3333-4444-555555555555", "us-gov-west-1")]
    [InlineData("arn:aws-cn:cognito-identity:cn-north-1:123456789012:identitypool/cn-north-1:11111111-2222-3333-4444-555555555555", "cn-north-1")]
    [InlineData("arn:aws-eusc:cognito-identity:eusc-de-east-1:123456789012:identitypool/eusc-de-east-1:11111111-2222-3333-4444-555555555555", "eusc-de-east-1")]
    public void An_ARN_of_another_partition_is_taken(string arn, string region) => Assert.Equal(region, IdentityPool.FromArn(arn).Region);

    [Theory]
    [InlineData(Id)]
    [InlineData(Arn)]
    public void A_reference_is_no_definition_to_export(string idOrArn)
    {
        var reference = idOrArn == Id ? IdentityPool.FromId(idOrArn) : IdentityPool.FromArn(idOrArn);

        Refused.With("PoolIsReference", () => Template.PoolSections.Create(reference, new()));
    }
}

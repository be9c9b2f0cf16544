using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>What a region changes in a template.</summary>
public sealed class PartitionTests
{
    private static readonly IdentityPool Pool = Pools.Empty.WithRole(
        "Authenticated",
        role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*")])
    );

    [Theory]
    [InlineData(null, "cognito-identity.amazonaws.com")]
    [InlineData("eu-west-1", "cognito-identity.amazonaws.com")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", "cognito-identity.amazonaws.eu")]
    public void Principal_condition_keys_and_policy_variables_follow_the_region(string? region, string principal)
    {
        var role = Template(region).At("Resources", "ShopIdentityPoolAuthenticatedRole", "Properties");
        var trust = role.At("AssumeRolePolicyDocument", "Statement", 0);

        Assert.Equal(principal, trust.At("Principal", "Federated"));
        Assert.NotNull(trust.At("Condition", "StringEquals", principal + ":aud"));
        Assert.Equal("authenticated", trust.At("Condition", "ForAnyValue:StringLike", principal + ":amr"));
        Assert.Equal($"arn:aws:s3:::b/${{{principal}:sub}}/*", role.At("Policies", 0, "PolicyDocument", "Statement", 0, "Resource"));
    }

    [Theory]
    [InlineData(null, "arn:${AWS::Partition}:cognito-identity:${AWS::Region}:${AWS::AccountId}:identitypool/${ShopIdentityPool}")]
    [InlineData("eu-west-1", "arn:aws:cognito-identity:eu-west-1:${AWS::AccountId}:identitypool/${ShopIdentityPool}")]
    [InlineData("us-gov-east-1", "arn:aws-us-gov:cognito-identity:us-gov-east-1:${AWS::AccountId}:identitypool/${ShopIdentityPool}")]
    public void The_ARN_of_the_pool_follows_the_region(string? region, string arn) =>
        Assert.Equal(arn, Template(region).At("Outputs", "ShopIdentityPoolArn", "Value", "Fn::Sub"));

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("us-gov-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public void Import_reads_it_back_whatever_the_region(string region) => Assert.Equal(Pool, Assert.Single(TemplateImporter.Import(Template(region)).Pools));

    [Fact]
    public void Keys_are_known_in_any_case()
    {
        var pool = Pools.Empty.WithRole(
            "Authenticated",
            role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/${Cognito-Identity.amazonaws.com:Sub}/*")])
        );

        Assert.Contains(
            "b/${cognito-identity-us-gov.amazonaws.com:sub}/*",
            JsonTemplates.Write(pool, new() { Region = "us-gov-west-1" }),
            StringComparison.Ordinal
        );
    }

    private static TemplateMapping Template(string? region) => JsonTemplates.Read(JsonTemplates.Write(Pool, new() { Region = region }));
}

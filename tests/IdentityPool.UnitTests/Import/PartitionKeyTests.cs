using System.Text.Json;
using IdentityPools.Model;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>Condition keys of identity pools have another prefix in each partition. Only those of a role's own partition match.</summary>
public sealed class PartitionKeyTests
{
    private const string Commercial = "cognito-identity.amazonaws.com:sub";
    private const string West = "cognito-identity-us-gov.amazonaws.com:sub";
    private const string East = "cognito-identity.us-gov-east-1.amazonaws.com:sub";
    private const string WestTrust = "cognito-identity-us-gov.amazonaws.com";

    [Theory]
    [InlineData("cognito-identity.amazonaws.com", Commercial, Commercial)]
    [InlineData("cognito-identity.amazonaws.com", West, West)]
    [InlineData("cognito-identity.amazonaws.com", "Cognito-Identity.amazonaws.com:Sub", "Cognito-Identity.amazonaws.com:Sub")]
    [InlineData(WestTrust, West, Commercial)]
    [InlineData(WestTrust, "Cognito-Identity-US-Gov.amazonaws.com:Sub", Commercial)]
    [InlineData(WestTrust, East, East)]
    public void The_trust_of_a_role_tells_which_keys_are_its_own(string principal, string key, string expected)
    {
        var trust = WiderTemplates.Trust.Replace("cognito-identity.amazonaws.com", principal, StringComparison.Ordinal);

        AssertKey(expected, WiderTemplates.Import(WiderTemplates.Policies(Statement(key)), trust: trust));
        AssertKey(expected, WiderTemplates.Import(WiderTemplates.Policies(Statement(key)), trust: JsonSerializer.Serialize(trust)));
    }

    [Theory]
    [InlineData(Commercial)]
    [InlineData("Cognito-Identity.amazonaws.com:Sub")]
    public void A_key_of_the_commercial_partition_does_not_come_alive_in_another_one(string key) =>
        WiderTemplates.AssertUntold(
            WiderTemplates.Import(
                WiderTemplates.Policies(Statement(key)),
                trust: WiderTemplates.Trust.Replace("cognito-identity.amazonaws.com", WestTrust, StringComparison.Ordinal)
            ),
            "never match"
        );

    [Theory]
    [InlineData("aws", Commercial, Commercial)]
    [InlineData("aws", West, West)]
    [InlineData("aws-us-gov", West, Commercial)]
    [InlineData("aws-us-gov", East, Commercial)]
    [InlineData("aws-us-gov", "cognito-identity.amazonaws.eu:sub", "cognito-identity.amazonaws.eu:sub")]
    public void The_ARN_of_a_role_that_exists_tells_which_keys_are_its_own(string partition, string key, string expected) =>
        AssertKey(expected, Existing(partition, Statement(key)));

    [Fact]
    public void Of_the_keys_of_several_regions_those_are_its_own_that_the_template_trusts()
    {
        AssertKey(Commercial, Existing("aws-us-gov", Statement(West), WestTrust));
        AssertKey(East, Existing("aws-us-gov", Statement(East), WestTrust));
    }

    [Theory]
    [InlineData("aws-us-gov", Commercial, null)]
    [InlineData("aws-us-gov", Commercial, WestTrust)]
    [InlineData("aws-us-gov", West + "\", \"" + East, null)]
    public void A_key_that_never_matched_is_not_taken_for_one_of_a_role_that_exists(string partition, string keys, string? trusted)
    {
        var statements = string.Join(", ", keys.Split("\", \"").Select(Statement));

        WiderTemplates.AssertUntold(Existing(partition, statements, trusted), "never match");
    }

    [Theory]
    [InlineData("aws", null)]
    [InlineData("aws", "us-gov-west-1")]
    [InlineData("aws-us-gov", null)]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    [InlineData("aws-us-gov", "us-gov-east-1")]
    [InlineData("aws-cn", "us-gov-west-1")]
    public void The_keys_of_a_role_that_exists_are_written_as_its_partition_has_them(string partition, string? region)
    {
        var pool = Assert.Single(Existing(partition, Statement(AwsPartition.TrustPrincipalsOf(partition).First() + ":sub")).Pools);
        var text = JsonTemplates.Write(pool, new() { Region = region });
        var again = JsonTemplates.Import(text);

        Assert.Empty(again.Warnings);
        Assert.Equal(pool, Assert.Single(again.Pools));
        Assert.Equal(partition == "aws", text.Contains(Commercial, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_of_another_partition_is_written_as_it_was()
    {
        var pool = Assert.Single(Existing("aws", Statement(West)).Pools);
        var text = JsonTemplates.Write(pool, new() { Region = "eu-west-1" });

        Assert.Equal(text, JsonTemplates.Write(Assert.Single(JsonTemplates.Import(text).Pools), new() { Region = "eu-west-1" }));
        Assert.Contains(West, text, StringComparison.Ordinal);
    }

    private static string Statement(string key) =>
        $$"""{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "{{key}}": "x" } } }""";

    /// <summary>A pool whose users get a role that exists, beside which the template may have a role that trusts a principal.</summary>
    private static ImportedTemplate Existing(string partition, string statements, string? trusted = null)
    {
        var other = trusted is null
            ? ""
            : $$"""
                , "Other": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument":
                  { "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": { "Federated": "{{trusted}}" } } } } }
                """;
        return JsonTemplates.Import(
            $$"""
            { "Resources": {
              "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "DeveloperProviderName": "dev", "AllowUnauthenticatedIdentities": false } },
              "Attachment": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": "arn:{{partition}}:iam::123456789012:role/Shop" } } },
              "Grant": { "Type": "AWS::IAM::RolePolicy", "Properties": { "PolicyName": "p", "RoleName": "Shop",
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [{{statements}}] } } }
              {{other}}
            } }
            """
        );
    }

    private static void AssertKey(string expected, ImportedTemplate imported)
    {
        var role = Assert.Single(imported.Pools).AuthenticatedRole!;

        Assert.Empty(role.UnknownParts);
        Assert.Contains($"\"{expected}\"", Assert.Single(role.Statements).Condition, StringComparison.Ordinal);
    }
}

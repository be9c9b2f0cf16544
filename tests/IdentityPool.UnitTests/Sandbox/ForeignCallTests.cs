using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What others do in the account, without a connection.</summary>
public sealed class ForeignCallTests
{
    private const string Trust =
        """{"RoleName":"console","AssumeRolePolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"}""";

    private readonly SandboxAccount account = new(region: "eu-west-1");

    [Fact]
    public void An_operation_of_any_service_is_done_and_not_told()
    {
        var pool = Answer("CreateIdentityPool", """{"IdentityPoolName":"console","AllowUnauthenticatedIdentities":false}""");
        var id = (string)pool["IdentityPoolId"]!;

        Assert.StartsWith("eu-west-1:", id, StringComparison.Ordinal);
        Assert.Equal("console", (string)Answer("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{id}}"}""")["IdentityPoolName"]!);
        Assert.Equal("arn:aws:iam::123456789012:role/console", (string)Answer("CreateRole", Trust)["Role"]!["Arn"]!);
        Assert.Equal("{}", account.Invoke("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{id}}"}"""));
        Assert.Empty(account.Calls);
    }

    [Theory]
    [InlineData("CreateNothing", "{}", "'CreateNothing'")]
    [InlineData("CreateIdentityPool", "{", "not JSON")]
    [InlineData("CreateIdentityPool", "[]", "not a JSON object")]
    [InlineData("CreateIdentityPool", "{}", "Member must not be null")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":5,"AllowUnauthenticatedIdentities":false}""", "CreateIdentityPool: ")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":"a","IdentityPoolName":"b"}""", "CreateIdentityPool: ")]
    [InlineData("CreateRole", """{"RoleName":"console","AssumeRolePolicyDocument":"{}"}""", "CreateRole: ")]
    [InlineData("DescribeIdentityPool", """{"IdentityPoolId":"eu-west-1:00000000-0000-0000-0000-000000000000"}""", "ResourceNotFoundException")]
    public void What_cannot_be_done_is_said(string operation, string input, string fragment)
    {
        var fault = Assert.Throws<ArgumentException>(() => account.Invoke(operation, input));

        Assert.Contains(fragment, fault.Message, StringComparison.Ordinal);
    }

    private JsonObject Answer(string operation, string input) => JsonNode.Parse(account.Invoke(operation, input))!.AsObject();
}

using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class QueryTests
{
    private const string RoleText = """
        <GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/</Path><RoleName>Auth</RoleName>
        <AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%7D</AssumeRolePolicyDocument><MaxSessionDuration>3600</MaxSessionDuration>
        <CreateDate>2024-05-06T07:08:09Z</CreateDate><Tags><member><Key>a</Key><Value>b &amp; c</Value></member><member><Key>d</Key><Value/></member></Tags>
        <PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType></PermissionsBoundary><Novelty>1</Novelty></Role></GetRoleResult>
        <ResponseMetadata><RequestId>id-in-body</RequestId></ResponseMetadata></GetRoleResponse>
        """;

    [Fact]
    public async Task A_request_is_a_form()
    {
        var wire = Answering("<CreateRoleResponse><CreateRoleResult/></CreateRoleResponse>");
        using var client = TestClients.Iam(wire);

        await client.CreateRoleAsync(
            new()
            {
                RoleName = "Auth",
                AssumeRolePolicyDocument = """{"a":"b c&d"}""",
                MaxSessionDuration = 3600,
                Tags = [new() { Key = "k 1", Value = "v+1" }, new() { Key = "k2", Value = "" }],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpMethod.Post, wire.Only.Method);
        Assert.Equal("https://iam.amazonaws.com/", wire.Only.Address.ToString());
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", wire.Only.Header("Content-Type"));
        Assert.Equal(
            [
                "Action=CreateRole",
                "AssumeRolePolicyDocument=%7B%22a%22%3A%22b%20c%26d%22%7D",
                "MaxSessionDuration=3600",
                "RoleName=Auth",
                "Tags.member.1.Key=k%201",
                "Tags.member.1.Value=v%2B1",
                "Tags.member.2.Key=k2",
                "Tags.member.2.Value=",
                "Version=2010-05-08",
            ],
            wire.Only.Body.Split('&').Order(StringComparer.Ordinal)
        );
        Assert.Contains("/us-east-1/iam/aws4_request", wire.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_text_and_empty_lists_are_written()
    {
        var wire = Answering("<CreateOpenIDConnectProviderResponse><CreateOpenIDConnectProviderResult/></CreateOpenIDConnectProviderResponse>");
        using var client = TestClients.Iam(wire);

        await client.CreateOpenIDConnectProviderAsync(
            new()
            {
                Url = "https://x",
                ClientIDList = ["a", "b"],
                ThumbprintList = [],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Contains("ClientIDList.member.1=a&ClientIDList.member.2=b", wire.Only.Body, StringComparison.Ordinal);
        Assert.Contains("ThumbprintList=", wire.Only.Body.Split('&'));
        Assert.DoesNotContain("Tags", wire.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_read_and_its_documents_stay_encoded()
    {
        using var client = TestClients.Iam(Answering(RoleText));

        var answer = await client.GetRoleAsync(new() { RoleName = "Auth" }, TestContext.Current.CancellationToken);

        var role = answer.Role!;
        Assert.Equal("%7B%22Version%22%3A%222012-10-17%22%7D", role.AssumeRolePolicyDocument);
        Assert.Equal(3600, role.MaxSessionDuration);
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc), role.CreateDate);
        Assert.Equal([("a", "b & c"), ("d", "")], role.Tags!.Select(tag => (tag.Key, tag.Value)));
        Assert.Equal("Policy", role.PermissionsBoundary!.PermissionsBoundaryType!.Value);
        Assert.Null(role.Description);
        Assert.Null(role.RoleLastUsed);
        Assert.Equal("id-in-body", answer.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_page_of_a_list_is_read()
    {
        using var client = TestClients.Iam(
            Answering(
                """
                <ListAttachedRolePoliciesResponse><ListAttachedRolePoliciesResult><AttachedPolicies><member><PolicyName>n</PolicyName></member></AttachedPolicies>
                <IsTruncated>true</IsTruncated><Marker>m</Marker></ListAttachedRolePoliciesResult></ListAttachedRolePoliciesResponse>
                """
            )
        );

        var answer = await client.ListAttachedRolePoliciesAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal("n", Assert.Single(answer.AttachedPolicies!).PolicyName);
        Assert.True(answer.IsTruncated);
        Assert.Equal("m", answer.Marker);
    }

    [Fact]
    public async Task A_list_without_an_item_is_absent()
    {
        using var client = TestClients.Iam(Answering("<ListRolesResponse><ListRolesResult><Roles/></ListRolesResult></ListRolesResponse>"));

        var answer = await client.ListRolesAsync(new(), TestContext.Current.CancellationToken);

        Assert.Null(answer.Roles);
    }

    [Fact]
    public async Task An_answer_without_a_result_has_its_request_id()
    {
        using var client = TestClients.Iam(
            Answering("<DeleteRoleResponse><ResponseMetadata><RequestId>id-in-body</RequestId></ResponseMetadata></DeleteRoleResponse>")
        );

        var answer = await client.DeleteRoleAsync(new() { RoleName = "Auth" }, TestContext.Current.CancellationToken);

        Assert.Equal("id-in-body", answer.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<html><body>Sign in</body></html>", "HTML page")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><RoleName>Au", "cut off")]
    [InlineData("<GetPolicyResponse/>", "cut off")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><GetRoleResponse/>", "cut off")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><MaxSessionDuration>long</MaxSessionDuration></Role></GetRoleResult></GetRoleResponse>", "cut off")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><CreateDate>soon</CreateDate></Role></GetRoleResult></GetRoleResponse>", "cut off")]
    public async Task An_answer_that_cannot_be_read_is_the_exception_of_the_service(string body, string reason)
    {
        using var client = TestClients.Iam(Answering(body));

        var fault = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.GetRoleAsync(new(), TestContext.Current.CancellationToken));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static CannedWire Answering(string body) => new(CannedAnswer.Xml(body));
}

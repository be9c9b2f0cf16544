using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Identity pools: their members, their lists and their tags.</summary>
public sealed class IdentityPoolTests : IDisposable
{
    private const string Oidc = "arn:aws:iam::123456789012:oidc-provider/login.example.com";
    private const string Saml = "arn:aws:iam::123456789012:saml-provider/corp";

    private static readonly string Providers = $$"""
        "SupportedLoginProviders":{"graph.facebook.com":"7346241598935552","api.twitter.com":"key;secret"},
        "OpenIdConnectProviderARNs":["{{Oidc}}"],
        "SamlProviderARNs":["{{Saml}}"],
        "CognitoIdentityProviders":[{"ProviderName":"{{Tokens.UserPoolName}}","ClientId":"{{Tokens.Client}}","ServerSideTokenCheck":true}],
        "AllowClassicFlow":true,
        "IdentityPoolTags":{"Team":"shop"}
        """;

    private readonly JsonClient client = new();

    public IdentityPoolTests()
    {
        client.Account.AddUserPool(Tokens.UserPool, Tokens.Client);
        client.Account.AddOpenIdConnectProvider(Oidc, "web");
        client.Account.AddSamlProvider(Saml);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Every_member_is_kept()
    {
        var id = await client.PoolAsync(Providers + """,  "DeveloperProviderName":"login.shop" """);
        Assert.Matches("^us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id);
        var expected = JsonNode.Parse(
            $$"""{"IdentityPoolId":"{{id}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false,"DeveloperProviderName":"login.shop",{{Providers}} }"""
        );
        Assert.True(JsonNode.DeepEquals(expected, (await DescribeAsync(id)).Body), (await DescribeAsync(id)).Text);
    }

    [Fact]
    public async Task Names_repeat_freely() => Assert.NotEqual(await client.PoolAsync(), await client.PoolAsync());

    [Fact]
    public async Task An_update_renames_and_forgets_what_it_leaves_out_but_developer_provider_and_classic_flow()
    {
        var id = await client.PoolAsync(Providers + """, "DeveloperProviderName":"login.shop" """);
        (await UpdateAsync(id, "")).Ok();
        var expected = JsonNode.Parse(
            $$"""
            {"IdentityPoolId":"{{id}}","IdentityPoolName":"renamed","AllowUnauthenticatedIdentities":true,"AllowClassicFlow":true,
             "DeveloperProviderName":"login.shop","IdentityPoolTags":{} }
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, (await DescribeAsync(id)).Body), (await DescribeAsync(id)).Text);
    }

    [Fact]
    public async Task The_developer_provider_is_written_once()
    {
        var id = await client.PoolAsync();
        (await UpdateAsync(id, """, "DeveloperProviderName":"one" """)).Ok();
        (await UpdateAsync(id, """, "DeveloperProviderName":"one" """)).Ok();
        Assert.Equal("InvalidParameterException", (await UpdateAsync(id, """, "DeveloperProviderName":"two" """)).Code);
        Assert.Equal("one", (string?)(await DescribeAsync(id))["DeveloperProviderName"]);
    }

    [Theory]
    [InlineData("""{"SupportedLoginProviders":{"google.com":"1"}}""")]
    [InlineData("""{"OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:oidc-provider/other.example.com"]}""")]
    [InlineData("""{"SamlProviderARNs":["arn:aws:iam::123456789012:saml-provider/other"]}""")]
    [InlineData("""{"SamlProviderARNs":["arn:aws:iam::123456789012:oidc-provider/login.example.com"]}""")]
    [InlineData("""{"SamlProviderARNs":["arn:aws:iam::123456789012:saml-provider/corp","arn:aws:iam::123456789012:saml-provider/corp"]}""")]
    [InlineData("""{"CognitoIdentityProviders":[{"ProviderName":"us-east-1_Ab1Cd2Ef3","ClientId":"1h57kf5cpq17m0eml12example"}]}""")]
    [InlineData("""{"CognitoIdentityProviders":[{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3"}]}""")]
    [InlineData("""{"CognitoIdentityProviders":[{"ClientId":"1h57kf5cpq17m0eml12example"}]}""")]
    [InlineData("""{"CognitoIdentityProviders":[{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","ClientId":"other"}]}""")]
    [InlineData(
        """{"CognitoIdentityProviders":[{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_0","ClientId":"1h57kf5cpq17m0eml12example"}]}"""
    )]
    [InlineData(
        """{"CognitoIdentityProviders":[{"ProviderName":"cognito-idp.eu-west-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","ClientId":"1h57kf5cpq17m0eml12example"}]}"""
    )]
    [InlineData("""{"IdentityPoolTags":{"aws:x":"1"}}""")]
    public async Task A_provider_has_to_be_there_once(string members)
    {
        var input = (JsonObject)JsonNode.Parse(members)!;
        input["IdentityPoolName"] = "shop";
        input["AllowUnauthenticatedIdentities"] = true;
        Assert.Equal("InvalidParameterException", (await client.CallAsync("CreateIdentityPool", input.ToJsonString())).Code);
    }

    [Fact]
    public async Task A_user_pool_may_be_in_another_region()
    {
        using var elsewhere = new JsonClient(client.Account, "eu-west-1");
        Assert.StartsWith("eu-west-1:", await elsewhere.PoolAsync(Providers), StringComparison.Ordinal);
        Assert.Empty((await client.CallAsync("ListIdentityPools", """{"MaxResults":60}"""))["IdentityPools"]!.AsArray());
    }

    [Fact]
    public async Task More_than_fifty_user_pool_providers_exceed_the_limit()
    {
        var clients = Enumerable.Range(0, 51).Select(number => $"client{number}").ToArray();
        client.Account.AddUserPool("eu-west-1_000000000", clients);
        var providers = clients.Select(id => $$"""{"ProviderName":"cognito-idp.eu-west-1.amazonaws.com/eu-west-1_000000000","ClientId":"{{id}}"}""");
        var input = $$"""{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":[{{string.Join(',', providers)}}]}""";
        Assert.Equal("LimitExceededException", (await client.CallAsync("CreateIdentityPool", input)).Code);
    }

    [Fact]
    public async Task A_pool_that_is_gone_is_not_found()
    {
        var id = await client.PoolAsync();
        Assert.Empty((await client.CallAsync("DeleteIdentityPool", Named(id))).Ok().Text);
        foreach (var operation in new[] { "DescribeIdentityPool", "DeleteIdentityPool", "GetIdentityPoolRoles" })
        {
            (await client.CallAsync(operation, Named(id))).Refused("ResourceNotFoundException", $"IdentityPool '{id}' not found.");
        }
    }

    [Fact]
    public async Task A_list_comes_in_pages_with_ids_and_names_only()
    {
        for (var number = 0; number < 7; number++)
        {
            await client.PoolAsync(name: $"pool{number}");
        }

        var names = new List<string>();
        string? token = null;
        var pages = 0;
        do
        {
            var more = token is null ? "" : $$""","NextToken":"{{token}}" """;
            var page = (await client.CallAsync("ListIdentityPools", $$"""{"MaxResults":3{{more}} }""")).Ok();
            var items = page["IdentityPools"]!.AsArray();
            Assert.All(items, pool => Assert.Equal(["IdentityPoolId", "IdentityPoolName"], pool!.AsObject().Select(member => member.Key)));
            names.AddRange(items.Select(pool => (string)pool!["IdentityPoolName"]!));
            token = (string?)page["NextToken"];
            pages++;
        } while (token is not null);

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"pool{number}"), names);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_though_pools_are_gone()
    {
        var ids = new[] { await client.PoolAsync(), await client.PoolAsync(), await client.PoolAsync() };
        var token = (string)(await client.CallAsync("ListIdentityPools", """{"MaxResults":2}"""))["NextToken"]!;
        await client.CallAsync("DeleteIdentityPool", Named(ids[1]));
        var rest = (await client.CallAsync("ListIdentityPools", $$"""{"MaxResults":2,"NextToken":"{{token}}"}""")).Ok();
        Assert.Equal(ids[2], (string)rest["IdentityPools"]!.AsArray().Single()!["IdentityPoolId"]!);
        Assert.Null(rest["NextToken"]);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("dXMtZWFzdC0xL3VzZXJwb29scyMx")]
    public async Task A_token_of_something_else_is_refused(string token) =>
        Assert.Equal("InvalidParameterException", (await client.CallAsync("ListIdentityPools", $$"""{"MaxResults":2,"NextToken":"{{token}}"}""")).Code);

    [Fact]
    public async Task Tags_are_kept_by_ARN()
    {
        var id = await client.PoolAsync("""  "IdentityPoolTags":{"a":"1"} """);
        var arn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{id}";
        (await client.CallAsync("TagResource", $$"""{"ResourceArn":"{{arn}}","Tags":{"b":"2","c":""} }""")).Ok();
        (await client.CallAsync("UntagResource", $$"""{"ResourceArn":"{{arn}}","TagKeys":["a","x"]}""")).Ok();
        Assert.Equal("""{"Tags":{"b":"2","c":""}}""", (await client.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")).Text);
        Assert.Equal("""{"b":"2","c":""}""", (await DescribeAsync(id))["IdentityPoolTags"]!.ToJsonString());
        var many = string.Join(',', Enumerable.Range(0, 49).Select(number => $"\"t{number}\":\"\""));
        Assert.Equal("InvalidParameterException", (await client.CallAsync("TagResource", $$"""{"ResourceArn":"{{arn}}","Tags":{{{many}} } }""")).Code);
    }

    [Theory]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/")]
    [InlineData("arn:aws:cognito-identity:us-east-1:210987654321:identitypool/")]
    [InlineData("arn:aws-cn:cognito-identity:us-east-1:123456789012:identitypool/")]
    public async Task The_ARN_has_to_be_of_this_account_and_region(string prefix)
    {
        var id = await client.PoolAsync();
        Assert.Equal("InvalidParameterException", (await client.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{prefix}}{{id}}"}""")).Code);
    }

    [Fact]
    public async Task Principal_tags_are_kept_by_provider()
    {
        var id = await client.PoolAsync(Providers);
        var name = $"\"IdentityPoolId\":\"{id}\",\"IdentityProviderName\":\"{Tokens.UserPoolName}\"";
        Assert.Equal("ResourceNotFoundException", (await client.CallAsync("GetPrincipalTagAttributeMap", $"{{{name}}}")).Code);
        var set = (await client.CallAsync("SetPrincipalTagAttributeMap", $$"""{{{name}},"PrincipalTags":{"team":"custom:team"} }""")).Ok();
        Assert.Equal(set.Text, (await client.CallAsync("GetPrincipalTagAttributeMap", $"{{{name}}}")).Ok().Text);
        Assert.Equal("""{"team":"custom:team"}""", set["PrincipalTags"]!.ToJsonString());
        (await client.CallAsync("SetPrincipalTagAttributeMap", $$"""{{{name}},"UseDefaults":true}""")).Ok();
        Assert.True((bool)(await client.CallAsync("GetPrincipalTagAttributeMap", $"{{{name}}}"))["UseDefaults"]!);
    }

    [Theory]
    [InlineData("www.amazon.com", """{"team":"custom:team"}""", false)]
    [InlineData("graph.facebook.com", """{"team":"custom:team"}""", true)]
    public async Task Principal_tags_need_a_configured_provider_and_no_defaults(string provider, string tags, bool useDefaults)
    {
        var id = await client.PoolAsync(Providers);
        var input =
            $$"""{"IdentityPoolId":"{{id}}","IdentityProviderName":"{{provider}}","PrincipalTags":{{tags}},"UseDefaults":{{(useDefaults ? "true" : "false")}} }""";
        Assert.Equal("InvalidParameterException", (await client.CallAsync("SetPrincipalTagAttributeMap", input)).Code);
    }

    [Theory]
    [InlineData(459, "InvalidParameterException")]
    [InlineData(456, null)]
    public async Task Principal_tags_have_460_bytes_together(int length, string? code)
    {
        var id = await client.PoolAsync(Providers);
        var tags = $$"""{"é1":"{{new string('a', length - 256)}}","b":"{{new string('a', 256)}}"}""";
        var input = $$"""{"IdentityPoolId":"{{id}}","IdentityProviderName":"graph.facebook.com","PrincipalTags":{{tags}} }""";
        Assert.Equal(code, (await client.CallAsync("SetPrincipalTagAttributeMap", input)).Code);
    }

    [Fact]
    public async Task Ten_thousand_pools_are_listed_quickly()
    {
        for (var number = 0; number < 10_000; number++)
        {
            await client.PoolAsync();
        }

        var start = TimeProvider.System.GetTimestamp();
        string? token = null;
        var count = 0;
        do
        {
            var more = token is null ? "" : $$""","NextToken":"{{token}}" """;
            var page = (await client.CallAsync("ListIdentityPools", $$"""{"MaxResults":60{{more}} }""")).Ok();
            count += page["IdentityPools"]!.AsArray().Count;
            token = (string?)page["NextToken"];
        } while (token is not null);

        Assert.Equal(10_000, count);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_hundred_callers_at_once_do_not_disturb_each_other()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => client.PoolAsync(name: $"pool{number}"))));
        Assert.Equal(100, ids.Distinct().Count());
        Assert.Equal(100, client.Account.Calls.Count);
    }

    private Task<JsonAnswer> DescribeAsync(string id) => client.CallAsync("DescribeIdentityPool", Named(id));

    private Task<JsonAnswer> UpdateAsync(string id, string members) =>
        client.CallAsync(
            "UpdateIdentityPool",
            $$"""{"IdentityPoolId":"{{id}}","IdentityPoolName":"renamed","AllowUnauthenticatedIdentities":true{{members}} }"""
        );

    private static string Named(string id) => $$"""{"IdentityPoolId":"{{id}}"}""";
}

using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>The roles of pools and the mappings to them, as they are set.</summary>
public sealed class IdentityPoolRoleTests : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/shop/Authenticated";
    private const string Key = $"{Tokens.UserPoolName}:{Tokens.Client}";
    private const string Providers =
        $$""" "CognitoIdentityProviders":[{"ProviderName":"{{Tokens.UserPoolName}}","ClientId":"{{Tokens.Client}}"}],"SupportedLoginProviders":{"graph.facebook.com":"1"} """;

    private readonly ManualClock clock = new();
    private readonly JsonClient client;

    public IdentityPoolRoleTests()
    {
        client = new(new SandboxAccount(clock: clock));
        client.Account.AddUserPool(Tokens.UserPool, Tokens.Client);
        client.Account.AddRole(Role);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Roles_and_mappings_are_replaced_together()
    {
        var id = await client.PoolAsync(Providers);
        var mapping = Rules(1);
        Assert.Empty((await SetAsync(id, $$"""{"authenticated":"{{Role}}"}""", $$"""{"{{Key}}":{{mapping}},"graph.facebook.com":{{mapping}} }""")).Ok().Text);
        var roles = (await GetAsync(id)).Body;
        Assert.Equal(Role, (string?)roles["Roles"]!["authenticated"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(mapping), roles["RoleMappings"]![Key]));
        (await SetAsync(id, "{}")).Ok();
        Assert.Equal(["IdentityPoolId", "Roles"], (await GetAsync(id)).Body.Select(member => member.Key));
        Assert.Empty((await GetAsync(id))["Roles"]!.AsObject());
    }

    [Theory]
    [InlineData("www.amazon.com")]
    [InlineData(Tokens.UserPoolName)]
    [InlineData(Tokens.UserPoolName + ":other")]
    public async Task A_mapping_needs_a_configured_provider(string key)
    {
        var id = await client.PoolAsync(Providers);
        (await SetAsync(id, "{}", $$"""{"{{key}}":{{Rules(1)}} }""")).Refused(
            "InvalidParameterException",
            $"({key}) is not a valid RoleMapping ProviderName or is not a configured provider."
        );
    }

    [Theory]
    [InlineData("""{"Type":"Token"}""")]
    [InlineData("""{"Type":"Rules","AmbiguousRoleResolution":"Deny"}""")]
    [InlineData("""{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[]}}""")]
    [InlineData("""{"AmbiguousRoleResolution":"Deny"}""")]
    public async Task A_mapping_has_to_be_complete(string mapping)
    {
        var id = await client.PoolAsync(Providers);
        Assert.Equal("InvalidParameterException", (await SetAsync(id, "{}", $$"""{"{{Key}}":{{mapping}} }""")).Code);
    }

    [Theory]
    [InlineData(25, null)]
    [InlineData(26, "InvalidParameterException")]
    public async Task A_mapping_has_25_rules_at_most(int count, string? code)
    {
        var id = await client.PoolAsync(Providers);
        Assert.Equal(code, (await SetAsync(id, "{}", $$"""{"{{Key}}":{{Rules(count)}} }""")).Code);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/Missing")]
    [InlineData("arn:aws:iam::123456789012:role/Authenticated")]
    [InlineData("arn:aws:iam::210987654321:role/shop/Authenticated")]
    public async Task A_role_that_is_not_there_is_forbidden(string role)
    {
        var id = await client.PoolAsync(Providers);
        (await SetAsync(id, $$"""{"authenticated":"{{role}}"}""")).Refused("NotAuthorizedException", $"Access to Role '{role}' is forbidden.");
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/somebody")]
    [InlineData("arn:aws-cn:iam::123456789012:role/shop/Authenticated")]
    [InlineData("shop/Authenticated-in-full-length")]
    public async Task What_is_no_role_of_the_partition_is_refused(string role)
    {
        var id = await client.PoolAsync(Providers);
        Assert.Equal("InvalidParameterException", (await SetAsync(id, $$"""{"authenticated":"{{role}}"}""")).Code);
    }

    [Fact]
    public async Task Without_PassRole_every_role_is_forbidden()
    {
        var id = await client.PoolAsync(Providers);
        client.Account.DenyAction("iam:PassRole");
        (await SetAsync(id, "{}", $$"""{"{{Key}}":{{Rules(1)}} }""")).Refused("NotAuthorizedException", $"Access to Role '{Role}' is forbidden.");
        (await SetAsync(id, "{}")).Ok();
    }

    [Fact]
    public async Task A_new_role_takes_its_time_to_be_known()
    {
        client.Account.RolePropagationDelay = TimeSpan.FromSeconds(10);
        var id = await client.PoolAsync(Providers);
        using var iam = QueryClient.Iam(client.Account);
        (await iam.CallAsync("CreateRole", ("RoleName", "New"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Ok();
        const string role = "arn:aws:iam::123456789012:role/New";
        (await SetAsync(id, $$"""{"authenticated":"{{role}}"}""")).Refused("NotAuthorizedException", $"Access to Role '{role}' is forbidden.");
        clock.Now += TimeSpan.FromSeconds(10);
        (await SetAsync(id, $$"""{"authenticated":"{{role}}"}""")).Ok();
    }

    [Fact]
    public void Seeds_are_of_the_account_and_new()
    {
        var account = client.Account;
        Assert.Throws<ArgumentException>(() => account.AddRole(Role));
        Assert.Throws<ArgumentException>(() => account.AddRole("arn:aws:iam::210987654321:role/Other"));
        Assert.Throws<ArgumentException>(() => account.AddRole("Other"));
        Assert.Throws<ArgumentException>(() => account.AddSamlProvider(Role));
        Assert.Throws<ArgumentException>(() => account.AddOpenIdConnectProvider(Role));
        Assert.Throws<ArgumentException>(() => account.AddUserPool("Ab1Cd2Ef3"));
        Assert.Throws<ArgumentException>(() => account.AddUserPool(Tokens.UserPool));
        Assert.Throws<ArgumentException>(() => account.AddUserPool("us-east-1_000000000", "no client"));
    }

    private Task<JsonAnswer> SetAsync(string id, string roles, string mappings = "null") =>
        client.CallAsync("SetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{id}}","Roles":{{roles}},"RoleMappings":{{mappings}} }""");

    private async Task<JsonAnswer> GetAsync(string id) => (await client.CallAsync("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{id}}"}""")).Ok();

    private static string Rules(int count)
    {
        var rules = Enumerable.Range(0, count).Select(number => $$"""{"Claim":"sub","MatchType":"Equals","Value":"{{number}}","RoleARN":"{{Role}}"}""");
        return $$"""{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{{string.Join(',', rules)}}] } }""";
    }
}

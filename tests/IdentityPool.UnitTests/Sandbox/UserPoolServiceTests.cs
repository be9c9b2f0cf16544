using System.Text.Json.Nodes;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>User pools, clients and groups.</summary>
public sealed class UserPoolServiceTests : IDisposable
{
    private readonly JsonClient client = new();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_user_pool_has_the_defaults_of_the_service()
    {
        var pool = (await client.UserPoolAsync("CreateUserPool", """{"PoolName":"people"}""")).Ok()["UserPool"]!;
        var id = (string)pool["Id"]!;
        Assert.Matches("^us-east-1_[0-9a-zA-Z]{9}$", id);
        Assert.Equal("INACTIVE", (string?)pool["DeletionProtection"]);
        Assert.Equal("OFF", (string?)pool["MfaConfiguration"]);
        Assert.Equal("ESSENTIALS", (string?)pool["UserPoolTier"]);
        Assert.Equal($"arn:aws:cognito-idp:us-east-1:123456789012:userpool/{id}", (string?)pool["Arn"]);
        Assert.Equal((8, true), ((int)pool["Policies"]!["PasswordPolicy"]!["MinimumLength"]!, (bool)pool["Policies"]!["PasswordPolicy"]!["RequireSymbols"]!));
        Assert.Contains("email", pool["SchemaAttributes"]!.AsArray().Select(attribute => (string)attribute!["Name"]!));
        Assert.Equal(pool.ToJsonString(), (await client.UserPoolAsync("DescribeUserPool", Pool(id))).Ok()["UserPool"]!.ToJsonString());
    }

    [Fact]
    public async Task A_custom_attribute_cannot_be_required() =>
        (
            await client.UserPoolAsync("CreateUserPool", """{"PoolName":"people","Schema":[{"Name":"team","AttributeDataType":"String","Required":true}]}""")
        ).Refused("InvalidParameterException", "Required custom attributes are not supported currently.");

    [Fact]
    public async Task An_update_of_a_user_pool_forgets_what_it_leaves_out_but_not_what_is_fixed()
    {
        var id = await CreateAsync(
            """ "MfaConfiguration":"OPTIONAL","UsernameAttributes":["email"],"UserPoolTags":{"a":"1"},"Policies":{"PasswordPolicy":{"MinimumLength":12}},"Schema":[{"Name":"team"}]"""
        );
        (await client.UserPoolAsync("UpdateUserPool", Pool(id, """, "AutoVerifiedAttributes":["email"]"""))).Ok();
        var pool = (await client.UserPoolAsync("DescribeUserPool", Pool(id)))["UserPool"]!;
        Assert.Equal(("people", "OFF"), ((string)pool["Name"]!, (string)pool["MfaConfiguration"]!));
        Assert.Equal(8, (int)pool["Policies"]!["PasswordPolicy"]!["MinimumLength"]!);
        Assert.Equal("""["email"]""", pool["UsernameAttributes"]!.ToJsonString());
        Assert.Equal("""["email"]""", pool["AutoVerifiedAttributes"]!.ToJsonString());
        Assert.Equal("{}", pool["UserPoolTags"]!.ToJsonString());
        Assert.Contains("custom:team", pool["SchemaAttributes"]!.AsArray().Select(attribute => (string)attribute!["Name"]!));
    }

    [Fact]
    public async Task A_protected_user_pool_is_not_deleted()
    {
        var id = await CreateAsync(""" "DeletionProtection":"ACTIVE" """);
        Assert.Equal("InvalidParameterException", (await client.UserPoolAsync("DeleteUserPool", Pool(id))).Code);
        (await client.UserPoolAsync("UpdateUserPool", Pool(id))).Ok();
        (await client.UserPoolAsync("DeleteUserPool", Pool(id))).Ok();
        (await client.UserPoolAsync("DescribeUserPool", Pool(id))).Refused("ResourceNotFoundException", $"User pool {id} does not exist.");
    }

    [Fact]
    public async Task User_pools_and_clients_are_listed_in_pages()
    {
        var id = await CreateAsync();
        await CreateAsync();
        await ClientAsync(id);
        await ClientAsync(id);
        var pools = (await client.UserPoolAsync("ListUserPools", """{"MaxResults":1}""")).Ok();
        Assert.Equal(id, (string)pools["UserPools"]![0]!["Id"]!);
        Assert.Single((await client.UserPoolAsync("ListUserPools", $$"""{"MaxResults":1,"NextToken":"{{pools["NextToken"]}}"}"""))["UserPools"]!.AsArray());
        var clients = (await client.UserPoolAsync("ListUserPoolClients", Pool(id, """, "MaxResults":1"""))).Ok();
        Assert.Equal(["ClientId", "UserPoolId", "ClientName"], clients["UserPoolClients"]![0]!.AsObject().Select(member => member.Key));
        Assert.NotNull(clients["NextToken"]);
        Assert.Equal(2, (await client.UserPoolAsync("ListUserPoolClients", Pool(id)))["UserPoolClients"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_client_has_the_defaults_of_the_service()
    {
        var id = await CreateAsync();
        var created = (await client.UserPoolAsync("CreateUserPoolClient", Pool(id, """, "ClientName":"web","RefreshTokenValidity":0"""))).Ok()[
            "UserPoolClient"
        ]!;
        Assert.Matches("^[0-9a-z]{26}$", (string)created["ClientId"]!);
        Assert.Equal("""["ALLOW_CUSTOM_AUTH","ALLOW_REFRESH_TOKEN_AUTH","ALLOW_USER_SRP_AUTH"]""", created["ExplicitAuthFlows"]!.ToJsonString());
        Assert.Equal((30, "LEGACY"), ((int)created["RefreshTokenValidity"]!, (string)created["PreventUserExistenceErrors"]!));
        Assert.Null(created["ReadAttributes"]);
        Assert.Null(created["ClientSecret"]);
        Assert.NotNull(created["CreationDate"]);
        var described = (await client.UserPoolAsync("DescribeUserPoolClient", Client(id, (string)created["ClientId"]!))).Ok();
        Assert.True(JsonNode.DeepEquals(created, described["UserPoolClient"]));
    }

    [Fact]
    public async Task An_update_of_a_client_forgets_what_it_leaves_out_but_its_name_and_secret()
    {
        var id = await CreateAsync();
        var before = await ClientAsync(
            id,
            """, "GenerateSecret":true,"CallbackURLs":["https://a.example"],"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":["openid"] """
        );
        Assert.Equal(51, ((string)before["ClientSecret"]!).Length);
        var after = (await client.UserPoolAsync("UpdateUserPoolClient", Client(id, (string)before["ClientId"]!))).Ok()["UserPoolClient"]!;
        Assert.Equal(("web", (string)before["ClientSecret"]!), ((string)after["ClientName"]!, (string)after["ClientSecret"]!));
        Assert.Null(after["CallbackURLs"]);
        Assert.Null(after["AllowedOAuthFlows"]);
    }

    [Fact]
    public async Task A_client_that_is_gone_is_not_found()
    {
        var id = await CreateAsync();
        var clientId = (string)(await ClientAsync(id))["ClientId"]!;
        (await client.UserPoolAsync("DeleteUserPoolClient", Client(id, clientId))).Ok();
        (await client.UserPoolAsync("DescribeUserPoolClient", Client(id, clientId))).Refused(
            "ResourceNotFoundException",
            $"User pool client {clientId} does not exist."
        );
    }

    [Theory]
    [InlineData(""" "AllowedOAuthFlows":["code"],"AllowedOAuthScopes":["openid"] """, "InvalidOAuthFlowException")]
    [InlineData(""" "AllowedOAuthFlowsUserPoolClient":true """, "InvalidOAuthFlowException")]
    [InlineData(""" "AllowedOAuthFlows":["client_credentials"] """, "InvalidOAuthFlowException")]
    [InlineData(
        """ "GenerateSecret":true,"AllowedOAuthFlows":["client_credentials","code"],"CallbackURLs":["https://a.example"] """,
        "InvalidOAuthFlowException"
    )]
    [InlineData(""" "AllowedOAuthScopes":["shop/read"] """, "ScopeDoesNotExistException")]
    [InlineData(""" "SupportedIdentityProviders":["Facebook"] """, "InvalidParameterException")]
    [InlineData(""" "CallbackURLs":["http://a.example"] """, "InvalidParameterException")]
    [InlineData(""" "CallbackURLs":["https://a.example/#x"] """, "InvalidParameterException")]
    [InlineData(""" "LogoutURLs":["a.example"] """, "InvalidParameterException")]
    [InlineData(""" "DefaultRedirectURI":"https://a.example" """, "InvalidParameterException")]
    [InlineData(""" "ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","USER_PASSWORD_AUTH"] """, "InvalidParameterException")]
    [InlineData(""" "ExplicitAuthFlows":["FOO"] """, "InvalidParameterException")]
    [InlineData(""" "CallbackURLs":["http://localhost:3000","myapp://home"],"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":["email"] """, null)]
    [InlineData(""" "GenerateSecret":true,"AllowedOAuthFlows":["client_credentials"] """, null)]
    [InlineData(""" "SupportedIdentityProviders":["COGNITO"] """, null)]
    public async Task Members_of_a_client_have_to_fit_together(string members, string? code)
    {
        var id = await CreateAsync();
        Assert.Equal(code, (await client.UserPoolAsync("CreateUserPoolClient", Pool(id, $""", "ClientName":"web",{members}"""))).Code);
    }

    [Fact]
    public async Task Groups_are_kept()
    {
        var id = await CreateAsync();
        var named = Pool(id, """, "GroupName":"admins" """);
        var group = (await client.UserPoolAsync("CreateGroup", Pool(id, """, "GroupName":"admins","Precedence":1"""))).Ok();
        Assert.Equal("GroupExistsException", (await client.UserPoolAsync("CreateGroup", named)).Code);
        Assert.Equal(group.Text, (await client.UserPoolAsync("GetGroup", named)).Ok().Text);
        Assert.Single((await client.UserPoolAsync("ListGroups", Pool(id, """, "Limit":0"""))).Ok()["Groups"]!.AsArray());
        var changed = (await client.UserPoolAsync("UpdateGroup", Pool(id, """, "GroupName":"admins","Description":"d" """))).Ok()["Group"]!;
        Assert.Equal("d", (string?)changed["Description"]);
        Assert.Null(changed["Precedence"]);
        Assert.NotNull(changed["CreationDate"]);
        Assert.Equal("ResourceNotFoundException", (await client.UserPoolAsync("UpdateGroup", Pool(id, """, "GroupName":"nobody" """))).Code);
        (await client.UserPoolAsync("DeleteGroup", named)).Ok();
        Assert.Equal("ResourceNotFoundException", (await client.UserPoolAsync("GetGroup", named)).Code);
    }

    [Fact]
    public async Task User_pools_are_tagged_by_ARN()
    {
        var id = await CreateAsync();
        var arn = $"\"ResourceArn\":\"arn:aws:cognito-idp:us-east-1:123456789012:userpool/{id}\"";
        (await client.UserPoolAsync("TagResource", $$"""{{{arn}},"Tags":{"a":"1","b":"2"} }""")).Ok();
        (await client.UserPoolAsync("UntagResource", $$"""{{{arn}},"TagKeys":["a"]}""")).Ok();
        Assert.Equal("""{"Tags":{"b":"2"}}""", (await client.UserPoolAsync("ListTagsForResource", $"{{{arn}}}")).Text);
    }

    [Fact]
    public async Task A_user_pool_of_another_region_does_not_exist()
    {
        client.Account.AddUserPool("eu-west-1_000000000", "web");
        Assert.Equal("ResourceNotFoundException", (await client.UserPoolAsync("DescribeUserPool", Pool("eu-west-1_000000000"))).Code);
        using var elsewhere = new JsonClient(client.Account, "eu-west-1");
        (await elsewhere.UserPoolAsync("DescribeUserPoolClient", Client("eu-west-1_000000000", "web"))).Ok();
    }

    private async Task<string> CreateAsync(string members = """ "MfaConfiguration":"OFF" """) =>
        (string)(await client.UserPoolAsync("CreateUserPool", $$"""{"PoolName":"people",{{members}} }""")).Ok()["UserPool"]!["Id"]!;

    private async Task<JsonNode> ClientAsync(string poolId, string members = "") =>
        (await client.UserPoolAsync("CreateUserPoolClient", Pool(poolId, """, "ClientName":"web" """ + members))).Ok()["UserPoolClient"]!;

    private static string Pool(string id, string members = "") => $$"""{"UserPoolId":"{{id}}"{{members}} }""";

    private static string Client(string poolId, string clientId) => $$"""{"UserPoolId":"{{poolId}}","ClientId":"{{clientId}}"}""";
}

using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using IdentityPools.Sandbox.Pools;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Identities, and the credentials that they get.</summary>
public sealed class IdentityTests : IDisposable
{
    private const string Guest = "arn:aws:iam::123456789012:role/Guest";
    private const string Member = "arn:aws:iam::123456789012:role/Member";
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Key = $"{Tokens.UserPoolName}:{Tokens.Client}";
    private const string Oidc = "arn:aws:iam::123456789012:oidc-provider/login.example.com";
    private const string Saml = "arn:aws:iam::123456789012:saml-provider/corp";
    private const string Configuration = "Invalid identity pool configuration. Check assigned IAM roles for this pool.";
    private const string Denied = "The ambiguous role mapping rules denied this request";
    private const string Unsupported = "Token is not from a supported provider of this identity pool.";

    private const string Providers = $$"""
        "AllowUnauthenticatedIdentities":true,"DeveloperProviderName":"login.shop",
        "CognitoIdentityProviders":[{"ProviderName":"{{Tokens.UserPoolName}}","ClientId":"{{Tokens.Client}}"}],
        "SupportedLoginProviders":{"graph.facebook.com":"1","accounts.google.com":"google"},
        "OpenIdConnectProviderARNs":["{{Oidc}}"],"SamlProviderARNs":["{{Saml}}"]
        """;

    private readonly ManualClock clock = new();
    private readonly JsonClient client;

    public IdentityTests()
    {
        client = new(new SandboxAccount(clock: clock));
        client.Account.AddUserPool(Tokens.UserPool, Tokens.Client);
        client.Account.AddOpenIdConnectProvider(Oidc, "web");
        client.Account.AddSamlProvider(Saml);
        client.Account.AddRole(Guest);
        client.Account.AddRole(Member);
        client.Account.AddRole(Admin);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Every_guest_is_somebody_new()
    {
        var pool = await client.PoolAsync(Providers);
        Assert.NotEqual(await IdAsync(pool), await IdAsync(pool));
    }

    [Fact]
    public async Task A_closed_pool_has_no_guests()
    {
        var pool = await client.PoolAsync();
        (await GetIdAsync(pool)).Refused("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.");
        Assert.Equal("ResourceNotFoundException", (await GetIdAsync("us-east-1:0")).Code);
        Assert.Equal("ResourceNotFoundException", (await GetIdAsync(pool, more: """, "AccountId":"1" """)).Code);
    }

    [Fact]
    public async Task A_login_is_the_same_identity_again()
    {
        var pool = await client.PoolAsync(Providers);
        var ann = await IdAsync(pool, Login());
        Assert.Equal(ann, await IdAsync(pool, Login()));
        Assert.NotEqual(ann, await IdAsync(pool, Login(Tokens.OfUserPool(subject: "bob"))));
        var described = (await client.CallAsync("DescribeIdentity", Identity(ann))).Ok();
        Assert.Equal($"[\"{Tokens.UserPoolName}\"]", described["Logins"]!.ToJsonString());
        Assert.Equal(clock.Now.ToUnixTimeSeconds(), (double)described["CreationDate"]!);
    }

    [Theory]
    [InlineData(Tokens.UserPoolName, """{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","sub":"a","aud":"other"}""", Unsupported)]
    [InlineData("www.amazon.com", "{}", Unsupported)]
    [InlineData("login.example.com", """{"iss":"https://login.example.com","sub":"a","aud":"other"}""", Unsupported)]
    [InlineData("accounts.google.com", """{"iss":"accounts.google.com","sub":"a","aud":"other"}""", Unsupported)]
    [InlineData(Tokens.UserPoolName, """{"iss":"https://elsewhere.example","sub":"a","aud":"x"}""", "Invalid login token. Issuer doesn't match providerName")]
    [InlineData(
        Tokens.UserPoolName,
        """{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","sub":"a"}""",
        "Invalid login token. Missing a required claim: aud"
    )]
    [InlineData(
        Tokens.UserPoolName,
        """{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","exp":1}""",
        "Invalid login token. Token expired: 1 >= 1767225600"
    )]
    public async Task A_token_has_to_be_of_a_provider_of_the_pool(string provider, string claims, string message)
    {
        var pool = await client.PoolAsync(Providers);
        (await GetIdAsync(pool, Tokens.Logins(provider, Tokens.Create(claims)))).Refused("NotAuthorizedException", message);
    }

    [Theory]
    [InlineData("""{"iss":"a","iss":"b","aud":"x","sub":"y"}""")]
    [InlineData("""{"iss":"\ud800","aud":"x","sub":"y"}""")]
    public async Task Claims_that_stand_twice_or_are_no_text_are_no_token(string claims)
    {
        var pool = await client.PoolAsync(Providers);
        var token = $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=')}.x";

        (await GetIdAsync(pool, Tokens.Logins(Tokens.UserPoolName, token))).Refused(
            "NotAuthorizedException",
            "Invalid login token. Not a valid OpenId Connect identity token."
        );
    }

    [Theory]
    [InlineData(Tokens.UserPoolName, "Invalid login token. Not a valid OpenId Connect identity token.")]
    [InlineData(Saml, "Invalid login token. Not a valid SAML assertion.")]
    public async Task Text_is_no_token(string provider, string message)
    {
        var pool = await client.PoolAsync(Providers);
        (await GetIdAsync(pool, Tokens.Logins(provider, "secret"))).Refused("NotAuthorizedException", message);
    }

    [Fact]
    public async Task Credentials_say_which_role_they_are_of()
    {
        var pool = await RolesAsync();
        Assert.Equal(Guest, await RoleAsync(await IdAsync(pool)));
        Assert.Equal(Member, await RoleAsync(await IdAsync(pool, Login()), Login()));
        Assert.Equal(Member, await RoleOfAsync(pool, "login.example.com", """{"iss":"https://login.example.com","sub":"a","aud":"web"}"""));
        Assert.Equal(Member, await RoleOfAsync(pool, "accounts.google.com", """{"iss":"accounts.google.com","sub":"a","aud":"google"}"""));
        var facebook = Tokens.Logins("graph.facebook.com", "opaque");
        Assert.Equal(Member, await RoleAsync(await IdAsync(pool, facebook), facebook));
    }

    [Theory]
    [InlineData("", Member)]
    [InlineData("""  "cognito:preferred_role":"arn:aws:iam::123456789012:role/Admin" """, Admin)]
    [InlineData("""  "cognito:roles":["arn:aws:iam::123456789012:role/Admin"] """, Admin)]
    [InlineData("""  "cognito:roles":"arn:aws:iam::123456789012:role/Admin,arn:aws:iam::123456789012:role/Member" """, Member)]
    public async Task A_token_brings_its_role(string claims, string role)
    {
        var pool = await RolesAsync("""{"Type":"Token","AmbiguousRoleResolution":"AuthenticatedRole"}""");
        var login = Login(Tokens.OfUserPool(claims));
        Assert.Equal(role, await RoleAsync(await IdAsync(pool, login), login));
    }

    [Fact]
    public async Task A_caller_asks_for_one_of_the_roles_of_the_token()
    {
        var pool = await RolesAsync("""{"Type":"Token","AmbiguousRoleResolution":"Deny"}""");
        var login = Login(Tokens.OfUserPool($"\"cognito:roles\":[\"{Admin}\",\"{Member}\"]"));
        var id = await IdAsync(pool, login);
        (await CredentialsAsync(id, login)).Refused("NotAuthorizedException", Denied);
        Assert.Equal(Admin, await RoleAsync(id, login, Admin));
        (await CredentialsAsync(id, login, Guest)).Refused("NotAuthorizedException", Denied);
        (await CredentialsAsync(id, login, "arn:aws:iam::123456789012:user/no-role")).Refused("NotAuthorizedException", Denied);
    }

    [Theory]
    [InlineData("Equals", "admin", Admin)]
    [InlineData("Equals", "adm", Member)]
    [InlineData("StartsWith", "adm", Admin)]
    [InlineData("Contains", "dmi", Admin)]
    [InlineData("NotEqual", "other", Admin)]
    [InlineData("NotEqual", "admin", Member)]
    public async Task Rules_choose_the_role(string matchType, string value, string role)
    {
        var pool = await RolesAsync(Rule(matchType, value, "AuthenticatedRole"));
        var login = Login(Tokens.OfUserPool(""" "custom:job":"admin" """));
        Assert.Equal(role, await RoleAsync(await IdAsync(pool, login), login));
    }

    [Fact]
    public async Task A_rule_on_a_missing_claim_does_not_match_and_denial_is_said()
    {
        var pool = await RolesAsync(Rule("NotEqual", "x", "Deny"));
        (await CredentialsAsync(await IdAsync(pool, Login()), Login())).Refused("NotAuthorizedException", Denied);
    }

    [Fact]
    public async Task A_pool_without_roles_is_not_configured()
    {
        var pool = await client.PoolAsync(Providers);
        (await CredentialsAsync(await IdAsync(pool))).Refused("InvalidIdentityPoolConfigurationException", Configuration);
        (await CredentialsAsync(await IdAsync(pool, Login()), Login())).Refused("InvalidIdentityPoolConfigurationException", Configuration);
    }

    [Theory]
    [InlineData("StringEquals", "us-east-1:00000000-0000-0000-0000-000000000000", "authenticated")]
    [InlineData("StringLike", "us-east-1:*", "unauthenticated")]
    public async Task A_role_that_does_not_trust_the_pool_is_one_error_for_all(string comparison, string audience, string method)
    {
        client.Account.AddRole("arn:aws:iam::123456789012:role/Distrustful", Trust(comparison, audience, method));
        var pool = await RolesAsync(member: "arn:aws:iam::123456789012:role/Distrustful");
        (await CredentialsAsync(await IdAsync(pool, Login()), Login())).Refused("InvalidIdentityPoolConfigurationException", Configuration);
    }

    [Fact]
    public async Task Principal_tags_need_the_permission_to_tag()
    {
        client.Account.AddRole("arn:aws:iam::123456789012:role/Untagged", Trust("StringLike", "*", "authenticated"));
        var pool = await RolesAsync(member: "arn:aws:iam::123456789012:role/Untagged");
        var id = await IdAsync(pool, Login());
        (await CredentialsAsync(id, Login())).Ok();
        var tags = $$"""{"IdentityPoolId":"{{pool}}","IdentityProviderName":"{{Tokens.UserPoolName}}","UseDefaults":true}""";
        (await client.CallAsync("SetPrincipalTagAttributeMap", tags)).Ok();
        (await CredentialsAsync(id, Login())).Refused("InvalidIdentityPoolConfigurationException", Configuration);
    }

    [Fact]
    public async Task An_assertion_brings_its_roles_when_nothing_is_mapped()
    {
        var pool = await RolesAsync();
        var login = Tokens.Logins(Saml, Assertion($"{Admin},{Saml}"));
        var id = await IdAsync(pool, login);
        Assert.Equal(Admin, await RoleAsync(id, login));
        var two = Tokens.Logins(Saml, Assertion($"{Admin},{Saml}", $"{Member},{Saml}"));
        Assert.Equal(Member, await RoleAsync(id, two, Member));
        (await CredentialsAsync(id, two)).Refused("NotAuthorizedException", Denied);
    }

    [Fact]
    public async Task An_identity_belongs_to_its_logins()
    {
        var pool = await RolesAsync();
        var guest = await IdAsync(pool);
        Assert.Equal(Member, await RoleAsync(guest, Login()));
        (await CredentialsAsync(guest)).Refused("NotAuthorizedException", $"Access to Identity '{guest}' is forbidden.");
        (await CredentialsAsync(guest, Login(Tokens.OfUserPool(subject: "bob")))).Refused(
            "NotAuthorizedException",
            "Logins don't match. Please include at least one valid login for this identity or identity pool."
        );
        var unlink = $$"""{"IdentityId":"{{guest}}","Logins":{{Login()}},"LoginsToRemove":["{{Tokens.UserPoolName}}"]}""";
        (await client.CallAsync("UnlinkIdentity", unlink, signed: false)).Ok();
        Assert.Equal(Guest, await RoleAsync(guest));
    }

    [Fact]
    public async Task Identities_are_listed_and_deleted()
    {
        var pool = await client.PoolAsync(Providers);
        var ids = new[] { await IdAsync(pool), await IdAsync(pool) };
        var page = (await client.CallAsync("ListIdentities", $$"""{"IdentityPoolId":"{{pool}}","MaxResults":1}""")).Ok();
        Assert.Equal((pool, ids[0]), ((string)page["IdentityPoolId"]!, (string)page["Identities"]![0]!["IdentityId"]!));
        Assert.NotNull(page["NextToken"]);
        var deleted = (await client.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{ids[0]}}","us-east-1:0"]}""")).Ok();
        Assert.Equal("us-east-1:0", (string)deleted["UnprocessedIdentityIds"]!.AsArray().Single()!["IdentityId"]!);
        Assert.Equal("ResourceNotFoundException", (await client.CallAsync("DescribeIdentity", Identity(ids[0]))).Code);
        await client.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        Assert.Equal("ResourceNotFoundException", (await client.CallAsync("DescribeIdentity", Identity(ids[1]))).Code);
    }

    [Fact]
    public async Task The_basic_flow_is_open_until_it_is_forbidden()
    {
        var unsaid = await client.PoolAsync(Providers);
        var id = await IdAsync(unsaid);
        Assert.Null((await client.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{unsaid}}"}""")).Ok()["AllowClassicFlow"]);
        (await client.CallAsync("GetOpenIdToken", Identity(id), signed: false)).Ok();
        await UpdateAsync(""", "AllowClassicFlow":false""");
        await RefusedAsync();
        await UpdateAsync("");
        await RefusedAsync();

        async Task UpdateAsync(string members) =>
            (
                await client.CallAsync(
                    "UpdateIdentityPool",
                    $$"""{"IdentityPoolId":"{{unsaid}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":true {{members}} }"""
                )
            ).Ok();

        async Task RefusedAsync() =>
            (await client.CallAsync("GetOpenIdToken", Identity(id), signed: false)).Refused(
                "InvalidParameterException",
                "Basic (classic) flow is not enabled, please use enhanced flow."
            );
    }

    [Fact]
    public async Task The_basic_flow_knows_no_mappings()
    {
        var on = await client.PoolAsync(Providers + """, "AllowClassicFlow":true""");
        var id = await IdAsync(on);
        var token = (await client.CallAsync("GetOpenIdToken", Identity(id), signed: false)).Ok();
        var claims = JsonWebToken.Read((string)token["Token"]!)!;
        Assert.Equal((id, on, "https://cognito-identity.amazonaws.com"), ((string)claims["sub"]!, (string)claims["aud"]!, (string)claims["iss"]!));
        Assert.Equal("""["unauthenticated"]""", claims["amr"]!.ToJsonString());
        await SetAsync(on, """{"Type":"Token","AmbiguousRoleResolution":"Deny"}""", Member);
        (await client.CallAsync("GetOpenIdToken", Identity(id), signed: false)).Refused(
            "InvalidParameterException",
            "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow."
        );
    }

    [Fact]
    public async Task A_developer_vouches_for_users()
    {
        var pool = await RolesAsync();
        var (ann, token) = await DeveloperAsync(pool, "ann");
        Assert.Equal(ann, (await DeveloperAsync(pool, "ann")).Id);
        Assert.Equal(Member, await RoleAsync(ann, Tokens.Logins("cognito-identity.amazonaws.com", token)));
        var (bob, _) = await DeveloperAsync(pool, "bob");
        (await CredentialsAsync(bob, Tokens.Logins("cognito-identity.amazonaws.com", token))).Refused(
            "NotAuthorizedException",
            $"Access to Identity '{bob}' is forbidden."
        );
        var taken = $$"""{"IdentityPoolId":"{{pool}}","IdentityId":"{{bob}}","Logins":{"login.shop":"ann"} }""";
        Assert.Equal("DeveloperUserAlreadyRegisteredException", (await client.CallAsync("GetOpenIdTokenForDeveloperIdentity", taken)).Code);
        var foreign = $$"""{"IdentityPoolId":"{{pool}}","Logins":{"other":"ann"} }""";
        Assert.Equal("InvalidParameterException", (await client.CallAsync("GetOpenIdTokenForDeveloperIdentity", foreign)).Code);
    }

    /// <summary>Whoever has such a token has an identity, and the token says which.</summary>
    [Fact]
    public async Task No_identity_is_looked_up_by_a_token_of_the_pool_itself()
    {
        var pool = await RolesAsync();
        var (ann, token) = await DeveloperAsync(pool, "ann");
        var login = Tokens.Logins("cognito-identity.amazonaws.com", token);
        (await GetIdAsync(pool, login)).Refused("NotAuthorizedException", "Invalid login token. Can't pass in a Cognito token.");
        Assert.Equal(Member, await RoleAsync(ann, login));
        var claims = JsonWebToken.Read((string)(await client.CallAsync("GetOpenIdToken", Logged(ann, login), signed: false)).Ok()["Token"]!)!;
        Assert.Contains("login.shop", claims["amr"]!.AsArray().Select(method => (string)method!));
    }

    [Fact]
    public async Task A_backend_gives_session_tags()
    {
        client.Account.AddRole("arn:aws:iam::123456789012:role/Untagged", Trust("StringLike", "*", "authenticated"));
        var pool = await RolesAsync();
        Assert.Equal("team=blue", (await TokenTextAsync(await VouchedAsync("blue"))).Split(' ')[^1]);
        (await CredentialsAsync((await VouchedAsync("auth0|1")).Id, (await VouchedAsync("auth0|1")).Login)).Refused(
            "InvalidIdentityPoolConfigurationException",
            Configuration
        );
        await SetAsync(pool, null, "arn:aws:iam::123456789012:role/Untagged");
        var (id, login) = await VouchedAsync("blue");
        (await CredentialsAsync(id, login)).Refused("InvalidIdentityPoolConfigurationException", Configuration);

        async Task<(string Id, string Login)> VouchedAsync(string team)
        {
            var input = $$"""{"IdentityPoolId":"{{pool}}","Logins":{"login.shop":"ann"},"PrincipalTags":{"team":"{{team}}"} }""";
            var answer = (await client.CallAsync("GetOpenIdTokenForDeveloperIdentity", input)).Ok();
            return ((string)answer["IdentityId"]!, Tokens.Logins("cognito-identity.amazonaws.com", (string)answer["Token"]!));
        }

        async Task<string> TokenTextAsync((string Id, string Login) user)
        {
            var credentials = (await CredentialsAsync(user.Id, user.Login)).Ok()["Credentials"]!;
            return Encoding.UTF8.GetString(Convert.FromBase64String((string)credentials["SessionToken"]!));
        }
    }

    [Theory]
    [InlineData("\"custom:team\":\"blue\"", " team=blue")]
    [InlineData("\"email\":\"a\"", "")]
    [InlineData("\"custom:team\":\"auth0|1\"", null)]
    [InlineData("\"custom:team\":[\"a\",\"b\"]", null)]
    public async Task Claims_become_session_tags_or_the_request_is_refused(string claims, string? tags)
    {
        var pool = await RolesAsync();
        var map = $$"""{"IdentityPoolId":"{{pool}}","IdentityProviderName":"{{Tokens.UserPoolName}}","PrincipalTags":{"team":"custom:team"} }""";
        (await client.CallAsync("SetPrincipalTagAttributeMap", map)).Ok();
        var login = Login(Tokens.OfUserPool(claims));
        var answer = await CredentialsAsync(await IdAsync(pool, login), login);
        if (tags is null)
        {
            answer.Refused("InvalidIdentityPoolConfigurationException", Configuration);
        }
        else
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String((string)answer.Ok()["Credentials"]!["SessionToken"]!));
            Assert.Equal(tags, text[(text.Split(' ')[..3].Sum(part => part.Length) + 2)..]);
        }
    }

    /// <summary>A user pool of another account is known by its name alone.</summary>
    [Fact]
    public async Task Tokens_of_a_user_pool_of_another_account_are_taken()
    {
        const string Name = "cognito-idp.us-east-1.amazonaws.com/us-east-1_Other0001";
        var pool = await client.PoolAsync($$""" "CognitoIdentityProviders":[{"ProviderName":"{{Name}}","ClientId":"web"}] """);
        await SetAsync(pool, null, Member);
        Assert.Equal(Member, await RoleOfAsync(pool, Name, $$"""{"iss":"https://{{Name}}","sub":"a","aud":"web"}"""));
        var other = Tokens.Logins(Name, Tokens.Create($$"""{"iss":"https://{{Name}}","sub":"a","aud":"phone"}"""));
        (await GetIdAsync(pool, other)).Refused("NotAuthorizedException", Unsupported);
    }

    [Theory]
    [InlineData(Tokens.UserPoolName, "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3")]
    [InlineData($"issuer-{Tokens.UserPoolName}", $"https://{Tokens.UserPoolName}")]
    public async Task Both_hosts_are_one_user_pool(string key, string issuer)
    {
        var pool = await RolesAsync();
        var token = Tokens.Create($$"""{"iss":"{{issuer}}","aud":"{{Tokens.Client}}","sub":"ann"}""");
        Assert.Equal(await IdAsync(pool, Login()), await IdAsync(pool, Tokens.Logins(key, token)));
    }

    [Theory]
    [InlineData("tenant.example/", "https://tenant.example/", null)]
    [InlineData("tenant.example/", "https://tenant.example", "Invalid login token. Issuer doesn't match providerName")]
    [InlineData("tenant.example", "https://tenant.example/", Unsupported)]
    [InlineData("Tenant.example/", "https://tenant.example/", Unsupported)]
    [InlineData("tenant.example/", "tenant.example/", "Invalid login token. Issuer doesn't match providerName")]
    public async Task A_slash_at_the_end_belongs_to_the_issuer(string key, string issuer, string? message)
    {
        const string Arn = "arn:aws:iam::123456789012:oidc-provider/tenant.example/";
        client.Account.AddOpenIdConnectProvider(Arn, "web");
        var pool = await client.PoolAsync($$""" "OpenIdConnectProviderARNs":["{{Arn}}"] """);
        var answer = await GetIdAsync(pool, Tokens.Logins(key, Tokens.Create($$"""{"iss":"{{issuer}}","aud":"web","sub":"a"}""")));
        if (message is null)
        {
            answer.Ok();
        }
        else
        {
            answer.Refused("NotAuthorizedException", message);
        }
    }

    /// <summary>What AWS does not document is taken for refused, here as in the simulation.</summary>
    [Theory]
    [InlineData(true, "\"google\"", true)]
    [InlineData(true, "\"phone\"", false)]
    [InlineData(false, "\"google\"", true)]
    [InlineData(false, "\"phone\"", true)]
    [InlineData(false, "[\"phone\"]", false)]
    [InlineData(false, "[\"phone\",\"google\"]", false)]
    public async Task A_second_client_of_Google_needs_one_provider_for_both(bool hasLogin, string audience, bool isTaken)
    {
        const string Arn = "arn:aws:iam::123456789012:oidc-provider/accounts.google.com";
        client.Account.AddOpenIdConnectProvider(Arn, "google", "phone");
        var login = hasLogin ? """ "SupportedLoginProviders":{"accounts.google.com":"google"}, """ : "";
        var pool = await client.PoolAsync($$""" {{login}} "OpenIdConnectProviderARNs":["{{Arn}}"] """);
        var token = Tokens.Create($$"""{"iss":"https://accounts.google.com","aud":{{audience}},"sub":"a"}""");
        var answer = await GetIdAsync(pool, Tokens.Logins("accounts.google.com", token));
        if (isTaken)
        {
            answer.Ok();
        }
        else
        {
            answer.Refused("NotAuthorizedException", Unsupported);
        }
    }

    [Fact]
    public async Task Developer_users_are_looked_up_merged_and_unlinked()
    {
        var pool = await client.PoolAsync(Providers);
        var (ann, _) = await DeveloperAsync(pool, "ann");
        var (bob, _) = await DeveloperAsync(pool, "bob");
        var of = $"\"IdentityPoolId\":\"{pool}\"";
        var provider = $"{of},\"DeveloperProviderName\":\"login.shop\"";
        Assert.Equal(ann, (string)(await client.CallAsync("LookupDeveloperIdentity", $$"""{{{of}},"DeveloperUserIdentifier":"ann"}""")).Ok()["IdentityId"]!);
        Assert.Equal(
            "ResourceConflictException",
            (await client.CallAsync("LookupDeveloperIdentity", $$"""{{{of}},"IdentityId":"{{bob}}","DeveloperUserIdentifier":"ann"}""")).Code
        );
        Assert.Equal("InvalidParameterException", (await client.CallAsync("LookupDeveloperIdentity", $"{{{of}}}")).Code);
        var merge = $$"""{{{provider}},"SourceUserIdentifier":"ann","DestinationUserIdentifier":"bob"}""";
        Assert.Equal(bob, (string)(await client.CallAsync("MergeDeveloperIdentities", merge)).Ok()["IdentityId"]!);
        Assert.Equal("ResourceConflictException", (await client.CallAsync("MergeDeveloperIdentities", merge)).Code);
        var users = (await client.CallAsync("LookupDeveloperIdentity", $$"""{{{of}},"IdentityId":"{{bob}}"}""")).Ok();
        Assert.Equal("""["ann","bob"]""", users["DeveloperUserIdentifierList"]!.ToJsonString());
        var unlink = $$"""{{{provider}},"IdentityId":"{{bob}}","DeveloperUserIdentifier":"ann"}""";
        (await client.CallAsync("UnlinkDeveloperIdentity", unlink)).Ok();
        Assert.Equal("ResourceConflictException", (await client.CallAsync("UnlinkDeveloperIdentity", unlink)).Code);
        Assert.Equal("ResourceNotFoundException", (await client.CallAsync("LookupDeveloperIdentity", $$"""{{{of}},"DeveloperUserIdentifier":"ann"}""")).Code);
    }

    private async Task<string> RolesAsync(string? mapping = null, string member = Member)
    {
        var pool = await client.PoolAsync(Providers);
        await SetAsync(pool, mapping, member);
        return pool;
    }

    private async Task SetAsync(string pool, string? mapping, string member)
    {
        var mappings = mapping is null ? "{}" : $$"""{"{{Key}}":{{mapping}} }""";
        var roles = $$"""{"authenticated":"{{member}}","unauthenticated":"{{Guest}}"}""";
        (await client.CallAsync("SetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{pool}}","Roles":{{roles}},"RoleMappings":{{mappings}} }""")).Ok();
    }

    private Task<JsonAnswer> GetIdAsync(string pool, string logins = "{}", string more = "") =>
        client.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}","Logins":{{logins}}{{more}} }""", signed: false);

    private async Task<string> IdAsync(string pool, string logins = "{}") => (string)(await GetIdAsync(pool, logins)).Ok()["IdentityId"]!;

    private Task<JsonAnswer> CredentialsAsync(string id, string logins = "{}", string? role = null)
    {
        var input = (JsonObject)JsonNode.Parse($$"""{"IdentityId":"{{id}}","Logins":{{logins}} }""")!;
        if (role is not null)
        {
            input["CustomRoleArn"] = role;
        }

        return client.CallAsync("GetCredentialsForIdentity", input.ToJsonString(), signed: false);
    }

    private async Task<string> RoleAsync(string id, string logins = "{}", string? role = null)
    {
        var credentials = (await CredentialsAsync(id, logins, role)).Ok()["Credentials"]!;
        Assert.StartsWith("ASIA", (string)credentials["AccessKeyId"]!, StringComparison.Ordinal);
        Assert.Equal(clock.Now.AddHours(1).ToUnixTimeSeconds(), (double)credentials["Expiration"]!);
        return Encoding.UTF8.GetString(Convert.FromBase64String((string)credentials["SessionToken"]!)).Split(' ')[0];
    }

    private async Task<string> RoleOfAsync(string pool, string provider, string claims)
    {
        var logins = Tokens.Logins(provider, Tokens.Create(claims));
        return await RoleAsync(await IdAsync(pool, logins), logins);
    }

    private async Task<(string Id, string Token)> DeveloperAsync(string pool, string user)
    {
        var input = $$"""{"IdentityPoolId":"{{pool}}","Logins":{"login.shop":"{{user}}"} }""";
        var answer = (await client.CallAsync("GetOpenIdTokenForDeveloperIdentity", input)).Ok();
        return ((string)answer["IdentityId"]!, (string)answer["Token"]!);
    }

    private static string Login(string? token = null) => Tokens.Logins(Tokens.UserPoolName, token ?? Tokens.OfUserPool());

    private static string Identity(string id) => $$"""{"IdentityId":"{{id}}"}""";

    private static string Logged(string id, string logins) => $$"""{"IdentityId":"{{id}}","Logins":{{logins}} }""";

    private static string Rule(string matchType, string value, string resolution)
    {
        var rule = $$"""{"Claim":"custom:job","MatchType":"{{matchType}}","Value":"{{value}}","RoleARN":"{{Admin}}"}""";
        return $$"""{"Type":"Rules","AmbiguousRoleResolution":"{{resolution}}","RulesConfiguration":{"Rules":[{{rule}}] } }""";
    }

    private static string Trust(string comparison, string audience, string method) =>
        $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},
            "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"{{comparison}}":{"cognito-identity.amazonaws.com:aud":"{{audience}}"},
            "ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"{{method}}"} } }]}
            """;

    private static string Assertion(params string[] roles)
    {
        var values = string.Concat(roles.Select(role => $"<AttributeValue>{role}</AttributeValue>"));
        var xml = $"<Assertion><NameID>ann</NameID><Attribute Name=\"https://aws.amazon.com/SAML/Attributes/Role\">{values}</Attribute></Assertion>";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));
    }
}

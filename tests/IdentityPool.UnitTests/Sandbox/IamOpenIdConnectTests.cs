using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class IamOpenIdConnectTests : IDisposable
{
    private const string Arn = "arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant";
    private const string Thumbprint = "0123456789abcdef0123456789ABCDEF01234567";
    private static readonly string[] Operations =
    [
        "GetOpenIDConnectProvider",
        "DeleteOpenIDConnectProvider",
        "AddClientIDToOpenIDConnectProvider",
        "RemoveClientIDFromOpenIDConnectProvider",
        "UpdateOpenIDConnectProviderThumbprint",
        "TagOpenIDConnectProvider",
        "UntagOpenIDConnectProvider",
        "ListOpenIDConnectProviderTags",
    ];

    private readonly QueryClient iam = QueryClient.Iam();

    public void Dispose() => iam.Dispose();

    private Task<QueryAnswer> CreateAsync(string url, params (string, string)[] more) => iam.CallAsync("CreateOpenIDConnectProvider", [("Url", url), .. more]);

    private async Task<QueryAnswer> GetAsync() => (await iam.CallAsync("GetOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn))).Ok();

    [Fact]
    public async Task A_provider_is_created_read_listed_and_deleted()
    {
        var created = await CreateAsync(
            "https://login.example.com/tenant",
            ("ClientIDList.member.1", "app"),
            ("ThumbprintList.member.1", Thumbprint),
            ("Tags.member.1.Key", "a"),
            ("Tags.member.1.Value", "1")
        );
        Assert.Equal(Arn, created.Ok().Value("CreateOpenIDConnectProviderResult", "OpenIDConnectProviderArn"));
        var provider = await GetAsync();
        Assert.Equal("login.example.com/tenant", provider.Value("GetOpenIDConnectProviderResult", "Url"));
        Assert.Equal(["app"], provider.Values("GetOpenIDConnectProviderResult", "ClientIDList", "member"));
        Assert.Equal([Thumbprint], provider.Values("GetOpenIDConnectProviderResult", "ThumbprintList", "member"));
        Assert.Equal("1", provider.Value("GetOpenIDConnectProviderResult", "Tags", "member", "Value"));
        var list = await iam.CallAsync("ListOpenIDConnectProviders");
        Assert.Equal([Arn], list.Ok().Values("ListOpenIDConnectProvidersResult", "OpenIDConnectProviderList", "member", "Arn"));
        (await iam.CallAsync("DeleteOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn))).Ok();
        Assert.Empty((await iam.CallAsync("ListOpenIDConnectProviders")).Values("ListOpenIDConnectProvidersResult", "OpenIDConnectProviderList", "member"));
    }

    [Fact]
    public async Task Clients_thumbprints_and_tags_change()
    {
        await CreateAsync("https://login.example.com/tenant");
        foreach (var id in new[] { "one", "two", "two" })
        {
            (await iam.CallAsync("AddClientIDToOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("ClientID", id))).Ok();
        }

        (await iam.CallAsync("RemoveClientIDFromOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("ClientID", "one"))).Ok();
        (await iam.CallAsync("RemoveClientIDFromOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("ClientID", "one"))).Ok();
        (await iam.CallAsync("UpdateOpenIDConnectProviderThumbprint", ("OpenIDConnectProviderArn", Arn), ("ThumbprintList.member.1", Thumbprint))).Ok();
        (await iam.CallAsync("TagOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"))).Ok();
        var tags = await iam.CallAsync("ListOpenIDConnectProviderTags", ("OpenIDConnectProviderArn", Arn));
        Assert.Equal(["a"], tags.Ok().Values("ListOpenIDConnectProviderTagsResult", "Tags", "member", "Key"));
        (await iam.CallAsync("UntagOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("TagKeys.member.1", "a"))).Ok();

        var provider = await GetAsync();
        Assert.Equal(["two"], provider.Values("GetOpenIDConnectProviderResult", "ClientIDList", "member"));
        Assert.Equal([Thumbprint], provider.Values("GetOpenIDConnectProviderResult", "ThumbprintList", "member"));
        Assert.Empty(provider.Values("GetOpenIDConnectProviderResult", "Tags", "member"));
    }

    [Fact]
    public async Task A_provider_exists_once()
    {
        (await CreateAsync("https://login.example.com/tenant")).Ok();
        (await CreateAsync("https://login.example.com/tenant")).Refused(
            409,
            "EntityAlreadyExists",
            "Provider with url https://login.example.com/tenant already exists."
        );
    }

    /// <summary>A slash at the end and capitals are another issuer.</summary>
    [Theory]
    [InlineData("login.example.com/tenant/")]
    [InlineData("login.example.com/Tenant")]
    public async Task The_name_of_an_issuer_is_kept_to_the_letter(string issuer)
    {
        (await CreateAsync("https://login.example.com/tenant")).Ok();
        (await CreateAsync("https://" + issuer)).Ok();
        var provider = (
            await iam.CallAsync("GetOpenIDConnectProvider", ("OpenIDConnectProviderArn", "arn:aws:iam::123456789012:oidc-provider/" + issuer))
        ).Ok();
        Assert.Equal(issuer, provider.Value("GetOpenIDConnectProviderResult", "Url"));
    }

    [Theory]
    [InlineData("http://login.example.com")]
    [InlineData("login.example.com")]
    [InlineData("https://login.example.com:8443")]
    [InlineData("https://login.example.com?x=1")]
    public async Task An_issuer_is_an_https_url(string url) => (await CreateAsync(url)).Refused(400, "ValidationError", "Invalid Open ID Connect Provider URL");

    [Fact]
    public async Task Thumbprints_are_five_hexadecimal_numbers_at_most()
    {
        (await CreateAsync("https://a.example.com", ("ThumbprintList.member.1", "short"))).Invalid("thumbprintList");
        (await CreateAsync("https://a.example.com", ("ThumbprintList.member.1", new string('z', 40)))).Refused(400, "InvalidInput", "Invalid thumbprint.");
        var six = Enumerable.Range(1, 6).Select(i => ($"ThumbprintList.member.{i}", Thumbprint)).ToArray();
        (await CreateAsync("https://a.example.com", six)).Refused(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
    }

    [Fact]
    public async Task A_provider_has_at_most_a_hundred_clients()
    {
        const string Message = "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100";
        var clients = Enumerable.Range(1, 101).Select(i => ($"ClientIDList.member.{i}", $"client{i}")).ToArray();
        (await CreateAsync("https://login.example.com/tenant", clients)).Refused(409, "LimitExceeded", Message);
        (await CreateAsync("https://login.example.com/tenant", clients[..100])).Ok();
        (await iam.CallAsync("AddClientIDToOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("ClientID", "more"))).Refused(
            409,
            "LimitExceeded",
            Message
        );
    }

    [Fact]
    public async Task An_account_has_at_most_a_hundred_providers()
    {
        for (var i = 0; i < 100; i++)
        {
            (await CreateAsync($"https://i{i}.example.com")).Ok();
        }

        (await CreateAsync("https://more.example.com")).Refused(409, "LimitExceeded", "Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100");
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_named()
    {
        foreach (var operation in Operations)
        {
            var answer = await iam.CallAsync(
                operation,
                ("OpenIDConnectProviderArn", Arn),
                ("ClientID", "x"),
                ("ThumbprintList.member.1", Thumbprint),
                ("Tags.member.1.Key", "a"),
                ("Tags.member.1.Value", "b"),
                ("TagKeys.member.1", "a")
            );
            answer.Refused(
                404,
                "NoSuchEntity",
                operation.StartsWith("Delete", StringComparison.Ordinal)
                    ? $"OpenId connect Provider {Arn} cannot be found."
                    : $"OpenIDConnect Provider not found for arn {Arn}"
            );
        }
    }
}

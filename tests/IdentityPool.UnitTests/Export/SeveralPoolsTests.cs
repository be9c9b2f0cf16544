using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Several pools in one template.</summary>
public sealed class SeveralPoolsTests
{
    private static readonly UserPool Users = UserPool.Define("customers");

    [Fact]
    public void A_user_pool_that_they_share_is_one_resource_and_each_has_its_own_client()
    {
        var text = JsonTemplates.Write([WithUsers("one", Users), WithUsers("two", Users)]);

        Assert.Equal(1, Count(text, ResourceTypes.UserPool));
        Assert.Equal(2, Count(text, ResourceTypes.UserPoolClient));
        Assert.Equal(2, Count(text, ResourceTypes.RoleAttachment));
        Assert.Equal(4, Count(text, ResourceTypes.Role));
    }

    [Fact]
    public void Providers_that_they_share_are_one_resource()
    {
        var saml = SamlProvider.Define("Works", new string('x', 1000));
        var oidc = OpenIdConnectProvider.Define("https://login.example.com");
        var text = JsonTemplates.Write([WithBoth("one"), WithBoth("two")]);

        Assert.Equal((1, 1), (Count(text, ResourceTypes.SamlProvider), Count(text, ResourceTypes.OpenIdConnectProvider)));

        IdentityPool WithBoth(string name) => Named(name).WithSamlProvider(saml).WithOpenIdConnectProvider(oidc);
    }

    [Fact]
    public void A_provider_has_the_audiences_of_all_that_share_it()
    {
        var text = JsonTemplates.Write([With("one", "a", "b"), With("two", "b", "c"), With("three")]);

        Assert.Equal(1, Count(text, ResourceTypes.OpenIdConnectProvider));
        Assert.Equal(
            new TemplateSequence(new TemplateNode[] { "a", "b", "c" }),
            JsonTemplates.Read(text).At("Resources", "LoginExampleComOidcProvider", "Properties", "ClientIdList")
        );

        static IdentityPool With(string name, params string[] audiences) =>
            Named(name).WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", [.. audiences.Select(id => (TemplateValue)id)]));
    }

    [Fact]
    public void A_provider_that_differs_in_more_than_audiences_is_refused() =>
        Refused.With(
            "DuplicateLogicalId",
            () =>
                JsonTemplates.Write([
                    Named("one").WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["a"])),
                    Named("two")
                        .WithOpenIdConnectProvider(
                            OpenIdConnectProvider.Define("https://login.example.com", ["a"], ["0123456789abcdef0123456789abcdef01234567"])
                        ),
                ])
        );

    [Fact]
    public void Each_comes_back_as_it_was()
    {
        var pools = new[] { WithUsers("one", Users), WithUsers("two", Users), Named("three") };

        Assert.Equal(pools, JsonTemplates.Import(JsonTemplates.Write(pools)).Pools);
    }

    [Fact]
    public void Two_pools_of_one_logical_id_are_refused() =>
        Refused.With(
            "DuplicateLogicalId",
            () => JsonTemplates.Write([Named("one"), IdentityPool.Create(new() { Name = "other", LogicalId = "OneIdentityPool" })])
        );

    [Fact]
    public void Two_different_user_pools_of_one_logical_id_are_refused() =>
        Refused.With(
            "DuplicateLogicalId",
            () => JsonTemplates.Write([WithUsers("one", Users), WithUsers("two", UserPool.Define("customers", passwordMinimumLength: 12))])
        );

    [Fact]
    public void A_pool_and_a_user_pool_of_one_logical_id_are_refused() =>
        Refused.With("DuplicateLogicalId", () => JsonTemplates.Write(WithUsers("one", UserPool.Define(null, logicalId: "OneIdentityPool"))));

    [Fact]
    public void A_logical_id_that_its_parts_make_too_long_is_refused() =>
        Refused.With("LogicalIdTooLong", () => JsonTemplates.Write(IdentityPool.Create(new() { LogicalId = new string('P', 250) })));

    private static IdentityPool Named(string name) => IdentityPool.Create(new() { Name = name });

    private static IdentityPool WithUsers(string name, UserPool userPool) => Named(name).WithUserPool(new(userPool, UserPoolClient.Generated, true));

    private static int Count(string template, string type) =>
        ((TemplateMapping)JsonTemplates.Read(template)["Resources"]!).Count(resource => resource.Value.At("Type")!.Equals((TemplateNode)type));
}

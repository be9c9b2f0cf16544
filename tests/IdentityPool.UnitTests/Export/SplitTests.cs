using System.Text;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>As many templates as CloudFormation's limits ask for.</summary>
public sealed class SplitTests
{
    [Fact]
    public void What_fits_is_one_template() => Assert.Equal([JsonTemplates.Write([Small(0), Small(1)])], JsonTemplates.Split([Small(0), Small(1)]));

    [Fact]
    public void Over_200_outputs_make_another_template() => AssertSplit(Many(110, Small), files: 3);

    [Fact]
    public void Over_500_resources_make_another_template() => AssertSplit(Many(9, WithManyGrants), files: 3);

    [Fact]
    public void Over_1_megabyte_makes_another_template() => AssertSplit(Many(5, Large), files: 3);

    [Fact]
    public void A_pool_that_comes_last_changes_no_template_before_it()
    {
        var pools = Many(75, Small);
        var before = JsonTemplates.Split(pools);
        var after = JsonTemplates.Split([.. pools, Small(75)]);

        Assert.Equal(before[..^1], after[..(before.Count - 1)]);
    }

    [Fact]
    public void A_pool_that_is_too_large_alone_is_refused()
    {
        var pool = Enumerable.Range(0, 3).Aggregate(Pools.Empty, (known, index) => known.WithSamlProvider(Saml($"S{index}", 400_000)));

        var fault = Refused.With("PoolTooLarge", () => JsonTemplates.Split([Small(0), pool]));

        Assert.Contains("shop", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_template_says_what_does_not_fit() => Refused.With("TemplateTooLarge", () => JsonTemplates.Write(Many(60, Small)));

    [Fact]
    public void What_two_templates_would_both_create_is_refused()
    {
        var users = UserPool.Define("customers");

        var fault = Refused.With(
            "SharedAcrossTemplates",
            () => JsonTemplates.Split([.. Many(60, index => Small(index).WithUserPool(new(users, UserPoolClient.Generated, true)))])
        );

        Assert.Equal("CustomersUserPool", fault.Target);
    }

    [Fact]
    public void An_issuer_belongs_into_one_template_whatever_its_audiences()
    {
        var fault = Refused.With(
            "SharedAcrossTemplates",
            () =>
                JsonTemplates.Split([
                    .. Many(60, index => Small(index).WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", [$"web{index}"]))),
                ])
        );

        Assert.Equal("LoginExampleComOidcProvider", fault.Target);
    }

    [Fact]
    public void Parameters_that_every_pool_needs_are_in_every_template()
    {
        var files = JsonTemplates.Split([.. Many(60, index => Small(index).WithSamlProvider(SamlProvider.Existing(Pools.Ref("Office"))))]);

        Assert.All(files, file => Assert.NotNull(JsonTemplates.Read(file).At("Parameters", "Office")));
    }

    private static void AssertSplit(List<IdentityPool> pools, int files)
    {
        var texts = JsonTemplates.Split(pools);

        Assert.Equal(files, texts.Count);
        Assert.All(texts, AssertFits);
        Assert.Equal(pools, texts.SelectMany(text => JsonTemplates.Import(text).Pools));
    }

    private static void AssertFits(string text)
    {
        var template = JsonTemplates.Read(text);

        Assert.True(((TemplateMapping)template["Resources"]!).Count <= 500);
        Assert.True(((TemplateMapping)template["Outputs"]!).Count <= 200);
        Assert.True(Encoding.UTF8.GetByteCount(text) <= 1_000_000);
    }

    private static List<IdentityPool> Many(int count, Func<int, IdentityPool> make) => Enumerable.Range(0, count).Select(make).ToList();

    /// <summary>Four outputs: id, ARN and two roles.</summary>
    private static IdentityPool Small(int index) => IdentityPool.Create(new() { Name = $"shop{index}" });

    /// <summary>Some 130 resources and two outputs: a pool of mostly existing roles, with permissions for each.</summary>
    private static IdentityPool WithManyGrants(int index)
    {
        var pool = IdentityPool.Create(
            new()
            {
                Name = $"shop{index}",
                AuthenticatedRole = Pools.RoleArn,
                NoUnauthenticatedRole = true,
            }
        );
        var logins = Enum.GetValues<LoginProviderName>();
        pool = logins.Aggregate(
            pool,
            (known, login) =>
                known.WithLoginProvider(
                    login == LoginProviderName.Twitter
                        ? LoginProvider.Twitter("id", ProviderSecret.Parameter("TwitterSecret"))
                        : LoginProvider.Create(login, "id")
                )
        );
        return logins.Aggregate(pool, (known, login) => known.WithRoleMapping(Pools.Rules(Pools.Login(login), Rules(login))));
    }

    private static ValueList<RoleMappingRule> Rules(LoginProviderName login) =>
        Enumerable
            .Range(0, 25)
            .Select(index => IdentityPoolRole.Existing($"arn:aws:iam::123456789012:role/{login}{index}").WithStatements([Pools.Allow("s3:GetObject")]))
            .Select(role => Pools.Rule("x", role))
            .ToValueList();

    private static IdentityPool Large(int index) => Small(index).WithSamlProvider(Saml($"S{index}", 400_000));

    private static SamlProvider Saml(string name, int length) => SamlProvider.Define(name, new string('x', length));
}

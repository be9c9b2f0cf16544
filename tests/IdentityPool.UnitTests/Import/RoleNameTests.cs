using System.Text;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>What a role of a template is called within each pool that it is for.</summary>
public sealed class RoleNameTests
{
    private const string Mapped =
        "RoleMappings: { g: { Type: Rules, IdentityProvider: accounts.google.com, AmbiguousRoleResolution: Deny, RulesConfiguration: "
        + "{ Rules: [ { Claim: a, MatchType: Equals, Value: b, RoleARN: !GetAtt Auth.Arn } ] } } }";

    private static readonly YamlTemplateText Yaml = new();

    [Theory]
    [InlineData("PoolA", "PoolB", "Auth", "Authenticated", "Authenticated")]
    [InlineData("PoolA", "PoolB", "PoolAAuthenticatedRole", "Authenticated", "Authenticated")]
    [InlineData("Pool", "PoolB", "PoolBAuthenticatedRole", "Authenticated", "Authenticated")]
    [InlineData("PoolA", "PoolB", "PoolAUsersRole", "Users", "Authenticated")]
    public void A_default_role_of_two_pools_has_the_name_of_its_place_or_its_own(string first, string second, string role, string inFirst, string inSecond)
    {
        var pools = Import(Text(first, second, role));

        Assert.Equal([inFirst, inSecond], pools.Select(pool => pool.AuthenticatedRole!.Name));
        Assert.All(pools, pool => Assert.Equal(pool, Assert.Single(Import(Encoding.UTF8.GetString(TemplateFiles.Single([pool], new(), Yaml).Span)))));
    }

    [Fact]
    public void A_role_that_rules_choose_does_not_take_the_name_of_a_default_role()
    {
        var text = Text("PoolA", "PoolB", "Auth")
            .Replace(
                "Properties: { IdentityPoolId: !Ref PoolB, Roles: { authenticated: !GetAtt Auth.Arn }",
                "Properties: { IdentityPoolId: !Ref PoolB, " + Mapped,
                StringComparison.Ordinal
            )
            .Replace("Auth:", "PoolBAuthenticatedRole:", StringComparison.Ordinal)
            .Replace("Auth.Arn", "PoolBAuthenticatedRole.Arn", StringComparison.Ordinal)
            .Replace("IdentityPoolName: b,", "SupportedLoginProviders: { accounts.google.com: x },", StringComparison.Ordinal);

        Assert.Equal("PoolBAuthenticatedRole", Assert.Single(Import(text)[1].Roles).Name);
    }

    private static string Text(string first, string second, string role) =>
        FieldTemplates
            .Text("22-several-pools-one-role.yaml")
            .Replace("PoolB", "(2)", StringComparison.Ordinal)
            .Replace("PoolA", first, StringComparison.Ordinal)
            .Replace("(2)", second, StringComparison.Ordinal)
            .Replace("Auth:", role + ":", StringComparison.Ordinal)
            .Replace("Auth.Arn", role + ".Arn", StringComparison.Ordinal);

    private static ValueList<IdentityPool> Import(string text) => TemplateImporter.Import(Yaml.Read(text)).Pools;
}

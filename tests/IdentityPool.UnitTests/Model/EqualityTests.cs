using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>A definition is what it says, in whatever order it was said, and never changes.</summary>
public sealed class EqualityTests
{
    private static readonly Func<IdentityPool, IdentityPool>[] Steps =
    [
        pool => pool.WithUserPool(Pools.Client("one")),
        pool => pool.WithUserPool(Pools.Client("two")),
        pool => pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "g")),
        pool => pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Amazon, "a")),
        pool => pool.WithOpenIdConnectProvider(Pools.OpenIdConnectArn),
        pool => pool.WithSamlProvider(Pools.SamlArn),
        pool => pool.WithDeveloperProvider("login.shop"),
        pool => pool.WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Google), Pools.Rule("a@shop.example", Pools.Role("Staff")))),
        pool => pool.WithRoleMapping(RoleMapping.FromToken(new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("one")), default)),
        pool => pool.WithPrincipalTags(PrincipalTagMapping.Defaults(new UserPoolReference(Pools.UserPool, null))),
    ];

    [Fact]
    public void Order_does_not_matter()
    {
        var forward = Steps.Aggregate(Pools.Empty, (pool, step) => step(pool));
        var backward = Steps.Reverse().Aggregate(Pools.Empty, (pool, step) => step(pool));

        Assert.Equal(forward, backward);
        Assert.Equal(forward.GetHashCode(), backward.GetHashCode());
        Assert.Equal(JsonTemplates.Write(forward), JsonTemplates.Write(backward));
    }

    [Fact]
    public void Each_step_makes_another_definition_and_leaves_its_input_alone() =>
        Assert.All(
            Steps,
            step =>
            {
                var before = JsonTemplates.Write(Pools.Empty);

                Assert.NotEqual(Pools.Empty, step(Pools.Empty));
                Assert.Equal(before, JsonTemplates.Write(Pools.Empty));
            }
        );

    [Fact]
    public void Every_setting_counts() =>
        Assert.All(
            new IdentityPoolSettings[]
            {
                new() { Name = "other" },
                new() { Name = "shop", AllowUnauthenticatedIdentities = true },
                new() { Name = "shop", AllowClassicFlow = true },
                new() { Name = "shop", NoUnauthenticatedRole = true },
                new() { Name = "shop", AuthenticatedRole = Pools.RoleArn },
                new() { Name = "shop", Tags = Pools.Map(("a", "b")) },
                new() { Name = "shop", LogicalId = "Pool" },
                new() { Name = "shop", DeletionPolicy = DeletionPolicy.Retain },
            },
            settings => Assert.NotEqual(Pools.Empty, IdentityPool.Create(settings))
        );

    [Fact]
    public void The_order_of_rules_is_meaning_and_stays()
    {
        var (staff, guest) = (Pools.Rule("staff", Pools.Role("Staff")), Pools.Rule("guest", Pools.Role("Visitor")));
        var google = Pools.Login(LoginProviderName.Google);

        Assert.NotEqual(Pools.Empty.WithRoleMapping(Pools.Rules(google, staff, guest)), Pools.Empty.WithRoleMapping(Pools.Rules(google, guest, staff)));
    }
}

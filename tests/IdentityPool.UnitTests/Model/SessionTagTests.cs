using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>Which roles may be assumed with session tags: those that an identity of the tagged provider can get, and never the guests' role.</summary>
public sealed class SessionTagTests
{
    private static readonly ProviderReference Google = Pools.Login(LoginProviderName.Google);
    private static readonly ProviderReference Amazon = Pools.Login(LoginProviderName.Amazon);

    private static readonly IdentityPool Pool = Pools
        .Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("Staff")), Pools.Rule("b", Pools.RoleArn)))
        .WithRoleMapping(Pools.Rules(Amazon, Pools.Rule("a", Pools.Role("Partner"))));

    [Fact]
    public void Without_principal_tags_no_role_gets_them() => Assert.Empty(Tagged(Pool));

    [Fact]
    public void Default_tags_reach_the_default_role_and_the_mapped_roles_of_their_provider() =>
        Assert.Equal(["Authenticated", "Staff"], Tagged(Pool.WithPrincipalTags(PrincipalTagMapping.Defaults(Google))));

    [Fact]
    public void Tags_of_ones_own_do_the_same() =>
        Assert.Equal(["Authenticated", "Partner"], Tagged(Pool.WithPrincipalTags(PrincipalTagMapping.Create(Amazon, Pools.Map(("team", "custom:team"))))));

    [Fact]
    public void Tags_that_are_switched_off_reach_no_role() =>
        Assert.Empty(Tagged(Pool.WithPrincipalTags(PrincipalTagMapping.Create(Google, ValueMap<TemplateValue>.Empty))));

    [Fact]
    public void A_mapping_that_comes_after_the_tags_is_reached_too() =>
        Assert.Equal(
            ["Authenticated", "Later"],
            Tagged(
                Pools.Empty.WithPrincipalTags(PrincipalTagMapping.Defaults(Google)).WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("Later"))))
            )
        );

    [Fact]
    public void A_client_of_the_tagged_user_pool_counts() =>
        Assert.Equal(
            ["Authenticated", "Staff"],
            Tagged(
                Pools
                    .Empty.WithUserPool(Pools.Client("one"))
                    .WithRoleMapping(Pools.Rules(new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("one")), Pools.Rule("a", Pools.Role("Staff"))))
                    .WithPrincipalTags(PrincipalTagMapping.Defaults(new UserPoolReference(Pools.UserPool, null)))
            )
        );

    [Fact]
    public void The_trust_policy_says_so()
    {
        var tagged = Pool.WithPrincipalTags(PrincipalTagMapping.Defaults(Google));

        Assert.Contains("sts:TagSession", tagged.AuthenticatedRole!.TrustPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("sts:TagSession", tagged.UnauthenticatedRole!.TrustPolicy, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Tagged(IdentityPool pool) =>
        pool.Roles.Where(role => role.AllowsSessionTags).Select(role => role.Name).Order(StringComparer.Ordinal);
}

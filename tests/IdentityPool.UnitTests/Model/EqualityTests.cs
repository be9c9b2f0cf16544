using IdentityPools.Model;
using IdentityPools.Template;
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

    /// <summary>What was seen of a role in IAM or in a template is a value of its own, and no part of what the role is.</summary>
    [Fact]
    public void What_was_seen_of_a_role_does_not_make_it_another_one()
    {
        var role = IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/App");
        var evidence = Seen("Allow");

        Assert.Equal(Seen("Allow"), evidence);
        Assert.Equal(Seen("Allow").GetHashCode(), evidence.GetHashCode());
        Assert.NotEqual(Seen("Deny"), evidence);
        Assert.NotEqual(evidence with { Policies = [new("app", "text")] }, evidence);
        Assert.NotEqual(evidence with { ManagedPolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }, evidence);

        Assert.Same(evidence, role.WithEvidence(evidence).Evidence);
        Assert.Equal(role, role.WithEvidence(evidence));
        Assert.Equal(role.GetHashCode(), role.WithEvidence(evidence).GetHashCode());

        static RoleEvidence Seen(string effect) => new() { Trust = TemplateMapping.Single("Effect", effect) };
    }

    [Fact]
    public void How_a_definition_came_about_does_not_make_it_another_one()
    {
        var read = Pools.Empty.ReadBy(new("work", IsSandbox: true));
        var said = IdentityPool.Create(new() { Name = "shop", AllowUnauthenticatedIdentities = false });

        Assert.NotEqual(Pools.Empty.Origin, read.Origin);
        Assert.Equal(Pools.Empty, read);
        Assert.Equal(Pools.Empty.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(Pools.Empty.Mention, said.Mention);
        Assert.Equal(Pools.Empty, said);
        Assert.Equal(Pools.Empty.GetHashCode(), said.GetHashCode());
    }
}

using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>The roles of a pool: which are one, which are refused, and what reaches them.</summary>
public sealed class RoleTests
{
    private static readonly ProviderReference Google = Pools.Login(LoginProviderName.Google);
    private static readonly ProviderReference Amazon = Pools.Login(LoginProviderName.Amazon);
    private static readonly PolicyStatement Read = Pools.Allow("s3:GetObject");
    private static readonly PolicyStatement Write = Pools.Allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:q");

    [Fact]
    public void Both_default_roles_are_managed_and_empty_unless_said_otherwise()
    {
        Assert.Equal(["Authenticated", "Unauthenticated"], Pools.Empty.Roles.Select(role => role.Name));
        Assert.All(Pools.Empty.Roles, role => Assert.True(role is { IsManaged: true, Statements.Count: 0 }));
        Assert.Null(IdentityPool.Create(new() { NoUnauthenticatedRole = true }).UnauthenticatedRole);
    }

    [Fact]
    public void A_guest_role_and_none_contradict_each_other() =>
        Refused.With(
            "UnauthenticatedRoleBothWays",
            () => IdentityPool.Create(new() { NoUnauthenticatedRole = true, UnauthenticatedRole = IdentityPoolRole.Managed("G", RoleAudience.Unauthenticated) })
        );

    [Fact]
    public void A_role_for_others_is_no_default_role() =>
        Refused.With("RoleForOtherAudience", () => IdentityPool.Create(new() { UnauthenticatedRole = Pools.Role("Staff") }));

    [Fact]
    public void The_same_role_in_two_rules_is_one_role()
    {
        var pool = Pools.Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("Staff", Read)), Pools.Rule("b", Pools.Role("Staff", Read))));

        Assert.Single(pool.Roles, role => role.Name == "Staff");
    }

    [Fact]
    public void A_grant_reaches_the_role_everywhere()
    {
        var staff = Pools.Role("Staff");
        var pool = Pools
            .Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", staff), Pools.Rule("b", staff)))
            .WithRoleMapping(Pools.Rules(Amazon, Pools.Rule("a", staff)))
            .WithRole("staff", role => role.WithStatements([Read]));

        Assert.All(pool.RoleMappings.SelectMany(mapping => mapping.Rules), rule => Assert.Equal([Read], rule.MappedRole.Statements));
        Assert.Equal([Read], Assert.Single(pool.Roles, role => role.Name == "Staff").Statements);
    }

    [Fact]
    public void A_role_that_was_granted_more_is_still_the_role_that_is_mapped_again()
    {
        var staff = Pools.Role("Staff", Read);
        var pool = Pools
            .Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", staff)))
            .WithRole("Staff", role => role.WithStatements([Write]))
            .WithRoleMapping(Pools.Rules(Amazon, Pools.Rule("a", staff)));

        Assert.Equal([Read, Write], Assert.Single(pool.Roles, role => role.Name == "Staff").Statements);
    }

    [Fact]
    public void Two_different_roles_of_one_name_are_refused() =>
        Refused.With(
            "RoleConflict",
            () => Pools.Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("Staff", Read)), Pools.Rule("b", Pools.Role("Staff", Write))))
        );

    [Fact]
    public void Role_names_that_would_share_a_logical_id_are_refused() =>
        Refused.With(
            "RoleNamesTooAlike",
            () => Pools.Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("shop-staff")), Pools.Rule("b", Pools.Role("shop.staff"))))
        );

    [Theory]
    [InlineData("Authenticated")]
    [InlineData("unauthenticated")]
    public void The_names_of_the_default_roles_mean_the_default_roles(string name) =>
        Refused.With(
            "RoleNameReserved",
            () =>
                IdentityPool
                    .Create(new() { AuthenticatedRole = Pools.RoleArn, NoUnauthenticatedRole = true })
                    .WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role(name))))
        );

    [Fact]
    public void An_unknown_role_is_refused_and_the_known_ones_are_listed()
    {
        var pool = Pools.Empty.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.Role("Staff"))));

        var fault = Refused.With("UnknownRole", () => pool.WithRole("Admin", role => role));

        Assert.Contains("Authenticated, Unauthenticated, Staff", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_takes_no_guest_role() =>
        Refused.With("MappedRoleForGuests", () => Pools.Rule("a", IdentityPoolRole.Managed("Guest", RoleAudience.Unauthenticated)));

    [Fact]
    public void A_rule_takes_no_role_without_a_name() =>
        Refused.With("MappedRoleWithoutName", () => Pools.Rule("a", IdentityPoolRole.Managed(null, RoleAudience.Authenticated)));

    [Fact]
    public void A_role_known_by_a_function_takes_no_grant() =>
        Refused.With("GrantToRoleByFunction", () => IdentityPoolRole.Existing(Pools.Ref("RoleArn")).WithStatements([Read]));

    [Fact]
    public void A_role_known_by_its_ARN_takes_a_grant_but_no_managed_policy()
    {
        var role = IdentityPoolRole.Existing(Pools.RoleArn);

        Assert.Equal([Read], role.WithStatements([Read]).Statements);
        Refused.With("ManagedPolicyOnExistingRole", () => role.WithManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess"]));
    }
}

using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>Groups of a pool's user pools, and their roles.</summary>
public sealed class UserPoolGroupTests
{
    private static readonly IdentityPoolRole Admin = Pools.Role("Admin", Pools.Allow("s3:*"));
    private static readonly UserPoolReference Users = new(Pools.UserPool, null);
    private static readonly IdentityPool Shop = Pools.Empty.WithUserPool(Pools.Client("web"));

    private static readonly IdentityPool Grouped = Shop.WithUserPoolGroups(Pools.UserPool, [Group("admins", Admin, 1), Group("all")]);

    [Fact]
    public void The_role_of_a_group_is_one_of_the_pool()
    {
        Assert.Equal(["Authenticated", "Unauthenticated", "Admin"], Grouped.Roles.Select(role => role.Name));
        Assert.Equal(["admins", "all"], Grouped.UserPoolGroups.Select(group => group.Name));
        Assert.All(Grouped.UserPoolGroups, group => Assert.Equal(Pools.UserPool, group.UserPool));

        var granted = Grouped.WithRole("admin", role => role.WithStatements([Pools.Allow("sqs:*")]));

        Assert.Equal(["s3:*", "sqs:*"], granted.UserPoolGroups[0].Role!.Statements.SelectMany(statement => statement.Actions));
        Assert.Equal(granted.FindRole("Admin"), granted.UserPoolGroups[0].Role);
    }

    [Fact]
    public void The_order_in_which_groups_were_added_does_not_matter()
    {
        var other = Shop.WithUserPoolGroups(Pools.UserPool, [Group("all")])
            .WithUserPoolGroups(UserPool.Existing(Pools.ProviderName), [Group("admins", Admin, 1)]);

        Assert.Equal(Grouped, other);
        Assert.Equal(Grouped.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(Grouped, Shop.WithUserPoolGroups(Pools.UserPool, [Group("all"), Group("admins", Admin, 2)]));
    }

    [Fact]
    public void A_group_may_name_a_role_that_the_pool_has()
    {
        var named = Grouped.WithUserPoolGroups(Pools.UserPool, [Group("editors", IdentityPoolRole.ByName("admin", RoleAudience.Authenticated))]);

        Assert.Equal(Grouped.FindRole("Admin"), named.UserPoolGroups.Single(group => group.ToString() == "editors").Role);
        Refused.With(
            nameof(Messages.UnknownRole),
            () => Shop.WithUserPoolGroups(Pools.UserPool, [Group("editors", IdentityPoolRole.ByName("Boss", RoleAudience.Authenticated))])
        );
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Refused.With(nameof(Messages.GroupRoleWithoutName), () => Group("a", IdentityPoolRole.Managed(null, RoleAudience.Authenticated)));
        Refused.With(nameof(Messages.GroupRoleForGuests), () => Group("a", IdentityPoolRole.Managed("Guest", RoleAudience.Unauthenticated)));
        Refused.With(nameof(Messages.InvalidPrecedence), () => Group("a", precedence: -1));
        Refused.With("InvalidUserPoolGroupName", () => Group("a b"));
        Refused.With("InvalidUserPoolGroupName", () => Group(new string('a', 129)));
        Refused.With("InvalidUserPoolGroupDescription", () => UserPoolGroup.Define(new() { Name = "a", Description = new string('a', 2049) }));
        Refused.With(nameof(Messages.DuplicateUserPoolGroup), () => Grouped.WithUserPoolGroups(Pools.UserPool, [Group("all")]));
        Refused.With(
            nameof(Messages.UserPoolGroupOfAnotherPool),
            () => Grouped.WithUserPoolGroups(UserPool.Existing("eu-west-1_Other"), [Grouped.UserPoolGroups[0]])
        );
        Refused.With(nameof(Messages.RoleConflict), () => Grouped.WithUserPoolGroups(Pools.UserPool, [Group("b", Pools.Role("Admin", Pools.Allow("sns:*")))]));
    }

    [Fact]
    public void Groups_that_differ_by_case_are_two() => Assert.Equal(3, Grouped.WithUserPoolGroups(Pools.UserPool, [Group("Admins")]).UserPoolGroups.Count);

    [Fact]
    public void A_group_goes_and_its_role_with_it()
    {
        var left = Grouped.WithoutUserPoolGroups(Pools.UserPool, ["admins"]);

        Assert.Equal(Shop.WithUserPoolGroups(Pools.UserPool, [Group("all")]), left);
        var missing = Refused.With(nameof(Messages.UserPoolGroupNotFound), () => Grouped.WithoutUserPoolGroups(Pools.UserPool, ["admin"]));
        Assert.Contains("admins, all", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_stay_until_the_last_client_of_their_user_pool_goes()
    {
        var two = Grouped.WithUserPool(Pools.Client("app"));
        var one = two.WithoutProviders([new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("web"))]);

        Assert.Equal(2, one.UserPoolGroups.Count);
        Assert.Empty(one.WithoutProviders([new UserPoolReference(Pools.UserPool, null, IsClientImplied: true)]).UserPoolGroups);
    }

    [Fact]
    public void A_group_needs_its_user_pool_when_the_definition_leaves()
    {
        var alone = Pools.Empty.WithUserPoolGroups(Pools.UserPool, [Group("all")]);

        Refused.With(nameof(Messages.UserPoolOfGroupMissing), () => Completeness.Check(alone));
        Completeness.Check(alone.WithUserPool(Pools.Client("web")));
    }

    [Fact]
    public void Session_tags_reach_the_role_by_a_token_mapping()
    {
        var tagged = Grouped.WithPrincipalTags(PrincipalTagMapping.Defaults(Users));

        Assert.False(tagged.FindRole("Admin").AllowsSessionTags);
        Assert.True(
            tagged
                .WithRoleMapping(RoleMapping.FromToken(Users with { IsClientImplied = true }, AmbiguousRoleResolution.Deny))
                .FindRole("Admin")
                .AllowsSessionTags
        );
    }

    [Fact]
    public void A_copy_has_groups_of_user_pools_that_are_made_with_it()
    {
        var made = UserPool.Define("people");
        var pool = Grouped
            .WithUserPoolGroups(Pools.UserPool, [Group("staff", IdentityPoolRole.Existing(Pools.RoleArn))])
            .WithUserPool(new(made, UserPoolClient.Generated, true))
            .WithUserPoolGroups(made, [Group("editors", Admin)]);

        var copy = pool.Copied("copy");

        // A group that exists has one role, which trusts the source.
        Assert.Equal(["all", "editors", "staff"], copy.UserPoolGroups.Select(group => group.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_alone_say_nothing_of_groups()
    {
        var partial = Grouped.WithSettingsAlone();

        Assert.Empty(partial.UserPoolGroups);
        Assert.Contains(nameof(IdentityPool.UserPoolGroups), partial.UnreadParts);
        Refused.With(nameof(Messages.PoolIsPartial), () => partial.WithUserPoolGroups(Pools.UserPool, [Group("b")]));
    }

    [Fact]
    public void What_an_older_version_stored_has_no_groups()
    {
        var value = Assert.IsType<TemplateMapping>(StoredFields.Write(Shop));
        var older = StoredDefinition
            .Write(nameof(IdentityPool), new TemplateMapping(value.Where(entry => entry.Key != nameof(IdentityPool.UserPoolGroups))))
            .Replace($"\"Version\":{StoredDefinition.Version}", "\"Version\":2", StringComparison.Ordinal);

        Assert.Equal(Shop, StoredDefinition.Read(older));
    }

    internal static UserPoolGroup Group(string name, IdentityPoolRole? role = null, int? precedence = null) =>
        UserPoolGroup.Define(
            new()
            {
                Name = name,
                Role = role,
                Precedence = precedence,
            }
        );
}

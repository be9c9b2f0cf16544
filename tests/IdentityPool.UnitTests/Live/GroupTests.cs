using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Groups of user pools in an account.</summary>
public sealed class GroupTests
{
    private static readonly IdentityPoolRole Admin = Pools.Role("Admin", Pools.Allow("s3:*"));
    private static readonly UserPoolReference Web = new(Pools.UserPool, UserPoolClient.Existing("web"));

    private static readonly IdentityPool Users = Pools
        .Empty.WithUserPool(Pools.Client("web"))
        .WithRoleMapping(RoleMapping.FromToken(Web, AmbiguousRoleResolution.Deny));

    private static readonly IdentityPool Shop = Users.WithUserPoolGroups(Pools.UserPool, [Group("admins", Admin, 1), Group("all")]);

    private readonly Account account = new();

    [Fact]
    public async Task Groups_are_made_after_their_roles_and_read_again()
    {
        var published = await account.PublishAsync(Shop);

        var made = account.Mutations.Select(call => call.Operation).ToList();
        Assert.Equal(2, made.Count(call => call == "CreateGroup"));
        Assert.True(made.LastIndexOf("CreateRole") < made.IndexOf("CreateGroup"));
        Assert.Equal(["admins", "all"], published.UserPoolGroups.Select(group => group.ToString()));
        var read = await account.ReadAsync(published.Id!);
        Assert.Equal(published.UserPoolGroups, read.UserPoolGroups);
        Assert.True(read.UserPoolGroups[0].Role!.IsManaged);
        Assert.Contains(read.Roles, role => role.Name == "Admin");
    }

    [Fact]
    public async Task Publishing_again_changes_nothing()
    {
        var published = await account.PublishAsync(Shop);
        account.Sandbox.ClearCalls();

        await account.PublishAsync(Shop);
        await account.PublishAsync(await account.ReadAsync(published.Id!));

        Assert.Empty(account.Mutations);
        Assert.Null((await account.PlanAsync(Shop)).Hash);
    }

    [Fact]
    public async Task Only_a_token_mapping_or_groups_of_the_definition_cost_calls()
    {
        var rules = Pools
            .Empty.WithUserPool(Pools.Client("web"))
            .WithRoleMapping(RoleMapping.FromRules(Web, [Pools.Rule("a@shop", Admin)], AmbiguousRoleResolution.Deny));
        var published = await account.PublishAsync(rules);
        await account.ReadAsync(published.Id!);
        await account.RemoveAsync(published.Id!);
        Assert.DoesNotContain(account.Sandbox.Calls, call => call.Operation.EndsWith("Groups", StringComparison.Ordinal));

        var token = await account.PublishAsync(Users);
        account.Sandbox.ClearCalls();
        await account.PublishAsync(Users);
        Assert.DoesNotContain(account.Sandbox.Calls, call => call.Operation == "ListGroups");
        await account.ReadAsync(token.Id!);
        Assert.Single(account.Sandbox.Calls, call => call.Operation == "ListGroups");
    }

    [Fact]
    public async Task A_group_that_was_changed_is_updated_as_a_whole()
    {
        await account.PublishAsync(Shop);

        var plan = await account.PlanAsync(Users.WithUserPoolGroups(Pools.UserPool, [Group("admins", Admin, 5), Group("all")]));

        var change = Assert.Single(plan.Changes, change => change.Kind == ChangeKind.Update);
        Assert.Equal("UserPoolGroups[eu-west-1_Ab1Cd2Ef3/admins].Precedence", change.Path);
        Assert.Equal(("1", "5", "cognito-idp:UpdateGroup"), (change.Before, change.After, change.Operation));
        var step = Assert.IsType<PlanStep.UpdateGroup>(Assert.Single(plan.Steps));
        Assert.NotNull(step.Group.RoleArn);
    }

    [Fact]
    public async Task What_a_definition_does_not_say_of_a_group_stays_and_is_told()
    {
        await account.PublishAsync(Shop);

        var plan = await account.PlanAsync(Users.WithUserPoolGroups(Pools.UserPool, [Group("admins")]), new() { Prune = true });

        Assert.DoesNotContain(plan.Steps, step => step is PlanStep.DeleteGroup or PlanStep.UpdateGroup or PlanStep.DeleteRole);
        Assert.Contains(plan.Kept, kept => kept.Path == "UserPoolGroups[eu-west-1_Ab1Cd2Ef3/admins].Role");
    }

    [Fact]
    public async Task A_group_of_somebody_else_is_changed_only_where_that_is_meant()
    {
        var one = await account.PublishAsync(Shop);
        var other = IdentityPool
            .Create(new() { Name = "other" })
            .WithUserPool(Pools.Client("web"))
            .WithUserPoolGroups(Pools.UserPool, [Group("admins", Pools.Role("Boss"))]);
        account.Sandbox.ClearCalls();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(other));

        Assert.Equal(nameof(Messages.GroupHasOtherRole), fault.ErrorId);
        Assert.Contains(one.FindRole("Admin").TypedArn!.Literal!, fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
        await account.PublishAsync(other, new() { Adopt = true });
        Assert.Single(account.Mutations, call => call.Operation == "UpdateGroup");
    }

    [Fact]
    public async Task A_group_without_a_role_gets_one()
    {
        await account.PublishAsync(Users.WithUserPoolGroups(Pools.UserPool, [Group("admins")]));

        var published = await account.PublishAsync(Users.WithUserPoolGroups(Pools.UserPool, [Group("admins", Admin)]));

        Assert.Equal("Admin", Assert.Single((await account.ReadAsync(published.Id!)).UserPoolGroups).Role!.Name);
    }

    [Fact]
    public async Task A_group_that_was_taken_out_of_what_was_read_is_deleted_and_its_role_with_it()
    {
        var published = await account.PublishAsync(Shop);
        var read = await account.ReadAsync(published.Id!);
        account.Sandbox.ClearCalls();

        await account.PublishAsync(read.WithoutUserPoolGroups(Pools.UserPool, ["admins"]));

        var made = account.Mutations.Select(call => call.Operation).ToList();
        Assert.Equal(["DeleteGroup", "DeleteRole"], made.Where(call => call is "DeleteGroup" or "DeleteRole"));
        Assert.Equal(["all"], (await account.ReadAsync(published.Id!)).UserPoolGroups.Select(group => group.ToString()));
    }

    [Fact]
    public async Task A_user_pool_that_is_taken_out_keeps_its_groups()
    {
        var published = await account.PublishAsync(Shop);
        var read = await account.ReadAsync(published.Id!);
        account.Sandbox.ClearCalls();

        await account.PublishAsync(read.WithoutProviders([Web]));

        Assert.DoesNotContain(account.Mutations, call => call.Operation is "DeleteGroup" or "DeleteRole");
    }

    [Fact]
    public async Task Groups_that_may_not_be_read_are_unknown()
    {
        var published = await account.PublishAsync(Shop);
        account.Sandbox.DenyAction("cognito-idp:ListGroups");
        account.Sandbox.ClearCalls();

        var read = await account.ReadAsync(published.Id!);
        var plan = await account.PlanAsync(Shop);

        Assert.Empty(read.UserPoolGroups);
        Assert.All(account.Warnings, warning => Assert.Contains("cognito-idp:ListGroups", warning, StringComparison.Ordinal));
        Assert.Equal(2, account.Warnings.Count);
        Assert.Empty(plan.Steps);
        Assert.Equal(2, plan.Kept.Count(kept => kept.Path.StartsWith("UserPoolGroups", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Groups_and_their_roles_are_examined_although_the_definition_does_not_mention_them()
    {
        await account.PublishAsync(Shop);
        account.Sandbox.ClearCalls();

        // Of a pool that exists, and of which nothing is known but what the definition says.
        var surroundings = await account.Service.ExamineAsync(Users, account, TestContext.Current.CancellationToken);

        Assert.Equal(["admins", "all"], surroundings.Groups.Select(group => group.ToString()));
        var role = Assert.Single(surroundings.Roles).Value;
        Assert.NotNull(role.Trust);
        Assert.Contains(FindingSet.Evaluate(Users, surroundings), finding => finding.RuleId == FindingRuleId.WildcardAction);
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task Groups_that_may_not_be_examined_are_a_warning()
    {
        await account.PublishAsync(Shop);
        account.Sandbox.DenyAction("cognito-idp:ListGroups");

        var surroundings = await account.Service.ExamineAsync(Users, account, TestContext.Current.CancellationToken);

        Assert.Empty(surroundings.Groups);
        Assert.Contains("cognito-idp:ListGroups", Assert.Single(account.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_roles_of_groups_are_read_than_a_hundred()
    {
        await account.PublishAsync(
            Users.WithUserPoolGroups(Pools.UserPool, [.. Enumerable.Range(0, 101).Select(number => Group($"g{number}", Pools.Role($"R{number}")))])
        );
        account.Sandbox.ClearCalls();

        var surroundings = await account.Service.ExamineAsync(Users, account, TestContext.Current.CancellationToken);

        Assert.Equal((101, 100), (surroundings.Groups.Count, surroundings.Roles.Count));
        Assert.Contains("101", Assert.Single(account.Warnings), StringComparison.Ordinal);
        Assert.True(account.Sandbox.Calls.Count(call => call.Operation == "ListGroups") > 1);
    }

    [Fact]
    public async Task No_group_names_a_role_that_is_gone()
    {
        var published = await account.PublishAsync(Shop);
        var arn = published.FindRole("Admin").TypedArn!.Literal!;

        var plan = await account.Service.PlanRemovalAsync(published.Id!, new(), account, TestContext.Current.CancellationToken);

        Assert.Contains("'admins'", Assert.Single(plan.Kept, part => part.Arn == arn).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Steps, step => step is PlanStep.DeleteRole role && arn.EndsWith(role.RoleName, StringComparison.Ordinal));
        Assert.Equal(2, plan.Steps.Count(step => step is PlanStep.DeleteRole));
    }

    [Fact]
    public async Task A_role_that_stays_for_a_group_stays_when_the_pool_is_removed_again()
    {
        var published = await account.PublishAsync(Shop);
        await account.RemoveAsync(published.Id!);
        account.Sandbox.ClearCalls();

        await Assert.ThrowsAsync<IdentityPools.Ports.ServiceException>(() => account.RemoveAsync(published.Id!));

        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_role_that_a_group_has_is_not_pruned()
    {
        await account.PublishAsync(Shop);
        var without = Pools.Empty.WithUserPool(Pools.Client("web"));

        var plan = await account.PlanAsync(without, new() { Prune = true });
        account.Sandbox.DenyAction("cognito-idp:ListGroups");
        var blind = await account.PlanAsync(without, new() { Prune = true });

        Assert.DoesNotContain(plan.Steps.Concat(blind.Steps), step => step is PlanStep.DeleteRole or PlanStep.DeleteGroup);
        Assert.Contains(blind.Kept, kept => kept.Path == "Roles[Admin]" && kept.Remedy!.Contains("A group may have", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_creation_that_fails_takes_its_groups_back()
    {
        await account.PublishAsync(Users.WithUserPoolGroups(Pools.UserPool, [Group("old")]));
        var before = AccountState.Of(account.Sandbox);
        account.Sandbox.DenyAction("cognito-identity:SetPrincipalTagAttributeMap");
        var other = IdentityPool
            .Create(new() { Name = "other" })
            .WithUserPool(Pools.Client("web"))
            .WithUserPoolGroups(Pools.UserPool, [Group("old", Pools.Role("Old")), Group("new", Pools.Role("New"))])
            .WithPrincipalTags(PrincipalTagMapping.Defaults(new UserPoolReference(Pools.UserPool, null)));

        await Assert.ThrowsAsync<IdentityPools.Ports.ServiceException>(() => account.PublishAsync(other));

        Assert.DoesNotContain(
            AccountState.Difference(before, AccountState.Of(account.Sandbox)),
            line => !line.Contains("LastModifiedDate", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Two_definitions_are_compared_by_their_groups()
    {
        var changes = DefinitionComparison.Compare(Shop, Users, prune: false);

        Assert.Contains(changes, change => change is { Path: "UserPoolGroups[eu-west-1_Ab1Cd2Ef3/admins]", Kind: ChangeKind.Create });
        Assert.Empty(DefinitionComparison.Compare(Shop, Shop, prune: false));
        await Task.CompletedTask;
    }

    private static UserPoolGroup Group(string name, IdentityPoolRole? role = null, int? precedence = null) =>
        IdentityPools.UnitTests.Model.UserPoolGroupTests.Group(name, role, precedence);
}

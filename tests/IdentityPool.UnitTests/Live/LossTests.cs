using System.Text.Json.Nodes;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What a plan may take away, and what it must not: parts that the definition does not mention, and all that others made.</summary>
public sealed class LossTests
{
    private const string Foreign = "arn:aws:iam::123456789012:role/Legacy";
    private const string Office = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess";

    private readonly Account account = new();

    [Fact]
    public async Task Pruning_takes_members_of_lists_and_neither_flags_nor_default_roles()
    {
        var published = await account.PublishAsync(Rich.Definition);
        var before = await account.ReadAsync(published.Id!);

        await account.PublishAsync(Pools.Empty, new() { Prune = true });

        var after = await account.ReadAsync(published.Id!);
        Assert.Equal(
            (before.AllowUnauthenticatedIdentities, before.AllowClassicFlow, before.TypedDeveloperProviderName),
            (after.AllowUnauthenticatedIdentities, after.AllowClassicFlow, after.TypedDeveloperProviderName)
        );
        Assert.Equal(before.AuthenticatedRole!.TypedArn, after.AuthenticatedRole!.TypedArn);
        Assert.Equal(before.AuthenticatedRole.Statements, after.AuthenticatedRole.Statements);
        Assert.Equal(before.AuthenticatedRole.TypedManagedPolicyArns, after.AuthenticatedRole.TypedManagedPolicyArns);
        Assert.Equal(before.UnauthenticatedRole!.TypedArn, after.UnauthenticatedRole!.TypedArn);
        Assert.Empty(after.UserPools);
        Assert.Empty(after.LoginProviders);
        Assert.Empty(after.OpenIdConnectProviders);
        Assert.Empty(after.SamlProviders);
        Assert.Empty(after.RoleMappings);
        Assert.Empty(after.PrincipalTags);
        Assert.Empty(after.TypedTags);
        var left = await Inventory.OfAsync(account.Sandbox);
        Assert.Equal("Authenticated Unauthenticated", left.Roles);
        // The client of the user pool that others made is detached and stays; user pools and providers of IAM stay too.
        Assert.Equal("app web", left.Clients);
        Assert.Contains("customers", left.UserPools, StringComparison.Ordinal);
        Assert.Contains("saml-provider/Office", left.Providers, StringComparison.Ordinal);
        Assert.Empty((await account.PlanAsync(Pools.Empty, new() { Prune = true })).Steps);
    }

    [Fact]
    public async Task What_others_put_on_a_role_stays_until_it_is_pruned()
    {
        var definition = Pools.Empty.WithRole(IdentityPoolRole.AuthenticatedName, role => role.WithStatements([Pools.Allow("s3:GetObject")]));
        var published = await account.PublishAsync(definition);
        var name = published.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1];
        Invoke("PutRolePolicy", ("RoleName", name), ("PolicyName", "Security"), ("PolicyDocument", Deny));
        Invoke("AttachRolePolicy", ("RoleName", name), ("PolicyArn", Office));
        Invoke("PutRolePermissionsBoundary", ("RoleName", name), ("PermissionsBoundary", Office));

        var plan = await account.PlanAsync(definition);
        var published2 = await account.PublishAsync(definition);

        Assert.Empty(plan.Steps);
        Assert.Equal(
            ["Roles[Authenticated].InlinePolicies[Security]", "Roles[Authenticated].ManagedPolicyArns", "Roles[Authenticated].PermissionsBoundary"],
            plan.Kept.Select(change => change.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(plan.Kept, change => Assert.NotNull(change.Remedy));
        Assert.Equal(await account.ReadAsync(published.Id!), published2);
        await account.PublishAsync(definition, new() { Prune = true });
        var role = (await account.ReadAsync(published.Id!)).AuthenticatedRole!;
        Assert.Equal(["IdentityPoolPermissions"], role.InlinePolicies.Keys);
        Assert.Empty(role.TypedManagedPolicyArns);
        Assert.Equal(Office, role.TypedPermissionsBoundary!.Literal);
    }

    [Fact]
    public async Task A_managed_policy_that_was_attached_from_here_goes_with_its_mention()
    {
        var role = IdentityPoolRole.Managed(null, RoleAudience.Authenticated);
        var readOnly = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = role.WithManagedPolicies([readOnly]) }));

        var plan = await account.PlanAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = role }));
        var published = await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = role }));

        Assert.Equal(readOnly, Assert.Single(plan.Losses).Before);
        Assert.Empty(published.AuthenticatedRole!.TypedManagedPolicyArns);
        Assert.Empty((await account.ReadAsync(published.Id!)).AuthenticatedRole!.TypedManagedPolicyArns);
        Assert.Empty((await account.PlanAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = role }))).Changes);
    }

    [Fact]
    public async Task A_role_of_others_that_is_replaced_is_a_loss_that_names_what_it_may_do()
    {
        AddForeign();
        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = Foreign }));

        var plan = await account.PlanAsync(
            IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated) })
        );

        Assert.Contains(plan.Losses, change => change.Path == "AuthenticatedRole");
        var loss = Assert.Single(plan.Losses, change => change.Kind == ChangeKind.Delete);
        Assert.Equal($"Roles[{Foreign}]", loss.Path);
        Assert.Contains("s3:GetObject", loss.Before, StringComparison.Ordinal);
        Assert.Contains(Office, loss.Before, StringComparison.Ordinal);
        Assert.Equal("cognito-identity:SetIdentityPoolRoles", loss.Operation);
    }

    [Fact]
    public async Task A_role_of_others_that_a_mapping_no_longer_gives_is_a_loss_too()
    {
        AddForeign();
        var facebook = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"));
        await account.PublishAsync(facebook.WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Facebook), Pools.Rule("a@example.com", Foreign))));

        var plan = await account.PlanAsync(
            facebook.WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Facebook), Pools.Rule("a@example.com", Rich.Admin)))
        );

        Assert.Contains(plan.Losses, loss => loss.Path == $"Roles[{Foreign}]");
    }

    [Fact]
    public async Task Permissions_that_may_not_be_read_are_unknown_and_the_loss_is_told_all_the_same()
    {
        AddForeign();
        await account.PublishAsync(
            IdentityPool.Create(
                new()
                {
                    Name = "shop",
                    NoUnauthenticatedRole = true,
                    AuthenticatedRole = Foreign,
                }
            )
        );
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/Other");
        account.Sandbox.DenyAction("iam:ListRolePolicies");

        var plan = await account.PlanAsync(
            IdentityPool.Create(
                new()
                {
                    Name = "shop",
                    NoUnauthenticatedRole = true,
                    AuthenticatedRole = "arn:aws:iam::123456789012:role/Other",
                }
            )
        );

        Assert.Equal(Messages.PermissionsUnknown, Assert.Single(plan.Losses, change => change.Kind == ChangeKind.Delete).Before);
        Assert.Contains(account.Warnings, warning => warning.Contains(Foreign, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_of_the_pool_that_is_only_detached_stays_and_is_told()
    {
        var published = await account.PublishAsync(Pools.Empty);
        var none = IdentityPool.Create(new() { Name = "shop", NoUnauthenticatedRole = true });

        var plan = await account.PlanAsync(none);
        await account.PublishAsync(none);

        Assert.Equal(["UnauthenticatedRole"], plan.Losses.Select(loss => loss.Path));
        Assert.Equal(published.UnauthenticatedRole!.TypedArn!.Literal, Assert.Single(plan.Kept, change => change.Path == "Roles[Unauthenticated]").Before);
        Assert.Equal("Authenticated Unauthenticated", (await Inventory.OfAsync(account.Sandbox)).Roles);
        await account.PublishAsync(none, new() { Prune = true });
        Assert.Equal("Authenticated", (await Inventory.OfAsync(account.Sandbox)).Roles);
    }

    [Fact]
    public async Task A_role_that_bears_the_name_of_the_pool_and_not_its_tags_is_never_deleted()
    {
        var published = await account.PublishAsync(Pools.Empty);
        account.Sandbox.AddRole($"arn:aws:iam::123456789012:role/Stranger-{published.Id!.Split(':')[1]}");

        await account.PublishAsync(Pools.Empty, new() { Prune = true });

        Assert.Equal("Authenticated Stranger Unauthenticated", (await Inventory.OfAsync(account.Sandbox)).Roles);
    }

    [Fact]
    public async Task The_trust_of_a_role_of_others_is_never_changed_and_session_tags_that_it_forbids_stop_the_plan()
    {
        AddForeign();
        var facebook = IdentityPool
            .Create(new() { Name = "shop", AuthenticatedRole = Foreign })
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"));
        var published = await account.PublishAsync(facebook);
        Invoke("UpdateAssumeRolePolicy", ("RoleName", "Legacy"), ("PolicyDocument", Trust(published.Id!, "sts:AssumeRoleWithWebIdentity")));
        var tagged = facebook.WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Facebook)));
        account.Sandbox.ClearCalls();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(tagged));

        Assert.Equal(nameof(Messages.RoleForbidsSessionTags), fault.ErrorId);
        Assert.Contains(Foreign, fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
        Invoke("UpdateAssumeRolePolicy", ("RoleName", "Legacy"), ("PolicyDocument", Trust(published.Id!, "sts:AssumeRoleWithWebIdentity", "sts:TagSession")));
        await account.PublishAsync(tagged);
        Assert.Empty((await account.PlanAsync(tagged)).Steps);
    }

    [Fact]
    public async Task Tags_that_AWS_sets_itself_are_never_pruned()
    {
        var plan = await account.PlanAsync(await account.PublishAsync(Pools.Empty), new() { Prune = true });
        var changes = new ChangeList("shop");

        new TagChanges(changes, "Tags", StringComparer.Ordinal, "shop").Plan(
            plan.Actual.Pool!.Tags,
            ValueMap<string>.Create(plan.Actual.Pool.Tags.Append(new("aws:cloudformation:stack-name", "shop"))),
            _ => true,
            _ => "",
            tags => new PlanStep.TagPool("shop", tags),
            keys => new PlanStep.UntagPool("shop", keys)
        );

        Assert.Empty(changes.Steps);
        Assert.Empty(changes.Kept);
    }

    private const string Deny =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";

    private void AddForeign()
    {
        account.Sandbox.AddRole(Foreign);
        Invoke(
            "PutRolePolicy",
            ("RoleName", "Legacy"),
            ("PolicyName", "Old"),
            ("PolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""")
        );
        Invoke("AttachRolePolicy", ("RoleName", "Legacy"), ("PolicyArn", Office));
    }

    private static string Trust(string poolId, params string[] actions) =>
        new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(
                new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Federated"] = "cognito-identity.amazonaws.com" },
                    ["Action"] = new JsonArray([.. actions.Select(action => (JsonNode)action)]),
                    ["Condition"] = new JsonObject
                    {
                        ["StringEquals"] = new JsonObject { ["cognito-identity.amazonaws.com:aud"] = poolId },
                        ["ForAnyValue:StringLike"] = new JsonObject { ["cognito-identity.amazonaws.com:amr"] = "authenticated" },
                    },
                }
            ),
        }.ToJsonString();

    private void Invoke(string operation, params (string Name, string Value)[] members) =>
        account.Sandbox.Invoke(operation, new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString());
}

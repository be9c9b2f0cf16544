using IdentityPools.Model;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What a definition does not mention stays as AWS has it, byte by byte, and the plan tells it.</summary>
public sealed class PartialDefinitionTests
{
    private const string Foreign = "arn:aws:iam::123456789012:role/console/Foreign";

    private static readonly IdentityPool OneMore = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google"));
    private static readonly PrincipalTagMapping Tags = PrincipalTagMapping.Create(Pools.Login(LoginProviderName.Google), Pools.Map(("team", "hd")));

    private readonly Account account = new();

    [Fact]
    public async Task A_provider_more_is_all_that_changes()
    {
        await account.PublishAsync(Rich.Definition.WithRole("Unauthenticated", role => role.WithStatements([Pools.Allow("s3:GetObject")])));
        var before = AccountState.Of(account.Sandbox);

        await account.PublishAsync(OneMore);

        Assert.Equal(["+ pool SupportedLoginProviders accounts.google.com: \"google\""], AccountState.Difference(before, AccountState.Of(account.Sandbox)));
    }

    [Fact]
    public async Task What_stays_is_told_with_the_way_to_remove_it()
    {
        var published = await account.PublishAsync(Rich.Definition);
        AccountState.Rewrite(account.Sandbox, published.Id!, pool => pool["AllowClassicFlow"] = true);

        var plan = await account.PlanAsync(OneMore);

        var kept = plan.Kept.ToLookup(change => change.Path, change => (change.Kind, change.Before, change.Remedy));
        Assert.Equal(
            (ChangeKind.Keep, "true", "New-IdentityPool -AllowUnauthenticatedIdentities:$false changes it"),
            Assert.Single(kept["AllowUnauthenticatedIdentities"])
        );
        Assert.Equal((ChangeKind.Keep, "true", "New-IdentityPool -AllowClassicFlow:$false changes it"), Assert.Single(kept["AllowClassicFlow"]));
        Assert.Equal((ChangeKind.Keep, "login.shop", Messages.KeptForGood), Assert.Single(kept["DeveloperProviderName"]));
        Assert.Equal(Messages.KeptUntilPrune, Assert.Single(kept["LoginProviders[graph.facebook.com]"]).Remedy);
        Assert.Equal(Messages.KeptUntilPrune, Assert.Single(kept["PrincipalTags[graph.facebook.com]"]).Remedy);
        Assert.Equal(Messages.KeptUntilPrune, Assert.Single(kept["RoleMappings[graph.facebook.com]"]).Remedy);
        Assert.Equal(Messages.KeptUntilPrune, Assert.Single(kept["Tags[team]"]).Remedy);
        Assert.Equal(
            "New-IdentityPool -AuthenticatedRole (New-IdentityPoolRole) sets the role's permissions",
            Assert.Single(kept["Roles[Authenticated].Statements"]).Remedy
        );
        Assert.Equal("Users of the shop", Assert.Single(kept["Roles[Authenticated].Description"]).Before);
        Assert.Single(kept["Roles[Authenticated].ManagedPolicyArns"]);
        Assert.All(plan.Kept, change => Assert.False(string.IsNullOrEmpty(change.Remedy)));
    }

    [Fact]
    public async Task A_flag_that_only_a_deployed_stack_knows_is_not_published()
    {
        var published = await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", AllowUnauthenticatedIdentities = true }));
        AccountState.Rewrite(account.Sandbox, published.Id!, pool => pool["AllowClassicFlow"] = true);
        var imported = Assert.Single(
            JsonTemplates
                .Import(
                    $$"""
                    { "Parameters": { "Open": { "Type": "String" } }, "Resources": { "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": {
                      "IdentityPoolName": "{{Pools.Empty.TypedName}}", "AllowUnauthenticatedIdentities": { "Ref": "Open" }, "AllowClassicFlow": { "Ref": "Open" } } } } }
                    """
                )
                .Pools
        );

        var before = AccountState.Of(account.Sandbox);
        var error = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(imported));

        Assert.Equal("PoolUntold", error.ErrorId);
        Assert.Contains("AllowUnauthenticatedIdentities", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowClassicFlow", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, AccountState.Of(account.Sandbox));
    }

    [Fact]
    public async Task What_is_as_a_new_pool_would_have_it_is_no_difference()
    {
        await account.PublishAsync(OneMore);

        Assert.Empty((await account.PlanAsync(OneMore)).Kept);
    }

    [Fact]
    public async Task A_pool_that_is_taken_over_keeps_its_own_roles()
    {
        var id = await account.SeedAsync("shop");
        account.Sandbox.AddRole(Foreign, Trust(id));
        account.Sandbox.Invoke("SetIdentityPoolRoles", $$$"""{"IdentityPoolId":"{{{id}}}","Roles":{"authenticated":"{{{Foreign}}}"}}""");
        var before = AccountState.Of(account.Sandbox);

        var plan = await account.PlanAsync(OneMore, new() { Adopt = true });
        await account.PublishAsync(OneMore, new() { Adopt = true });

        Assert.All(
            AccountState.Difference(before, AccountState.Of(account.Sandbox)),
            line => Assert.Matches("^[+] pool (SupportedLoginProviders accounts.google.com|IdentityPoolTags IdentityPool:(Managed|Adopted)): ", line)
        );
        Assert.Equal(Foreign, Assert.Single(plan.Kept, change => change.Path == "AuthenticatedRole").Before);
        Assert.Equal(Messages.None, Assert.Single(plan.Kept, change => change.Path == "UnauthenticatedRole").Before);
    }

    [Fact]
    public async Task A_pool_that_was_taken_over_without_roles_gets_none_later()
    {
        await account.SeedAsync("shop");
        await account.PublishAsync(OneMore, new() { Adopt = true });
        account.Sandbox.ClearCalls();

        await account.PublishAsync(OneMore);

        Assert.Empty(account.Mutations);
        Assert.Empty((await account.ReadAsync((await account.PlanAsync(OneMore)).Id!)).Roles);
    }

    [Fact]
    public async Task Roles_that_somebody_detached_are_not_given_again_with_what_they_may_do()
    {
        var granted = OneMore.WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject")]));
        var published = await account.PublishAsync(granted);
        account.Sandbox.Invoke("SetIdentityPoolRoles", $$$"""{"IdentityPoolId":"{{{published.Id}}}","Roles":{}}""");

        await account.PublishAsync(OneMore);

        Assert.Null((await account.ReadAsync(published.Id!)).AuthenticatedRole);
    }

    [Fact]
    public async Task A_role_that_is_named_becomes_as_it_is_defined()
    {
        var published = await account.PublishAsync(Rich.Definition);

        await account.PublishAsync(
            IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated) })
        );

        var role = (await account.ReadAsync(published.Id!)).AuthenticatedRole!;
        Assert.Empty(role.Statements);
        Assert.Empty(role.TypedManagedPolicyArns);
    }

    [Fact]
    public async Task That_there_shall_be_no_role_of_guests_is_said()
    {
        var published = await account.PublishAsync(OneMore);

        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", NoUnauthenticatedRole = true }));

        Assert.Null((await account.ReadAsync(published.Id!)).UnauthenticatedRole);
    }

    [Fact]
    public async Task A_flag_that_is_said_is_written()
    {
        var published = await account.PublishAsync(Rich.Definition);

        await account.PublishAsync(
            IdentityPool.Create(
                new()
                {
                    Name = "shop",
                    AllowUnauthenticatedIdentities = false,
                    AllowClassicFlow = true,
                }
            )
        );

        var read = await account.ReadAsync(published.Id!);
        Assert.False(read.AllowUnauthenticatedIdentities);
        Assert.True(read.AllowClassicFlow);
    }

    [Fact]
    public async Task What_was_read_is_mentioned_to_the_last_flag()
    {
        var read = await account.ReadAsync((await account.PublishAsync(Pools.Empty)).Id!);
        await account.PublishAsync(
            IdentityPool.Create(
                new()
                {
                    Name = "shop",
                    AllowUnauthenticatedIdentities = true,
                    AllowClassicFlow = true,
                    NoUnauthenticatedRole = true,
                }
            )
        );

        await account.PublishAsync(read, new() { Overwrite = true });

        Assert.Equal(read, await account.ReadAsync(read.Id!));
    }

    [Fact]
    public async Task Session_tags_that_stay_keep_their_place_in_the_trust_of_a_role_that_is_named()
    {
        var role = IdentityPoolRole.Managed(null, RoleAudience.Authenticated).WithStatements([Pools.Allow("s3:GetObject")]);
        var named = IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = role });
        await account.PublishAsync(named.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google")).WithPrincipalTags(Tags));

        var plan = await account.PlanAsync(named);

        Assert.Empty(plan.Steps);
        Assert.Contains(plan.Kept, change => change.Path == "PrincipalTags[accounts.google.com]");
    }

    [Fact]
    public async Task Trust_allows_session_tags_before_they_are_set_and_until_they_are_cleared()
    {
        await account.PublishAsync(OneMore);

        var setting = await account.PlanAsync(OneMore.WithPrincipalTags(Tags));
        Assert.Equal(["iam:UpdateAssumeRolePolicy", "cognito-identity:SetPrincipalTagAttributeMap"], setting.Steps.Select(step => step.Operation));
        var published = await account.PublishAsync(OneMore.WithPrincipalTags(Tags));
        Assert.Contains("sts:TagSession", published.AuthenticatedRole!.TrustPolicy!, StringComparison.Ordinal);
        Assert.DoesNotContain("sts:TagSession", published.UnauthenticatedRole!.TrustPolicy!, StringComparison.Ordinal);
        Assert.Equal(published, await account.ReadAsync(published.Id!));
        Assert.Empty((await account.PlanAsync(OneMore.WithPrincipalTags(Tags))).Steps);

        var clearing = await account.PlanAsync(OneMore, new() { Prune = true });
        Assert.Equal(["cognito-identity:SetPrincipalTagAttributeMap", "iam:UpdateAssumeRolePolicy"], clearing.Steps.Select(step => step.Operation));
        var cleared = await account.PublishAsync(OneMore, new() { Prune = true });
        Assert.DoesNotContain("sts:TagSession", cleared.AuthenticatedRole!.TrustPolicy!, StringComparison.Ordinal);
        Assert.Equal(cleared, await account.ReadAsync(cleared.Id!));
    }

    [Fact]
    public async Task A_mapping_that_stays_keeps_its_role_reachable_when_session_tags_come()
    {
        await account.PublishAsync(OneMore.WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Google), Pools.Rule("a@example.com", Rich.Admin))));

        var published = await account.PublishAsync(OneMore.WithPrincipalTags(Tags));

        Assert.All(
            published.Roles.Where(role => role.For == RoleAudience.Authenticated),
            role => Assert.Contains("sts:TagSession", role.TrustPolicy!, StringComparison.Ordinal)
        );
        Assert.Equal(published, await account.ReadAsync(published.Id!));
    }

    [Fact]
    public async Task A_trust_that_somebody_wrote_stays_but_for_session_tags()
    {
        var published = await account.PublishAsync(OneMore);
        var name = Arn.Parse(published.AuthenticatedRole!.TypedArn!.Literal!).Name;
        var strict = Trust(published.Id!)
            .Replace("\"StringEquals\":{", "\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"},\"StringEquals\":{", StringComparison.Ordinal);
        account.Sandbox.Invoke(
            "UpdateAssumeRolePolicy",
            new System.Text.Json.Nodes.JsonObject { ["RoleName"] = name, ["PolicyDocument"] = strict }.ToJsonString()
        );

        await account.PublishAsync(OneMore.WithPrincipalTags(Tags));

        var trust = (await account.ReadAsync(published.Id!)).AuthenticatedRole!.TrustPolicy!;
        Assert.Contains("192.0.2.0/24", trust, StringComparison.Ordinal);
        Assert.Contains("sts:TagSession", trust, StringComparison.Ordinal);
        Assert.Contains((await account.PlanAsync(OneMore)).Kept, change => change.Path == "Roles[Authenticated].TrustPolicy");
    }

    [Fact]
    public async Task A_template_that_says_nothing_of_a_property_changes_nothing_of_it()
    {
        const string Template =
            """{"Resources":{"Shop":{"Type":"AWS::Cognito::IdentityPool","Properties":{"IdentityPoolName":"shop","SupportedLoginProviders":{"accounts.google.com":"google"}}}}}""";
        await account.PublishAsync(Rich.Definition);
        var before = AccountState.Of(account.Sandbox);
        var imported = JsonTemplates.Import(Template).Pools.Single();

        await account.PublishAsync(imported);

        Assert.Null(imported.AllowClassicFlow);
        Assert.Equal(["+ pool SupportedLoginProviders accounts.google.com: \"google\""], AccountState.Difference(before, AccountState.Of(account.Sandbox)));
    }

    private static string Trust(string poolId) =>
        $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"{{{{poolId}}}}"},"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}}]}""";
}

using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>A pool of which only what DescribeIdentityPool tells was read: it costs one call, and publishing it touches nothing else.</summary>
public sealed class PoolDetailTests
{
    private static readonly ProviderReference Facebook = Pools.Login(LoginProviderName.Facebook);
    private static readonly ProviderReference Google = Pools.Login(LoginProviderName.Google);
    private static readonly ProviderReference Amazon = Pools.Login(LoginProviderName.Amazon);
    private static readonly TagChange NoTags = TagChange.Create([], []);

    private static readonly IdentityPool Shop = IdentityPool
        .Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) })
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"))
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "2"))
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Amazon, "amzn1.3"))
        .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject")]))
        .WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("a@shop", Pools.Role("Admin", Pools.Allow("s3:*")))))
        .WithPrincipalTags(PrincipalTagMapping.Create(Google, Pools.Map(("team", "hd"))));

    private readonly Account account = new();

    public static TheoryData<string> Options { get; } = ["", "prune", "overwrite", "both"];

    [Fact]
    public async Task It_is_read_by_one_call()
    {
        var id = (await account.PublishAsync(Shop)).Id!;
        account.Sandbox.ClearCalls();

        var read = await account.ReadAsync(id, IdentityPoolDetail.Pool);

        Assert.Equal(["DescribeIdentityPool"], account.Sandbox.Calls.Select(call => call.Operation));
        Assert.Equal(Settings(await account.ReadAsync(id)), read);
        Assert.Equal(["RoleMappings", "AuthenticatedRole", "UnauthenticatedRole", "Roles", "PrincipalTags", "UserPoolGroups"], read.UnreadParts);
        Assert.NotEqual(await account.ReadAsync(id), read);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Unedited_it_changes_nothing_whatever_is_asked_for(string options)
    {
        var read = await ReadAsync();
        var before = AccountState.Of(account.Sandbox);
        account.Sandbox.ClearCalls();

        var plan = await account.PlanAsync(read, Asked(options));

        Assert.Empty(plan.Changes);
        Assert.Equal(["DescribeIdentityPool"], account.Sandbox.Calls.Select(call => call.Operation));
        await account.PublishAsync(read, Asked(options));
        Assert.Equal(before, AccountState.Of(account.Sandbox));
    }

    [Theory]
    [InlineData("")]
    [InlineData("prune")]
    [InlineData("both")]
    public async Task What_is_edited_of_it_is_written_and_nothing_else(string options)
    {
        var read = await ReadAsync();
        var whole = await account.ReadAsync(read.Id!);
        var before = AccountState.Of(account.Sandbox);
        var edited = Edited(read);
        account.Sandbox.ClearCalls();

        var published = await account.PublishAsync(edited, Asked(options));

        Assert.Equal(["UpdateIdentityPool", "TagResource", "UntagResource"], account.Mutations.Select(call => call.Operation));
        Assert.DoesNotContain("GetRole", account.Sandbox.Calls.Select(call => call.Operation));
        // Its logical id stays, whatever its name is.
        Assert.Equal((await account.ReadAsync(read.Id!, IdentityPoolDetail.Pool)).WithLogicalId(read.LogicalId), published);
        var now = await account.ReadAsync(read.Id!);
        Assert.Equal(Settings(Edited(whole)), Settings(now).WithLogicalId(read.LogicalId));
        var changed = AccountState.Difference(before, AccountState.Of(account.Sandbox));
        Assert.All(changed, line => Assert.StartsWith("pool ", line[2..], StringComparison.Ordinal));

        static IdentityPool Edited(IdentityPool pool) =>
            pool.With(
                    new()
                    {
                        Name = "store",
                        AllowUnauthenticatedIdentities = true,
                        AllowClassicFlow = true,
                    },
                    TagChange.Create(Pools.Map(("stage", "live")), ["team"])
                )
                .WithoutProviders([Amazon])
                .WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Facebook, "9"))
                .WithUserPool(new(UserPool.Existing(Pools.UserPoolId), UserPoolClient.Existing("web"), false))
                .WithDeveloperProvider("login.shop");
    }

    [Theory]
    [InlineData("mapping")]
    [InlineData("principal tags")]
    public async Task A_provider_with_parts_that_were_not_read_does_not_go(string parts)
    {
        var read = await ReadAsync();
        var before = AccountState.Of(account.Sandbox);
        var (provider, name) = parts == "mapping" ? (Facebook, "graph.facebook.com") : (Google, "accounts.google.com");

        var exception = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(read.WithoutProviders([provider, Amazon])));

        Assert.Equal("LeavingProviderUsed", exception.ErrorId);
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("amazon.com", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, AccountState.Of(account.Sandbox));
    }

    [Fact]
    public async Task A_client_with_a_mapping_that_was_not_read_does_not_go_either()
    {
        var web = new UserPoolAuthentication(UserPool.Existing(Pools.UserPoolId), UserPoolClient.Existing("web"), true);
        var reference = new UserPoolReference(web.UserPool, web.UserPoolClient);
        var id = (await account.PublishAsync(Shop.WithUserPool(web).WithRoleMapping(RoleMapping.FromToken(reference, AmbiguousRoleResolution.Deny)))).Id!;
        var read = await account.ReadAsync(id, IdentityPoolDetail.Pool);

        var exception = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(read.WithoutProviders([reference])));

        Assert.Equal("LeavingProviderUsed", exception.ErrorId);
    }

    [Fact]
    public async Task What_others_changed_meanwhile_is_a_conflict_as_ever()
    {
        var read = await ReadAsync();
        await account.PublishAsync((await account.ReadAsync(read.Id!)).With(new() { Name = "theirs" }, NoTags), service: account.Connect());

        var exception = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(read.With(new() { Name = "mine" }, NoTags)));

        Assert.Equal("EditConflict", exception.ErrorId);
        Assert.Equal("mine", (await account.PublishAsync(read.With(new() { Name = "mine" }, NoTags), new() { Overwrite = true })).ToString());
    }

    [Fact]
    public async Task A_pool_whose_creation_was_cut_off_gets_no_roles_by_it()
    {
        var id = (await account.PublishAsync(Shop)).Id!;
        account.Sandbox.Invoke("SetIdentityPoolRoles", new JsonObject { ["IdentityPoolId"] = id, ["Roles"] = new JsonObject() }.ToJsonString());
        var read = await account.ReadAsync(id, IdentityPoolDetail.Pool);
        account.Sandbox.ClearCalls();

        await account.PublishAsync(read.With(new() { AllowUnauthenticatedIdentities = true }, NoTags));

        Assert.Equal(["DescribeIdentityPool", "UpdateIdentityPool"], account.Sandbox.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task It_is_compared_as_far_as_it_is_known()
    {
        var read = await ReadAsync();
        var whole = await account.ReadAsync(read.Id!);
        var renamed = read.With(new() { Name = "store" }, NoTags);

        Assert.Empty(DefinitionComparison.Compare(read, whole, prune: true));
        Assert.Empty(DefinitionComparison.Compare(read, read, prune: true));
        Assert.Equal("Name", Assert.Single(DefinitionComparison.Compare(renamed, whole, prune: true)).Path);
        Assert.Equal("Name", Assert.Single(DefinitionComparison.Compare(renamed, read, prune: false)).Path);
        // Roles that were not read would seem to be missing.
        Refused.With("PoolIsPartial", () => DefinitionComparison.Compare(whole, read, prune: false));
        Refused.With("PoolIsReference", () => DefinitionComparison.Compare(IdentityPool.FromId(read.Id!), whole, prune: false));
    }

    private async Task<IdentityPool> ReadAsync()
    {
        var id = (await account.PublishAsync(Shop)).Id!;
        return await account.ReadAsync(id, IdentityPoolDetail.Pool);
    }

    private static IdentityPool Settings(IdentityPool pool) => pool.WithSettingsAlone();

    private static PublishOptions Asked(string options) => new() { Prune = options is "prune" or "both", Overwrite = options is "overwrite" or "both" };
}

/// <summary>The same of pools of any kind.</summary>
[Properties(Arbitrary = [typeof(PoolDetailProperties)], MaxTest = 40)]
public sealed class PoolDetailProperties
{
    public static Arbitrary<IdentityPool> Pool() => Arb.From(EditProperties.Generator);

    [Property]
    public async Task Publishing_writes_the_edited_settings_and_nothing_else(IdentityPool definition, bool prune, bool overwrite)
    {
        var account = new Account();
        var id = (await account.PublishAsync(definition)).Id!;
        var before = AccountState.Of(account.Sandbox);
        var read = await account.ReadAsync(id, IdentityPoolDetail.Pool);

        await account.PublishAsync(
            read.With(
                new() { Name = "renamed", AllowUnauthenticatedIdentities = !read.AllowUnauthenticatedIdentities },
                TagChange.Create(Pools.Map(("new", "tag")), [])
            ),
            new() { Prune = prune, Overwrite = overwrite }
        );

        var changed = AccountState.Difference(before, AccountState.Of(account.Sandbox));
        Assert.NotEmpty(changed);
        Assert.All(changed, line => Assert.StartsWith("pool ", line[2..], StringComparison.Ordinal));
    }
}

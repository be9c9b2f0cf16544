using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>A definition that was read, is edited and published again, while others change the pool: as version control merges.</summary>
public sealed class ReadEditTests
{
    private static readonly ProviderReference Facebook = Pools.Login(LoginProviderName.Facebook);
    private static readonly LoginProvider Google = LoginProvider.Create(LoginProviderName.Google, "google");

    private static readonly IdentityPool Shop = IdentityPool
        .Create(
            new()
            {
                Name = "shop",
                AllowUnauthenticatedIdentities = true,
                Tags = Pools.Map(("team", "web"), ("stage", "test")),
            }
        )
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"))
        .WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.From("consumer-secret")))
        .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject")]))
        .WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("a@shop", Pools.Role("Admin", Pools.Allow("s3:*")))))
        .WithPrincipalTags(PrincipalTagMapping.Create(Facebook, Pools.Map(("team", "hd"))));

    private static readonly TagChange NoTags = TagChange.Create([], []);

    private readonly Account account = new();

    /// <summary>Each kind of part: how one edits it, and how somebody else changes the same part meanwhile.</summary>
    public static TheoryData<string> Parts { get; } =
    [
        "name",
        "unauthenticated role",
        "secret",
        "app id",
        "provider against app id",
        "app id against provider",
        "tag",
        "tag against value",
        "rules",
        "mapping against rules",
        "ambiguous",
        "default role",
        "principal tags",
        "statements",
        "managed role",
        "managed role against its settings",
        "managed role against its permissions",
    ];

    [Fact]
    public async Task A_pool_is_renamed_where_the_names_of_others_cannot_be_listed()
    {
        var read = await PublishedAsync();
        account.Sandbox.DenyAction("cognito-identity:ListIdentityPools");

        var renamed = await account.PublishAsync(read.With(new() { Name = "store" }, NoTags));

        Assert.Equal("store", renamed.Name);
        Assert.Contains("'store' is not known", Assert.Single(account.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_out_goes_and_nothing_else()
    {
        var read = await PublishedAsync();
        var before = AccountState.Of(account.Sandbox);

        await account.PublishAsync(read.WithoutProviders([Facebook]));

        var lost = AccountState.Difference(before, AccountState.Of(account.Sandbox));
        Assert.All(lost, line => Assert.True(line[0] == '-' || line.Contains("AssumeRolePolicyDocument", StringComparison.Ordinal), line));
        Assert.Contains(lost, line => line.Contains("graph.facebook.com", StringComparison.Ordinal));
        Assert.Contains(lost, line => line.Contains("Admin-", StringComparison.Ordinal));
        Assert.DoesNotContain(lost, line => line.Contains("twitter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_is_taken_out_takes_along_what_others_added_for_it()
    {
        var read = await PublishedAsync(Shop.WithLoginProvider(Google));
        var provider = Pools.Login(LoginProviderName.Google);
        await OthersAsync(
            read,
            pool =>
                pool.WithRoleMapping(Pools.Rules(provider, Pools.Rule("b@shop", pool.Roles.First(role => role.Name == "Admin"))))
                    .WithPrincipalTags(PrincipalTagMapping.Create(provider, Pools.Map(("team", "hd"))))
        );

        await account.PublishAsync(read.WithoutProviders([provider]));

        var now = await account.ReadAsync(read.Id!);
        Assert.DoesNotContain(now.RoleMappings, mapping => mapping.Provider == provider);
        Assert.DoesNotContain("accounts.google.com", string.Join('\n', AccountState.Of(account.Sandbox)), StringComparison.Ordinal);
        await account.PublishAsync(now.WithoutProviders([Facebook]));
    }

    [Fact]
    public async Task A_mapping_for_a_provider_that_others_removed_is_a_conflict()
    {
        var read = await PublishedAsync(Shop.WithLoginProvider(Google));
        var provider = Pools.Login(LoginProviderName.Google);
        await OthersAsync(read, pool => pool.WithoutProviders([provider]));
        account.Sandbox.ClearCalls();

        var exception = await Assert.ThrowsAsync<DefinitionException>(() =>
            account.PublishAsync(read.WithRoleMapping(Pools.Rules(provider, Pools.Rule("b@shop", read.Roles.First(role => role.Name == "Admin")))))
        );

        Assert.Equal(nameof(Messages.EditConflict), exception.ErrorId);
        Assert.Contains("RoleMappings[accounts.google.com]", exception.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_mapping_that_others_left_without_its_provider_hinders_no_other_change()
    {
        var read = await PublishedAsync();
        var pool = JsonNode.Parse(account.Sandbox.Invoke("DescribeIdentityPool", new JsonObject { ["IdentityPoolId"] = read.Id }.ToJsonString()))!;
        pool["SupportedLoginProviders"]!.AsObject().Remove("graph.facebook.com");
        account.Sandbox.Invoke("UpdateIdentityPool", pool.ToJsonString());

        var published = await account.PublishAsync(read.With(new() { Name = "store" }, NoTags));

        Assert.Equal("store", published.Name);
        var exception = await Assert.ThrowsAsync<DefinitionException>(() =>
            account.PublishAsync(read.WithRoleMappingChanged(Facebook, mapping => mapping.With(false, null, AmbiguousRoleResolution.AuthenticatedRole, null)))
        );
        Assert.Equal(nameof(Messages.EditConflict), exception.ErrorId);
    }

    [Fact]
    public async Task A_copy_of_a_copy_does_not_become_the_source_either()
    {
        var source = await PublishedAsync();

        var exception = await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(source.Copied("mid").Copied("shop")));

        Assert.Equal(nameof(Messages.CopyOfItself), exception.ErrorId);
    }

    [Fact]
    public async Task What_was_read_is_remembered_without_a_copy()
    {
        var read = await PublishedAsync();

        var edited = read.With(new() { Name = "store" }, NoTags);

        Assert.Same(read.Roles, read.Origin.AsRead!.Roles);
        Assert.Same(read.Origin.AsRead, edited.Origin.AsRead);
        Assert.Null(read.Origin.AsRead.Origin.AsRead);
    }

    [Fact]
    public async Task An_edit_of_Twitter_s_pool_sends_the_secret_along()
    {
        var read = await PublishedAsync();

        await account.PublishAsync(read.With(new() { Name = "store" }, NoTags));

        var call = Assert.Single(account.Mutations);
        Assert.Equal("UpdateIdentityPool", call.Operation);
        Assert.Contains(
            "key;consumer-secret",
            account.Sandbox.Invoke("DescribeIdentityPool", new JsonObject { ["IdentityPoolId"] = read.Id }.ToJsonString()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_nobody_edited_follows_AWS_and_is_told()
    {
        var read = await PublishedAsync();
        await OthersAsync(read, pool => pool.WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Facebook, "2")).WithLoginProvider(Google));

        var plan = await account.PlanAsync(read.With(new() { AllowUnauthenticatedIdentities = false }, NoTags));

        Assert.Equal("AllowUnauthenticatedIdentities", Assert.Single(plan.Steps.SelectMany(step => step.Changes)).Path);
        var kept = plan.Kept.ToDictionary(change => change.Path, change => change);
        Assert.Equal("2", kept["LoginProviders[graph.facebook.com]"].Before);
        Assert.Contains("then 1", kept["LoginProviders[graph.facebook.com]"].Remedy, StringComparison.Ordinal);
        Assert.Equal(Messages.KeptUntilPrune, kept["LoginProviders[accounts.google.com]"].Remedy);
    }

    [Fact]
    public async Task An_edit_that_AWS_has_already_is_nothing()
    {
        var read = await PublishedAsync();
        await OthersAsync(read, pool => pool.WithoutProviders([Facebook]));
        account.Sandbox.ClearCalls();

        await account.PublishAsync(read.WithoutProviders([Facebook]));

        Assert.Empty(account.Mutations);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Two_who_edit_one_part_are_told_and_nothing_is_written(string part)
    {
        var read = await PublishedAsync();
        var (mine, theirs, path) = Edits(part);
        await OthersAsync(read, theirs);
        account.Sandbox.ClearCalls();

        var refused = await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(mine(read)));

        Assert.Equal("EditConflict", refused.ErrorId);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("consumer-secret", refused.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Overwriting_writes_what_the_definition_holds(string part)
    {
        var read = await PublishedAsync();
        var (mine, theirs, _) = Edits(part);
        await OthersAsync(read, theirs);

        await account.PublishAsync(mine(read), new() { Overwrite = true, Prune = true });

        Assert.Empty(DefinitionComparison.Compare(mine(read), await account.ReadAsync(read.Id!), prune: true));
    }

    [Fact]
    public async Task A_definition_that_is_held_goes_back_by_overwriting()
    {
        var before = await PublishedAsync();
        await account.PublishAsync(
            before.WithoutProviders([Facebook]).With(new() { AllowUnauthenticatedIdentities = false }, TagChange.Create(Pools.Map(("team", "api")), ["stage"]))
        );

        await account.PublishAsync(before, new() { Overwrite = true });

        Assert.Empty(DefinitionComparison.Compare(before, await account.ReadAsync(before.Id!), prune: true));
    }

    [Fact]
    public async Task A_boundary_and_a_description_that_are_taken_out_go()
    {
        const string Boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        var bounded = await account.PublishAsync(
            Shop.WithRole(
                "Authenticated",
                role =>
                    role.With(
                        new()
                        {
                            Settings = new() { Description = "d", PermissionsBoundary = Boundary },
                            Tags = NoTags,
                        }
                    )
            )
        );
        var read = await account.ReadAsync(bounded.Id!);
        Assert.Equal(Boundary, read.AuthenticatedRole!.TypedPermissionsBoundary);

        var plan = await account.PlanAsync(Unbounded(read));
        var published = await account.PublishAsync(Unbounded(read));

        Assert.Contains(plan.Losses, change => change.Path == "Roles[Authenticated].PermissionsBoundary");
        Assert.Null(published.AuthenticatedRole!.TypedPermissionsBoundary);
        Assert.Null(published.AuthenticatedRole.TypedDescription);
        Assert.Equal(published, await account.ReadAsync(read.Id!));

        static IdentityPool Unbounded(IdentityPool pool) =>
            pool.WithRole(
                "Authenticated",
                role =>
                    role.With(
                        new()
                        {
                            Settings = new(),
                            RemovesDescription = true,
                            RemovesPermissionsBoundary = true,
                            Tags = NoTags,
                        }
                    )
            );
    }

    [Fact]
    public async Task Trust_that_somebody_changed_stays_but_for_session_tags()
    {
        var read = await PublishedAsync();
        var name = $"Authenticated-{Bookkeeping.GuidOf(read.Id!)}";
        var trust = JsonNode.Parse(Uri.UnescapeDataString((string)Role(name)["AssumeRolePolicyDocument"]!))!;
        trust["Statement"]!.AsArray()[0]!["Sid"] = "Theirs";
        account.Sandbox.Invoke("UpdateAssumeRolePolicy", new JsonObject { ["RoleName"] = name, ["PolicyDocument"] = trust.ToJsonString() }.ToJsonString());

        await account.PublishAsync((await account.ReadAsync(read.Id!)).WithoutPrincipalTags(Facebook, null));

        var left = Uri.UnescapeDataString((string)Role(name)["AssumeRolePolicyDocument"]!);
        Assert.Contains("Theirs", left, StringComparison.Ordinal);
        Assert.DoesNotContain("sts:TagSession", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_a_pool_of_its_own()
    {
        var source = await PublishedAsync();
        var before = AccountState.Of(account.Sandbox);

        var copy = await account.PublishAsync(source.Copied("store"));

        Assert.NotEqual(source.Id, copy.Id);
        Assert.All(AccountState.Difference(before, AccountState.Of(account.Sandbox)), line => Assert.StartsWith("+", line, StringComparison.Ordinal));
        Assert.Equal("CopyOfItself", (await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(source.Copied(null)))).ErrorId);
    }

    private JsonNode Role(string name) => JsonNode.Parse(account.Sandbox.Invoke("GetRole", new JsonObject { ["RoleName"] = name }.ToJsonString()))!["Role"]!;

    private async Task<IdentityPool> PublishedAsync(IdentityPool? pool = null)
    {
        var published = await account.PublishAsync(pool ?? Shop);
        account.Sandbox.ClearCalls();
        return await account.ReadAsync(published.Id!);
    }

    /// <summary>Somebody else, who reads, edits and publishes.</summary>
    private async Task OthersAsync(IdentityPool pool, Func<IdentityPool, IdentityPool> edit) =>
        await account.PublishAsync(edit(await account.ReadAsync(pool.Id!)), service: account.Connect());

    private static (Func<IdentityPool, IdentityPool> Mine, Func<IdentityPool, IdentityPool> Theirs, string Path) Edits(string part)
    {
        const string Mapping = "RoleMappings[graph.facebook.com]";
        return part switch
        {
            "name" => (pool => pool.With(new() { Name = "mine" }, NoTags), pool => pool.With(new() { Name = "theirs" }, NoTags), "Name"),
            "unauthenticated role" => (
                pool => pool.With(new() { NoUnauthenticatedRole = true }, NoTags),
                pool => pool.With(new() { UnauthenticatedRole = IdentityPoolRole.Managed("Visitor", RoleAudience.Unauthenticated) }, NoTags),
                "UnauthenticatedRole"
            ),
            "secret" => (
                pool => pool.WithLoginProviderChanged(LoginProvider.Twitter("mine", ProviderSecret.From("consumer-secret-1"))),
                pool => pool.WithLoginProviderChanged(LoginProvider.Twitter("theirs", ProviderSecret.From("consumer-secret-2"))),
                "LoginProviders[api.twitter.com]"
            ),
            "app id" => (App("2"), App("3"), "LoginProviders[graph.facebook.com]"),
            "provider against app id" => (pool => pool.WithoutProviders([Facebook]), App("3"), "LoginProviders[graph.facebook.com]"),
            "app id against provider" => (App("2"), pool => pool.WithoutProviders([Facebook]), "LoginProviders[graph.facebook.com]"),
            "tag" => (Tag("mine"), Tag("theirs"), "Tags[team]"),
            "tag against value" => (pool => pool.With(new(), TagChange.Create([], ["team"])), Tag("theirs"), "Tags[team]"),
            "rules" => (Rule("b@shop"), Rule("c@shop"), Mapping),
            "mapping against rules" => (pool => pool.WithoutRoleMapping(Facebook), Rule("c@shop"), Mapping),
            "ambiguous" => (
                Rule("b@shop"),
                pool => pool.WithRoleMappingChanged(Facebook, mapping => mapping.With(false, null, AmbiguousRoleResolution.AuthenticatedRole, null)),
                Mapping
            ),
            "default role" => (
                pool => pool.With(new() { AuthenticatedRole = IdentityPoolRole.Managed("Mine", RoleAudience.Authenticated) }, NoTags),
                pool => pool.With(new() { AuthenticatedRole = IdentityPoolRole.Managed("Theirs", RoleAudience.Authenticated) }, NoTags),
                "AuthenticatedRole"
            ),
            "principal tags" => (
                pool => pool.WithoutPrincipalTags(Facebook, null),
                pool => pool.WithPrincipalTagsChanged(PrincipalTagMapping.Defaults(Facebook)),
                "PrincipalTags[graph.facebook.com]"
            ),
            "managed role against its settings" => (pool => pool.WithoutRoleMapping(Facebook), Described("theirs"), "Roles[Admin]"),
            "managed role against its permissions" => (
                pool => pool.WithoutRoleMapping(Facebook),
                pool => pool.WithRole("Admin", role => role.WithStatements([Pools.Allow("sqs:*")])),
                "Roles[Admin]"
            ),
            "statements" => (Statement("s3:PutObject"), Statement("s3:DeleteObject"), "Roles[Authenticated].Statements"),
            _ => (Described("mine"), Described("theirs"), "Roles[Admin].Description"),
        };

        static Func<IdentityPool, IdentityPool> Described(string text) =>
            pool =>
                pool.WithRole(
                    "Admin",
                    role =>
                        role.With(
                            new()
                            {
                                Settings = new() { Description = text },
                                Tags = NoTags,
                            }
                        )
                );

        static Func<IdentityPool, IdentityPool> App(string id) => pool => pool.WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Facebook, id));

        static Func<IdentityPool, IdentityPool> Tag(string value) => pool => pool.With(new(), TagChange.Create(Pools.Map(("team", value)), []));

        static Func<IdentityPool, IdentityPool> Rule(string value) =>
            pool =>
                pool.WithRoleMappingChanged(
                    Facebook,
                    mapping => mapping.WithRulesAdded([Pools.Rule(value, IdentityPoolRole.ByName("Admin", RoleAudience.Authenticated))], null)
                );

        static Func<IdentityPool, IdentityPool> Statement(string action) =>
            pool => pool.WithRole("Authenticated", role => role.WithStatements([Pools.Allow(action)]));
    }
}

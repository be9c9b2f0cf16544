using System.Globalization;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>The hash by which a plan is approved: the same plan has the same one, every other plan another one, and no secret can be told from it.</summary>
[Properties(Arbitrary = [typeof(EditProperties)], MaxTest = 60)]
public sealed class PlanHashTests
{
    private readonly Account account = new();

    /// <summary>What a plan does in each pair differs, though its lines do not, or hardly.</summary>
    public static TheoryData<string, IdentityPool, IdentityPool> Pairs { get; } =
        new()
        {
            { "boundary", WithRole(new() { PermissionsBoundary = Policy("One") }), WithRole(new() { PermissionsBoundary = Policy("Two") }) },
            { "description", WithRole(new() { Description = "one" }), WithRole(new() { Description = "two" }) },
            { "duration", WithRole(new() { MaxSessionDuration = 3600 }), WithRole(new() { MaxSessionDuration = 7200 }) },
            { "path", WithRole(new() { Path = "/one/" }), WithRole(new() { Path = "/two/" }) },
            { "role tag", WithRole(new() { Tags = Pools.Map(("a", "1")) }), WithRole(new() { Tags = Pools.Map(("a", "2")) }) },
            { "metadata", WithSaml('a'), WithSaml('b') },
            { "thumbprint", WithThumbprint('a'), WithThumbprint('b') },
            { "client secret", WithClient(generateSecret: true), WithClient(generateSecret: false) },
            { "user pool tag", WithUserPool("1"), WithUserPool("2") },
            { "rules that read alike", WithRules("x", "y"), WithRules("x -> arn:aws:iam::123456789012:role/Reader-<pool GUID>; email Equals y") },
            { "tags that read alike", WithTags(("a", "1, b=2")), WithTags(("a", "1"), ("b", "2")) },
        };

    [Property]
    public async Task Two_plans_have_one_hash_just_if_they_make_the_same_calls(IdentityPool first, IdentityPool one, IdentityPool other)
    {
        await account.PublishAsync(first);

        var plan = await account.PlanAsync(one);
        var second = await account.PlanAsync(other);

        Assert.Equal(plan.Steps == second.Steps, plan.Hash == second.Hash);
        Assert.Equal(plan.Hash, (await account.PlanAsync(one, service: account.Connect())).Hash);
        Assert.All(plan.Steps, step => Assert.True(step.Changes.Count > 0 || plan.Changes.Any()));
    }

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public async Task What_no_line_shows_counts_too(string what, IdentityPool one, IdentityPool other)
    {
        Assert.NotEmpty(what);
        Assert.NotEqual((await account.PlanAsync(one)).Hash, (await account.PlanAsync(other)).Hash);
    }

    [Fact]
    public async Task Prune_is_another_plan()
    {
        await account.PublishAsync(Rich.Definition);

        var hashes = new[]
        {
            new PublishOptions(),
            new() { Prune = true },
        }.Select(options => account.PlanAsync(Edited(Pools.Empty), options));

        Assert.Equal(2, (await Task.WhenAll(hashes)).Select(plan => plan.Hash).Distinct().Count());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task Machine_and_culture_do_not_count(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            // Another value than this means that plans which were approved with an earlier version are no longer known.
            Assert.StartsWith(
                "38211a33a1e26ace1fb23e62df95156e38e681eabf47ce8615",
                (await new Account().PlanAsync(Rich.Definition)).Hash,
                StringComparison.Ordinal
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_place_counts()
    {
        var plan = await account.PlanAsync(Rich.Definition);

        Assert.Distinct(
            new[]
            {
                plan,
                plan with
                {
                    Account = plan.Account with { Id = "210987654321" },
                },
                plan with
                {
                    Account = plan.Account with { IsSandbox = !plan.Account.IsSandbox },
                },
                plan with
                {
                    Account = new(plan.Account.Id, "us-east-1"),
                },
                plan with
                {
                    Name = "other",
                },
                plan with
                {
                    Id = "eu-west-1:00000000-0000-0000-0000-000000000000",
                },
            }.Select(other => other.Hash)
        );
    }

    [Fact]
    public async Task Who_calls_and_when_does_not_count()
    {
        var plan = await account.PlanAsync(Rich.Definition);

        Assert.Equal(
            plan.Hash,
            (plan with { ReadAt = 0, Account = plan.Account with { CallerArn = "arn:aws:iam::123456789012:user/other", ProfileName = "other" } }).Hash
        );
    }

    [Fact]
    public async Task That_a_secret_changes_counts_and_to_what_does_not()
    {
        Assert.Equal((await account.PlanAsync(WithSecret("one-secret"))).Hash, (await account.PlanAsync(WithSecret("another-secret"))).Hash);
        await account.PublishAsync(WithSecret("one-secret"));

        var first = (await account.PlanAsync(WithSecret("another-secret"))).Hash;
        var second = (await account.PlanAsync(WithSecret("a-third-secret"))).Hash;

        Assert.NotNull(first);
        Assert.Equal(first, second);
        Assert.Null((await account.PlanAsync(WithSecret("one-secret"))).Hash);
    }

    [Fact]
    public async Task A_secret_that_is_not_known_yet_does_not_count()
    {
        var unknown = Pools.Empty.WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.Parameter("Secret")));
        var plan = await account.PlanAsync(unknown);

        Assert.Equal((await account.PlanAsync(WithSecret("one-secret"))).Hash, plan.Hash);
        Assert.Equal(nameof(Messages.SecretUnknown), Assert.Throws<DefinitionException>(plan.CheckSecrets).ErrorId);
    }

    [Fact]
    public async Task The_secret_that_AWS_has_stays_where_the_definition_knows_none()
    {
        var published = await account.PublishAsync(WithSecret("one-secret"));
        var unknown = IdentityPool
            .Create(new() { Name = "shop", AllowUnauthenticatedIdentities = true })
            .WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.Parameter("Secret")));
        account.Sandbox.ClearCalls();

        var plan = await account.PlanAsync(unknown);
        plan.CheckSecrets();
        await account.PublishAsync(unknown);

        Assert.Single(account.Mutations);
        Assert.Equal(published.LoginProviders, (await account.ReadAsync(published.Id!)).LoginProviders);
        // Another key is another app, whose secret AWS does not have.
        var other = Pools.Empty.WithLoginProvider(LoginProvider.Twitter("other", ProviderSecret.Parameter("Secret")));
        Assert.Equal(nameof(Messages.SecretUnknown), Assert.Throws<DefinitionException>((await account.PlanAsync(other)).CheckSecrets).ErrorId);
    }

    [Fact]
    public async Task What_others_change_and_is_kept_does_not_count()
    {
        var id = (await account.PublishAsync(Rich.Definition)).Id!;
        var read = await account.ReadAsync(id);
        var (unread, edited) = (Edited(Pools.Empty), Edited(read));
        var hashes = new[] { (await account.PlanAsync(unread)).Hash, (await account.PlanAsync(edited)).Hash };

        await account.PublishAsync(
            read.With(new(), TagChange.Create(Pools.Map(("theirs", "1")), [])).WithLoginProvider(LoginProvider.Create(LoginProviderName.Amazon, "theirs")),
            service: account.Connect()
        );

        Assert.Equal(hashes[0], (await account.PlanAsync(unread)).Hash);
        Assert.Equal(hashes[1], (await account.PlanAsync(edited)).Hash);
    }

    [Fact]
    public async Task What_others_change_that_the_plan_changes_counts()
    {
        var id = (await account.PublishAsync(Pools.Empty)).Id!;
        var named = (await account.ReadAsync(id)).With(new(), TagChange.Create(Pools.Map(("team", "web")), []));
        var wanted = Pools.Empty.With(new(), TagChange.Create(Pools.Map(("team", "web")), []));
        var before = (await account.PlanAsync(wanted)).Hash;

        await account.PublishAsync(Pools.Empty.With(new(), TagChange.Create(Pools.Map(("team", "shop")), [])));

        Assert.NotEqual(before, (await account.PlanAsync(wanted)).Hash);
        await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(named));
    }

    [Fact]
    public async Task What_a_role_that_is_detached_may_do_does_not_count()
    {
        foreach (var name in new[] { "Old", "New", "Other" })
        {
            account.Sandbox.AddRole($"arn:aws:iam::123456789012:role/{name}");
        }

        await account.PublishAsync(WithDefaultRole("Old"));
        var before = await account.PlanAsync(WithDefaultRole("New"));
        account.Sandbox.Invoke(
            "PutRolePolicy",
            """{"RoleName":"Old","PolicyName":"p","PolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"}"""
        );
        var changed = await account.PlanAsync(WithDefaultRole("New"));
        account.Sandbox.DenyAction("iam:ListRolePolicies");
        var unread = await account.PlanAsync(WithDefaultRole("New"));

        Assert.Distinct(
            new[] { before, changed, unread }.Select(plan => plan.Losses.Single(loss => loss.Path.StartsWith("Roles[", StringComparison.Ordinal)).Before)
        );
        Assert.Equal(before.Hash, changed.Hash);
        Assert.Equal(before.Hash, unread.Hash);
        Assert.NotEqual(before.Hash, (await account.PlanAsync(WithDefaultRole("Other"))).Hash);
    }

    [Fact]
    public async Task The_order_of_lists_that_AWS_gives_does_not_count()
    {
        async Task<string?> HashAsync(params string[] audiences)
        {
            var other = new Account();
            foreach (var audience in audiences.Prepend("shop"))
            {
                await other.PublishAsync(WithAudience(audience));
            }

            var plan = await other.PlanAsync(WithAudience("shop"), new() { Prune = true });
            Assert.Equal(audiences.Length, plan.Steps.Count);
            return (plan with { Id = "the pool" }).Hash;
        }

        Assert.Equal(await HashAsync("a", "b", "c"), await HashAsync("c", "a", "b"));
    }

    [Fact]
    public async Task A_plan_that_does_nothing_has_none_and_is_approved()
    {
        await account.PublishAsync(Rich.Definition);

        var plan = await account.PlanAsync(Rich.Definition, new() { ApprovedHashes = [] });

        Assert.Null(plan.Hash);
        plan.CheckApproved();
    }

    [Fact]
    public async Task A_plan_that_was_approved_is_the_one_that_is_carried_out()
    {
        await account.PublishAsync(Pools.Empty);
        var approved = new PublishOptions { ApprovedHashes = [(await account.PlanAsync(Edited(Pools.Empty))).Hash!] };
        var plan = await account.PlanAsync(Edited(Pools.Empty), approved);
        plan.CheckApproved();
        // What comes to pass between the plan and its calls: the provider is there already, with another id.
        await account.PublishAsync(Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "theirs")), service: account.Connect());
        account.Sandbox.AddFault(new(SandboxFaultKind.ConcurrentModification, "UpdateIdentityPool", Count: 1));
        account.Sandbox.ClearCalls();

        var exception = await Assert.ThrowsAsync<ServiceException>(() => account.Service.PublishAsync(plan, account, TestContext.Current.CancellationToken));

        Assert.Equal(nameof(Messages.PoolChangedSincePlan), exception.ErrorId);
        Assert.DoesNotContain(account.Mutations, call => call.ErrorCode is null);
    }

    [Fact]
    public async Task What_comes_to_pass_meanwhile_and_is_kept_is_built_upon()
    {
        await account.PublishAsync(Pools.Empty);
        var approved = new PublishOptions { ApprovedHashes = [(await account.PlanAsync(Edited(Pools.Empty))).Hash!] };
        var plan = await account.PlanAsync(Edited(Pools.Empty), approved);
        await account.PublishAsync(Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Amazon, "theirs")), service: account.Connect());
        account.Sandbox.AddFault(new(SandboxFaultKind.ConcurrentModification, "UpdateIdentityPool", Count: 1));

        var published = await account.Service.PublishAsync(plan, account, TestContext.Current.CancellationToken);

        Assert.Equal(2, published.LoginProviders.Count);
    }

    [Fact]
    public async Task An_error_names_both_hashes()
    {
        var hash = new string('a', 64);
        var plan = await account.PlanAsync(Pools.Empty, new() { ApprovedHashes = [hash] });

        var exception = Assert.Throws<DefinitionException>(plan.CheckApproved);

        Assert.Equal(nameof(Messages.PlanNotApproved), exception.ErrorId);
        Assert.Contains(hash, exception.Message, StringComparison.Ordinal);
        Assert.Contains(plan.Hash!, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("g123456789012345678901234567890123456789012345678901234567890123")]
    public void Another_text_is_no_hash(string text) =>
        Assert.Equal(nameof(Messages.InvalidPlanHash), Assert.Throws<DefinitionException>(() => PlanHash.Check(text)).ErrorId);

    private static IdentityPool Edited(IdentityPool pool) =>
        pool.LoginProviders.Any(known => known.Provider == LoginProviderName.Facebook)
            ? pool.WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Facebook, "ours"))
            : pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "ours"));

    private static TemplateValue Policy(string name) => $"arn:aws:iam::123456789012:policy/{name}";

    private static IdentityPool WithRole(IdentityPoolRoleSettings settings) =>
        IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, settings) });

    private static IdentityPool WithDefaultRole(string name) =>
        IdentityPool.Create(
            new()
            {
                Name = "shop",
                NoUnauthenticatedRole = true,
                AuthenticatedRole = IdentityPoolRole.Existing($"arn:aws:iam::123456789012:role/{name}", RoleAudience.Authenticated),
            }
        );

    private static IdentityPool WithSaml(char filler) =>
        Pools.Empty.WithSamlProvider(
            SamlProvider.Define(
                "Office",
                $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="office"><!--{new string(filler, 1000)}--><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>"""
            )
        );

    private static IdentityPool WithThumbprint(char digit) =>
        Pools.Empty.WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["shop"], [new string(digit, 40)]));

    private static IdentityPool WithAudience(string audience) =>
        Pools.Empty.WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", [audience]));

    private static IdentityPool WithClient(bool generateSecret) =>
        Pools.Empty.WithUserPool(
            new(Pools.UserPool, UserPoolClient.Define(new() { Name = "mobile", GenerateSecret = generateSecret }), serverSideTokenCheck: true)
        );

    private static IdentityPool WithUserPool(string tag) =>
        Pools.Empty.WithUserPool(new(UserPool.Define("customers", tags: Pools.Map(("a", tag))), UserPoolClient.Generated, serverSideTokenCheck: true));

    private static IdentityPool WithRules(params string[] values) =>
        Edited(Pools.Empty)
            .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Facebook), [.. values.Select(value => Pools.Rule(value, Pools.Role("Reader")))]));

    private static IdentityPool WithTags(params (string Key, TemplateValue Value)[] tags) =>
        Edited(Pools.Empty).WithPrincipalTags(PrincipalTagMapping.Create(Pools.Login(LoginProviderName.Facebook), Pools.Map(tags)));

    private static IdentityPool WithSecret(string secret) => Pools.Empty.WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.From(secret)));
}

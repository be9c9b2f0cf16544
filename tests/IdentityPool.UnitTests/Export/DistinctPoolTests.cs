using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Pools of one name, which AWS allows, in templates and as files.</summary>
public sealed class DistinctPoolTests
{
    private const string First = "eu-west-1:11111111-aaaa-4aaa-8aaa-000000000001";
    private const string Second = "eu-west-1:22222222-bbbb-4bbb-8bbb-000000000002";
    private const string Third = "eu-west-1:33333333-cccc-4ccc-8ccc-000000000003";

    [Fact]
    public void A_pool_alone_keeps_its_logical_id()
    {
        var distinct = DistinctPools.Create([Live("dup", First), Live("other", Second)]);

        Assert.Equal(["DupIdentityPool", "OtherIdentityPool"], distinct.Pools.Select(pool => pool.LogicalId));
        Assert.Empty(distinct.Renamed);
    }

    [Fact]
    public void Pools_of_one_name_get_their_own_id_behind_it_whatever_their_order_and_number()
    {
        string[] expected = ["DupIdentityPool11111111", "DupIdentityPool22222222", "DupIdentityPool33333333"];
        IdentityPool[] pools = [Live("dup", First), Live("dup", Second), Live("dup", Third)];

        Assert.Equal(expected, Ids(pools));
        Assert.Equal(expected.Reverse(), Ids(pools.Reverse()));
        Assert.Equal(expected.Take(2), Ids(pools.Take(2)));
        Assert.Equal(3, DistinctPools.Create(pools).Renamed.Count);
    }

    [Fact]
    public void Names_that_become_one_logical_id_are_told_apart_too() =>
        Assert.Equal(
            ["MyShopIdentityPool11111111", "MyShopIdentityPool22222222", "MyShopIdentityPool33333333"],
            Ids([Live("my-shop", First), Live("my shop", Second), Live("MyShop", Third)])
        );

    [Fact]
    public void Ids_that_begin_alike_are_taken_whole()
    {
        const string Twin = "eu-west-1:11111111-dddd-4ddd-8ddd-000000000004";

        Assert.Equal(
            ["DupIdentityPooleuwest111111111aaaa4aaa8aaa000000000001", "DupIdentityPooleuwest111111111dddd4ddd8ddd000000000004"],
            Ids([Live("dup", First), Live("dup", Twin)])
        );
    }

    [Fact]
    public void A_logical_id_that_another_pool_has_is_not_used()
    {
        var ids = Ids([Live("dup", First), Live("dup", Second), IdentityPool.Create(new() { LogicalId = "DupIdentityPool11111111" })]);

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Contains("DupIdentityPool11111111", ids);
    }

    [Fact]
    public void A_definition_and_a_logical_id_that_somebody_chose_stay()
    {
        Assert.Equal(["DupIdentityPool", "DupIdentityPool11111111"], Ids([Defined("dup"), Live("dup", First)]));
        Assert.Equal(["DupIdentityPool11111111", "DupIdentityPool"], Ids([Live("dup", First), Live("x", Second, "DupIdentityPool")]));
    }

    [Fact]
    public void Two_definitions_of_one_logical_id_are_refused_although_they_say_the_same()
    {
        Refused.With("DuplicateLogicalId", () => DistinctPools.Create([Defined("dup"), Defined("dup")]));
        Refused.With("DuplicateLogicalId", () => DistinctPools.Create([Defined("my-shop"), Defined("MyShop")]));
    }

    [Fact]
    public void One_pool_given_twice_is_there_once_and_as_two_definitions_is_refused()
    {
        Assert.Equal(["DupIdentityPool"], Ids([Live("dup", First), Live("dup", First)]));
        Refused.With("DuplicateIdentityPool", () => DistinctPools.Create([Live("dup", First), Live("dup", First).WithDeveloperProvider("login.shop")]));
    }

    [Fact]
    public void No_template_takes_two_pools_for_one_because_they_are_alike() =>
        Refused.With("DuplicateLogicalId", () => JsonTemplates.Write([Live("dup", First), Live("dup", Second)]));

    [Fact]
    public void Both_are_written_and_come_back_and_everything_of_theirs_is_told_apart()
    {
        var pools = DistinctPools.Create([Rich(First), Rich(Second)]).Pools;
        var text = JsonTemplates.Write(pools);
        var template = JsonTemplates.Read(text);

        Assert.Equal(["dup", "dup"], JsonTemplates.Import(text).Pools.Select(pool => pool.TypedName!.Literal));
        foreach (var section in new[] { "Parameters", "Resources", "Outputs" })
        {
            var ids = ((TemplateMapping)template[section]!).Select(entry => entry.Key).ToList();
            Assert.Equal(ids.Count / 2, ids.Count(id => id.StartsWith("DupIdentityPool11111111", StringComparison.Ordinal)));
            Assert.Equal(ids.Count / 2, ids.Count(id => id.StartsWith("DupIdentityPool22222222", StringComparison.Ordinal)));
        }

        static IdentityPool Rich(string id) =>
            Live("dup", id)
                .WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.From("secret")))
                .WithDefaultRoles(IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/Users"), null)
                .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/*")]));
    }

    [Fact]
    public void An_import_lists_each_under_its_own_id()
    {
        var pools = DistinctPools.Create([Live("dup", First).WithDefaultRoles(null, null), Live("dup", Second).WithDefaultRoles(null, null)]).Pools;
        var (_, list) = ResourceImport.Of(pools, new(), new JsonTemplateText(), new JsonTemplateText());
        var entries = ((TemplateSequence)new JsonTemplateText().Read(System.Text.Encoding.UTF8.GetString(list.Span))).Items;

        Assert.Equal(
            [("DupIdentityPool11111111", First), ("DupIdentityPool22222222", Second)],
            entries.Select(entry => (Text(entry, "LogicalResourceId"), Text(entry, "ResourceIdentifier", "Id")))
        );

        static string Text(TemplateNode entry, params object[] place) => ((TemplateScalar)entry.At(place)!).Text;
    }

    [Fact]
    public void Files_are_named_after_pools_as_far_as_every_file_system_takes_the_name()
    {
        Assert.Equal(
            ["my shop", "my-shop", "tenant+1@example.com", "OfficeIdentityPool"],
            Names([Defined("my shop"), Defined("my-shop"), Defined("tenant+1@example.com"), IdentityPool.Create(new() { LogicalId = "OfficeIdentityPool" })])
        );
        Assert.Equal(["dup-11111111", "DUP-22222222", "other"], Names([Live("dup", First), Live("DUP", Second), Live("other", Third)]));
        Assert.Equal(["dup-One", "dup-Two"], Names([Defined("dup", "One"), Defined("dup", "Two")]));
        Assert.Equal(["dup", "dup-11111111"], Names([Defined("dup"), Live("dup", First)]));
        Refused.With("DuplicatePoolFile", () => PoolFileNames.Create([Defined("dup"), Defined("dup")]));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("-rf")]
    [InlineData(" lead")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u202Eb")]
    [InlineData("a*b?")]
    [InlineData("con")]
    [InlineData("NUL.txt")]
    [InlineData("com1")]
    [InlineData("e\u0301")]
    [InlineData("\uD800")]
    [InlineData("")]
    public void A_name_that_could_lead_elsewhere_is_made_harmless_and_stays_one_of_its_own(string name)
    {
        var safe = PoolFileNames.Safe(name);

        Assert.Matches(@"\A[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd} _.+=,@-]*-[0-9A-F]{8}\z|\A-[0-9A-F]{8}\z", safe);
        Assert.NotEqual(safe, PoolFileNames.Safe(name + "x"));
    }

    [Fact]
    public void A_long_name_leaves_room_for_the_endings()
    {
        var safe = PoolFileNames.Safe(new string('\u6f22', 128));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(safe), 100, 150);
        Assert.NotEqual(safe, PoolFileNames.Safe(new string('\u6f22', 127)));
    }

    [Fact]
    public void A_pool_each_in_a_template_of_its_own_keeps_its_logical_id()
    {
        var texts = TemplateFiles.PerPool([Live("dup", First), Live("dup", Second)], new(), new JsonTemplateText());

        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.Contains("\"DupIdentityPool\"", System.Text.Encoding.UTF8.GetString(text.Span), StringComparison.Ordinal));
    }

    [Fact]
    public void One_user_pool_is_not_created_by_two_templates_but_two_of_one_logical_id_are()
    {
        var users = UserPool.Define("customers");
        Refused.With("SharedAcrossTemplates", () => Each(With("one", users), With("two", users)));
        Assert.Equal(2, Each(With("one", users), With("two", UserPool.Define("customers", passwordMinimumLength: 12))).Count);

        static List<ReadOnlyMemory<byte>> Each(params IdentityPool[] pools) => TemplateFiles.PerPool(pools, new(), new JsonTemplateText());
        static IdentityPool With(string name, UserPool users) => Defined(name).WithUserPool(new(users, UserPoolClient.Generated, true));
    }

    private static IEnumerable<string> Ids(IEnumerable<IdentityPool> pools) => DistinctPools.Create(pools).Pools.Select(pool => pool.LogicalId);

    private static List<string> Names(IReadOnlyList<IdentityPool> pools) => PoolFileNames.Create(pools);

    private static IdentityPool Defined(string name, string? logicalId = null) => IdentityPool.Create(new() { Name = name, LogicalId = logicalId });

    private static IdentityPool Live(string name, string id, string? logicalId = null) =>
        Defined(name, logicalId).Existing(id, $"arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/{id}", ValueMap<string>.Empty);
}

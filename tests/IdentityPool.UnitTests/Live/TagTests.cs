using System.Text.Json.Nodes;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What AWS can take of tags is known before the first call that changes something.</summary>
public sealed class TagTests
{
    private readonly Account account = new();

    [Theory]
    [InlineData(49, 0, 0, false)] // the pool's and that it is managed: 50; a role's with its two: 51
    [InlineData(48, 0, 0, true)]
    [InlineData(30, 18, 0, true)]
    [InlineData(30, 19, 0, false)]
    [InlineData(10, 0, 49, true)]
    [InlineData(10, 0, 50, false)]
    public async Task The_tags_of_a_role_count_together_with_those_of_its_pool_and_of_the_bookkeeping(int pool, int role, int provider, bool fits)
    {
        var definition = IdentityPool
            .Create(
                new()
                {
                    Name = "shop",
                    Tags = Tags("pool", pool),
                    AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { Tags = Tags("role", role) }),
                }
            )
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["a"], [], Tags("provider", provider)));

        var fault = await Record.ExceptionAsync(() => account.PublishAsync(definition));

        if (fits)
        {
            Assert.Null(fault);
            Assert.Empty((await account.PlanAsync(definition)).Steps);
        }
        else
        {
            Assert.Equal(nameof(Messages.TooManyTagsToPublish), Assert.IsType<DefinitionException>(fault).ErrorId);
            Assert.Contains(provider > 0 ? "login.example.com" : "role 'Authenticated'", fault.Message, StringComparison.Ordinal);
            Assert.Empty(account.Mutations);
        }
    }

    [Fact]
    public async Task A_tag_of_the_pool_and_one_of_a_role_that_differ_in_case_alone_are_found_when_the_definition_leaves()
    {
        var definition = IdentityPool.Create(
            new()
            {
                Name = "shop",
                Tags = Pools.Map(("Team", "web")),
                AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { Tags = Pools.Map(("team", "shop")) }),
            }
        );

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(definition));

        Assert.Equal(nameof(Messages.DuplicateRoleTag), fault.ErrorId);
        Assert.Contains("'Team'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'team'", fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
        Assert.Equal(nameof(Messages.DuplicateRoleTag), Assert.Throws<DefinitionException>(() => JsonTemplates.Write(definition)).ErrorId);
    }

    [Fact]
    public async Task Tags_that_others_gave_count_too_and_pruning_makes_room()
    {
        var published = await account.PublishAsync(Pools.Empty);
        var name = published.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1];
        Tag(name, Enumerable.Range(0, 48).Select(index => ($"other{index}", "x")));
        Tag(published.Arn!, 49);
        var definition = IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) });

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(definition));
        Untag(name);
        var pool = await Assert.ThrowsAsync<DefinitionException>(() => account.PlanAsync(definition));

        Assert.Contains("role 'Authenticated'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("identity pool 'shop' would", pool.Message, StringComparison.Ordinal);
        var pruned = await account.PublishAsync(definition, new() { Prune = true });
        Assert.Equal(["team"], pruned.TypedTags.Keys);
    }

    [Fact]
    public async Task A_key_that_a_role_has_in_another_case_is_that_key()
    {
        var published = await account.PublishAsync(Pools.Empty);
        var name = published.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1];
        Tag(name, [("TEAM", "web"), ("Stage", "test")]);
        var definition = IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web"), ("stage", "live")) });

        var read = (await account.PublishAsync(definition)).AuthenticatedRole!;

        Assert.Equal("live", read.TypedTags.Concat(definition.TypedTags).First(tag => tag.Key == "stage").Value.Literal);
        Assert.Empty((await account.PlanAsync(definition)).Steps);
    }

    [Fact]
    public async Task Pruning_takes_from_a_role_what_came_from_its_pool_and_no_tag_of_others()
    {
        var published = await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) }));
        Tag(published.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1], [("owner", "security")]);

        await account.PublishAsync(
            Pools.Empty.WithRole(IdentityPoolRole.AuthenticatedName, role => role.WithStatements([Pools.Allow("s3:GetObject")])),
            new() { Prune = true }
        );

        var read = await account.ReadAsync(published.Id!);
        Assert.Empty(read.TypedTags);
        Assert.Equal(["owner"], read.AuthenticatedRole!.TypedTags.Keys);
    }

    private static ValueMap<TemplateValue> Tags(string prefix, int count) =>
        Pools.Map([.. Enumerable.Range(0, count).Select(index => ($"{prefix}{index}", "x"))]);

    private void Tag(string role, IEnumerable<(string Key, string Value)> tags) =>
        account.Sandbox.Invoke(
            "TagRole",
            new JsonObject
            {
                ["RoleName"] = role,
                ["Tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
            }.ToJsonString()
        );

    private void Tag(string poolArn, int count) =>
        account.Sandbox.Invoke(
            "TagResource",
            new JsonObject
            {
                ["ResourceArn"] = poolArn,
                ["Tags"] = new JsonObject(Enumerable.Range(0, count).Select(index => KeyValuePair.Create($"other{index}", (JsonNode?)"x"))),
            }.ToJsonString()
        );

    private void Untag(string role) =>
        account.Sandbox.Invoke(
            "UntagRole",
            new JsonObject
            {
                ["RoleName"] = role,
                ["TagKeys"] = new JsonArray([.. Enumerable.Range(0, 48).Select(index => (JsonNode)$"other{index}")]),
            }.ToJsonString()
        );
}

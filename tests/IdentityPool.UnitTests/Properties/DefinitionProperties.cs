using System.Text;
using FsCheck.Xunit;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Properties;

/// <summary>What is true of every definition.</summary>
// Functions reach their full depth at a size of 30; longer lists only take longer.
[Properties(Arbitrary = [typeof(Definitions)], MaxTest = 300, EndSize = 40)]
public sealed class DefinitionProperties
{
    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();
    private static readonly string[] Regions = ["us-gov-west-1", "us-gov-east-1", "cn-north-1", "eusc-de-east-1", "eu-west-1"];

    [Property]
    public void Export_then_import_is_the_identity_in_JSON(Definition definition) => AssertRoundTrip(definition.Build(), Json, new());

    [Property]
    public void Export_then_import_is_the_identity_in_YAML(Definition definition) => AssertRoundTrip(definition.Build(), Yaml, new());

    [Property]
    public void Export_then_import_is_the_identity_for_another_partition(Definition definition, ushort region) =>
        AssertRoundTrip(definition.Build(), Json, new() { Region = Regions[region % Regions.Length], IsFragment = true });

    [Property]
    public void The_same_definition_gives_the_same_bytes_in_whatever_order_it_was_said(Definition definition, int seed)
    {
        var steps = definition.Steps.ToArray();
        new Random(seed).Shuffle(steps);
        var (one, other) = (definition.Build(), definition.Build(steps));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(Text(one, Yaml, new()).Span.SequenceEqual(Text(other, Yaml, new()).Span));
    }

    [Property]
    public void Adding_a_provider_changes_no_logical_id(Definition definition)
    {
        var pool = definition.Build();
        var more = pool.WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://aaa.added.example"))
            .WithSamlProvider(SamlProvider.Existing("arn:aws:iam::123456789012:saml-provider/Added"))
            .WithUserPool(new(UserPool.Existing("af-south-1_Added1"), UserPoolClient.Generated, serverSideTokenCheck: true));

        Assert.Superset(LogicalIds(pool), LogicalIds(more));
        Assert.Superset(MappingKeys(pool), MappingKeys(more));
    }

    [Property]
    public void Nothing_an_operation_does_changes_its_input(Definition definition)
    {
        var pool = IdentityPool.Create(definition.Settings);
        var before = Text(pool, Json, new()).ToArray();
        foreach (var step in definition.Steps)
        {
            step(pool);
        }

        Assert.Equal(before, Text(pool, Json, new()).ToArray());
    }

    [Property]
    public void Several_pools_of_one_template_come_back_as_they_were(Definition one, Definition other)
    {
        // Groups are their user pool's: two pools that share one both have those of the other.
        IdentityPool[] pools = [one.WithoutGroups().Build("First"), other.WithoutGroups().Build("Second")];
        var imported = TemplateImporter.Import(Json.Read(Encoding.UTF8.GetString(TemplateFiles.Single(pools, new(), Json).Span)));

        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Warnings);
        Assert.All(pools.Zip(imported.Pools), pair => AssertEqual(pair.First, pair.Second));
        Assert.Equal(2, imported.Pools.Count);
    }

    private static void AssertRoundTrip(IdentityPool pool, ITemplateText format, TemplateOptions options)
    {
        var text = Encoding.UTF8.GetString(Text(pool, format, options).Span);
        var imported = TemplateImporter.Import(format.Read(text));

        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Warnings);
        var again = Assert.Single(imported.Pools);
        AssertEqual(pool, again);
        Assert.Equal(text, Encoding.UTF8.GetString(Text(imported.Pools[0], format, options).Span));
    }

    /// <summary>Property by property, so that a failure says where.</summary>
    private static void AssertEqual(IdentityPool expected, IdentityPool actual)
    {
        Assert.All(typeof(IdentityPool).GetProperties(), property => Assert.Equal(property.GetValue(expected), property.GetValue(actual)));
        Assert.Equal(expected, actual);
    }

    private static ReadOnlyMemory<byte> Text(IdentityPool pool, ITemplateText format, TemplateOptions options) => TemplateFiles.Single([pool], options, format);

    private static HashSet<string> MappingKeys(IdentityPool pool) => [.. pool.RoleMappings.Select(mapping => mapping.MappingKey)];

    private static HashSet<string> LogicalIds(IdentityPool pool) => [.. PoolSections.Create(pool, new()).Resources.Keys];
}

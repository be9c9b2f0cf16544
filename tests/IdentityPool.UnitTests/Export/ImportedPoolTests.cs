using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.UnitTests.Import;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>A pool that was imported is written as its template had it, with what was changed since and nothing else.</summary>
public sealed class ImportedPoolTests
{
    public static TheoryData<string> Importable =>
        [.. FieldTemplates.Names.Where(name => name is not ("10b-serverless-name.yml" or "13-attachment-only.yaml" or "20e-effect-missing.yaml"))];

    [Theory]
    [MemberData(nameof(Importable))]
    public void Templates_from_the_field_come_back_as_they_were(string file)
    {
        var imported = FieldTemplates.Import(file);

        Assert.Empty(imported.Errors);
        foreach (var pool in imported.Pools)
        {
            WiderTemplates.AssertWrittenAsItWas(pool, "DependsOn");
            Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
        }

        var together = JsonTemplates.Import(JsonTemplates.Write(imported.Pools));
        Assert.Equal(imported.Pools, together.Pools);
    }

    [Theory]
    [MemberData(nameof(Importable))]
    public void Under_another_logical_id_all_that_names_the_pool_names_it_so(string file)
    {
        var pool = FieldTemplates.Import(file).Pools[0];
        var renamed = pool.With(new() { LogicalId = "Renamed" }, TagChange.Create([], []));
        var text = JsonTemplates.Write(renamed);
        var resources = (TemplateMapping)JsonTemplates.Read(text)["Resources"]!;

        Assert.NotNull(resources["Renamed"]);
        Assert.Null(resources[pool.LogicalId]);
        Assert.DoesNotContain(resources.SelectMany(resource => References.In(resource.Value)), reference => reference.Name == pool.LogicalId);
        Assert.Equal("Renamed", Assert.Single(JsonTemplates.Import(text).Pools).LogicalId);
    }
}

using IdentityPools.Model;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>An imported definition remembers what its template said of it, and what that needs of the rest.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("02a-if-inside-userpool.yaml", "Client Pool Users", "", "Trigger", "HasTrigger", "")]
    [InlineData("11-output-export-metadata.yaml", "Pool", "PoolId", "", "", "")]
    [InlineData("14-ssm-parameter.yaml", "Pool", "", "PoolName", "", "")]
    [InlineData("15b-managedpolicy-roles.yaml", "Attach Auth Extra Pool", "", "", "", "")]
    [InlineData("15d-rolepolicy.yaml", "Attach Auth Extra Pool", "", "", "", "")]
    [InlineData("18c-findinmap-name.yaml", "Pool", "", "", "", "M")]
    [InlineData("18f-if-statement.yaml", "Attach Auth Pool", "", "X", "HasX", "")]
    public void The_pool_knows_its_resources_and_what_they_need(
        string name,
        string resources,
        string outputs,
        string parameters,
        string conditions,
        string mappings
    )
    {
        var pool = Assert.Single(FieldTemplates.Import(name).Pools);

        var origin = pool.Origin.Template!;

        Assert.Equal(resources, Names(origin.Resources));
        Assert.Equal(outputs, Names(origin.Outputs));
        Assert.Equal(parameters, Names(origin.Parameters));
        Assert.Equal(conditions, Names(origin.Conditions));
        Assert.Equal(mappings, Names(origin.Mappings));
        Assert.Equal(pool, origin.Baseline);
        Assert.Null(origin.Baseline.Origin.Template);
        Assert.False(origin.IsEvaluated);
    }

    [Fact]
    public void Each_of_several_pools_knows_what_they_share()
    {
        var pools = FieldTemplates.Import("22-several-pools-one-role.yaml").Pools;

        Assert.Equal(["AttachA Auth PoolA", "AttachB Auth PoolB"], pools.Select(pool => Names(pool.Origin.Template!.Resources)));
    }

    [Fact]
    public void A_copy_has_no_template() =>
        Assert.Null(Assert.Single(FieldTemplates.Import("11-output-export-metadata.yaml").Pools).Copied("other").Origin.Template);

    private static string Names(TemplateMapping section) => string.Join(' ', section.Select(entry => entry.Key).Order(StringComparer.Ordinal));
}

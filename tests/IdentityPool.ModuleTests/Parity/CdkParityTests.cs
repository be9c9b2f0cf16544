using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>The examples of the CDK's README, said with this module's commands, mean the same as the CDK's templates.</summary>
public sealed class CdkParityTests(ParityModule module) : IClassFixture<ParityModule>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What AWS would deploy.</summary>
    public static TheoryData<string> Accepted { get; } =
    [
        "01-basic",
        "02-grants",
        "02b-grants-minimize-policies",
        "02c-grants-current-readme",
        "03-supplied-default-roles",
        "04-user-pool-props",
        "05-add-user-pool-authentication",
        "06-disable-server-side-token-check",
        "07-external-providers",
        "08b-oidc-native-and-imported",
        "09-custom-provider",
        "17-allow-classic-flow",
    ];

    /// <summary>What AWS would refuse because the pool lacks a provider that it maps, and the template that has the mappings as they should be.</summary>
    public static TheoryData<string, string> Completed { get; } =
        new()
        {
            { "10-role-mapping-token", "10-role-mapping-token" },
            { "11-role-mapping-rules", "11-role-mapping-rules" },
            { "12-role-mapping-all-match-types", "12-role-mapping-all-match-types" },
            { "13-add-role-mappings.seed", "13-add-role-mappings.seed" },
            { "13b-role-mappings-current", "13b-role-mappings-current" },
            { "14-provider-url-static", "14-provider-url-static" },
            { "14b-provider-url-all", "14b-provider-url-all" },
            { "15-provider-url-userpool-custom.seed", "15-provider-url-userpool-custom.seed" },
            { "15b-provider-url-custom-current", "15b-provider-url-custom-current" },
            // The provider of 16 is the user pool's URL without a client; 16b is the same example in the line of the CDK that mended it.
            { "16-token-url-mapping-key.seed", "16b-token-url-mapping-key-current" },
            { "16b-token-url-mapping-key-current", "16b-token-url-mapping-key-current" },
        };

    /// <summary>What AWS would refuse, and our reason.</summary>
    public static TheoryData<string, string> Refused { get; } =
        new()
        {
            { "08-oidc-saml", "InvalidSamlMetadata" },
            { "10-role-mapping-token", "MappedProviderMissing" },
            { "11-role-mapping-rules", "MappedProviderMissing" },
            { "12-role-mapping-all-match-types", "MappedProviderMissing" },
            { "13-add-role-mappings.seed", "SeveralRoleAttachments" },
            { "13b-role-mappings-current", "MappedProviderMissing" },
            { "14-provider-url-static", "MappedProviderMissing" },
            { "14b-provider-url-all", "MappedProviderMissing" },
            { "15-provider-url-userpool-custom.seed", "InvalidUserPool" },
            { "15b-provider-url-custom-current", "InvalidUserPool" },
            { "16-token-url-mapping-key.seed", "UserPoolIsUrl" },
            { "16b-token-url-mapping-key-current", "MappedProviderMissing" },
        };

    public static TheoryData<string> Differences { get; } = [.. IntendedDifferences.All.Select(difference => difference.Name)];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Definition_means_the_same(string name)
    {
        var example = new CdkExample(name);
        var expected = IntendedDifferences.Apply(InDefinition(example), TemplateMeaning.Of(example.PlainTemplate()));

        AssertSame(expected, TemplateMeaning.Of(module.Defined(example)));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Imported_and_exported_means_the_same(string name)
    {
        var example = new CdkExample(name);
        var differences = InDefinition(example).Where(difference => difference.When != ParityScope.Definitions);

        AssertSame(IntendedDifferences.Apply(differences, TemplateMeaning.Of(example.Template())), TemplateMeaning.Of(module.Imported(example)));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Import_of_the_export_equals_the_import(string name)
    {
        foreach (var format in new[] { "Json", "Yaml" })
        {
            var (areEqual, first, second) = module.ReadTwice(new(name), format);

            // A secret comes back as the name of its parameter, never as itself.
            Assert.Equal(name != "07-external-providers", areEqual);
            Assert.Equal(first, second);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_AWS_would_refuse_is_refused(string name, string errorId)
    {
        var outcome = module.Refused(new(name));

        Assert.Equal(errorId, Assert.Single(outcome.ErrorIds));
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [MemberData(nameof(Completed))]
    public void Mappings_of_the_completed_definition_mean_the_same(string name, string expectedName)
    {
        var expected = IntendedDifferences.Apply(IntendedDifferences.All, TemplateMeaning.Of(WithRealRegion(new CdkExample(expectedName).PlainTemplate())));

        AssertSame(RoleMappings(expected), RoleMappings(TemplateMeaning.Of(module.Defined(new(name)))));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void No_intended_difference_is_idle(string name)
    {
        var difference = IntendedDifferences.All.Single(difference => difference.Name == name);

        Assert.Contains(
            Accepted,
            row =>
            {
                var meaning = TemplateMeaning.Of(new CdkExample(row.Data).PlainTemplate());
                return !JsonNode.DeepEquals(meaning, IntendedDifferences.Apply([difference], meaning));
            }
        );
    }

    [Fact]
    public void Every_template_of_the_CDK_is_compared()
    {
        var compared = Accepted.Select(row => row.Data).Concat(Refused.Select(row => row.Data.Item1));

        Assert.Equal(CdkExample.Names.Order(StringComparer.Ordinal), compared.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<IntendedDifference> InDefinition(CdkExample example) =>
        IntendedDifferences.All.Where(difference => !example.IsPartOfMore || difference.When != ParityScope.WholeTemplates);

    /// <summary>The CDK's README names a region that does not exist.</summary>
    private static JsonObject WithRealRegion(JsonObject template) =>
        JsonNode.Parse(template.ToJsonString().Replace("my-idp-region", "eu-west-1", StringComparison.Ordinal))!.AsObject();

    /// <summary>The mappings of all attachments: the CDK made one for each call once, where a pool can have one only.</summary>
    private static JsonObject RoleMappings(JsonObject meaning) =>
        Canonical
            .InOrder(
                new JsonObject(
                    from attachment in Canonical.List(meaning["RoleAttachments"])
                    from mapping in attachment["Properties"]!["RoleMappings"]!.AsObject()
                    select KeyValuePair.Create(mapping.Key, mapping.Value?.DeepClone())
                )
            )
            .AsObject();

    private static void AssertSame(JsonObject expected, JsonObject actual) => Assert.Equal(expected.ToJsonString(Indented), actual.ToJsonString(Indented));
}

using System.Text;
using FsCheck.Xunit;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Properties;

/// <summary>Whatever is changed of a pool goes into its template, and nothing else of the template changes.</summary>
[Properties(Arbitrary = [typeof(Definitions)], MaxTest = 150, EndSize = 30)]
public sealed class IntoProperties
{
    private const string Before = "# Who made this, and why.\n";
    private const string Behind = "\n# The end.\n";

    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();

    [Property]
    public void A_change_goes_into_YAML(Definition definition, Definition change) =>
        AssertChanged(definition, change, Yaml, tree => Before + Encoding.UTF8.GetString(Yaml.Write(tree).Span) + Behind);

    [Property]
    public void A_change_goes_into_YAML_of_another_layout(Definition definition, Definition change) =>
        AssertChanged(
            definition,
            change,
            Yaml,
            tree => (Before + Encoding.UTF8.GetString(Yaml.Write(tree, new(4, IsSequenceIndented: false)).Span) + Behind).ReplaceLineEndings("\r\n")
        );

    [Property]
    public void A_change_goes_into_JSON(Definition definition, Definition change) =>
        AssertChanged(definition, change, Json, tree => Encoding.UTF8.GetString(Json.Write(tree).Span));

    [Property]
    public void A_change_goes_into_JSON_on_one_line(Definition definition, Definition change) =>
        AssertChanged(definition, change, Json, tree => JsonTemplateText.Compact(tree));

    private static void AssertChanged(Definition definition, Definition change, ITemplateText form, Func<TemplateMapping, string> layout)
    {
        var text = layout(Tree(definition.Build()));
        var pool = Assert.Single(TemplateImporter.Import(form.Read(text)).Pools);
        var changed = change.Steps.Concat(change.Grants).Aggregate(pool, Changed);
        string written;
        try
        {
            written = IntoTemplate.Write(text, "file", [changed], new(), form);
        }
        catch (DefinitionException exception)
        {
            // What cannot leave as a template of its own cannot go into another one either.
            Assert.Equal(exception.Message, Record.Exception(() => JsonTemplates.Write(changed))?.Message);
            return;
        }

        AssertSame(changed, Assert.Single(TemplateImporter.Import(form.Read(written)).Pools));
        AssertSame(changed, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(changed)).Pools));
        Assert.Equal(text.StartsWith('#') ? text.Split('\n')[0] : "", written.StartsWith('#') ? written.Split('\n')[0] : "");
        var (before, now) = ((TemplateMapping)form.Read(text), (TemplateMapping)form.Read(written));
        Assert.Equal(before.At("Resources", "Topic"), now.At("Resources", "Topic"));
        Assert.Equal(before.At("Outputs", "TopicArn"), now.At("Outputs", "TopicArn"));
        Assert.Equal(changed.Equals(pool), ReferenceEquals(text, written));
    }

    private static void AssertSame(IdentityPool expected, IdentityPool actual)
    {
        if (!expected.Equals(actual))
        {
            // Texts show in what they differ.
            Assert.Equal(Text(expected), Text(actual));
            Assert.Fail("The pools differ in what a template does not say.");
        }
    }

    private static string Text(IdentityPool pool) => TemplateDocument.Compose(PoolSections.Write(pool, new()), new()).ToString();

    private static IdentityPool Changed(IdentityPool pool, Func<IdentityPool, IdentityPool> step)
    {
        try
        {
            return step(pool);
        }
        catch (DefinitionException)
        {
            // The pool has such a thing, or cannot have it.
            return pool;
        }
    }

    /// <summary>A template of the pool, and of a topic that is none of its parts.</summary>
    private static TemplateMapping Tree(IdentityPool pool)
    {
        var tree = JsonTemplates.Read(JsonTemplates.Write(pool));
        var resources = new TemplateMapping((TemplateMapping)tree["Resources"]!) { { "Topic", TemplateMapping.Single("Type", "AWS::SNS::Topic") } };
        var outputs = new TemplateMapping((TemplateMapping)tree["Outputs"]!) { { "TopicArn", TemplateMapping.Single("Value", Intrinsic.RefTo("Topic")) } };
        return tree.With("Resources", resources).With("Outputs", outputs);
    }
}

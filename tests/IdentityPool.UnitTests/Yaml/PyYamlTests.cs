using System.Text;
using FsCheck.Fluent;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>Another reader of YAML 1.1 takes what is written for the same as this module does.</summary>
public sealed class PyYamlTests
{
    private const int Count = 200;

    [Fact]
    public void PyYAML_reads_what_was_written()
    {
        Assert.SkipUnless(PyYaml.IsInstalled, "python3 with PyYAML is not on the PATH.");
        var yaml = new YamlTemplateText();
        var pairs = Trees
            .Tree()
            .Generator.Sample(Count)
            .Select(tree => (TemplateNode)TemplateSequence.Single(Encoding.UTF8.GetString(yaml.Write(tree).Span), tree));

        Assert.Equal("", PyYaml.Disagreements(new TemplateSequence(pairs).ToString()));
    }
}

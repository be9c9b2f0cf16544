using System.Text;
using FsCheck.Xunit;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>What is true of every tree.</summary>
// A list of a hundred lists of a hundred is long and not different.
[Properties(Arbitrary = [typeof(Trees)], MaxTest = 300, EndSize = 12)]
public sealed class YamlRoundTripTests
{
    private static readonly YamlTemplateText Yaml = new();

    [Property]
    public void What_was_written_reads_as_the_same_tree(TemplateNode tree) => Assert.Equal(tree, Yaml.Read(Written(tree)));

    [Property]
    public void The_same_tree_gives_the_same_text(TemplateNode tree)
    {
        var text = Written(tree);

        Assert.Equal(text, Written(Yaml.Read(text)));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_character_comes_back_as_value_and_as_key()
    {
        var characters = Enumerable
            .Range(0, 0x11_000)
            .Where(Rune.IsValid)
            .Select(value => new Rune(value).ToString())
            .SelectMany(character => new[] { character, $"a{character}b", $" {character}\n{character}" })
            .ToList();
        var tree = new TemplateMapping(characters.Select(text => KeyValuePair.Create(text, (TemplateNode)text)));

        Assert.Equal(tree, Yaml.Read(Written(tree)));
    }

    [Theory]
    [InlineData("a *b")]
    [InlineData("a &b")]
    [InlineData("a !b")]
    [InlineData("a\n---\nb")]
    [InlineData("...\n")]
    [InlineData("a\n  b\n\n\n")]
    [InlineData("\n a")]
    [InlineData("a\n# b\n")]
    public void Text_that_looks_like_layout_is_a_value_and_a_key(string text)
    {
        var tree = TemplateMapping.Single(text, TemplateMapping.Single(text, TemplateSequence.Single(text, TemplateSequence.Single(text))));

        Assert.Equal(tree, Yaml.Read(Written(tree)));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("-0")]
    [InlineData("1.50")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_stay_as_they_are_written(string number)
    {
        var tree = TemplateMapping.Single("Key", new TemplateScalar(TemplateScalarKind.Number, number));

        Assert.Equal($"Key: {number}\n", Written(tree));
        Assert.Equal(tree, Yaml.Read(Written(tree)));
    }

    private static string Written(TemplateNode tree) => Encoding.UTF8.GetString(Yaml.Write(tree).Span);
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Template;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>Text that is no template is refused with a sentence, in bounded time, whatever it is.</summary>
public sealed class YamlRefusalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly YamlTemplateText Yaml = new();

    [Theory]
    [InlineData("a:\n  b: 1\n c: 2", "line 3, column 2")]
    [InlineData("Resources:\n  Pool:\n    Type: [AWS", "at line 4, column 1")]
    [InlineData("a: 'b", "line 1, column 4")]
    [InlineData("a: \"\\UFFFFFFFF\"", "cannot be read")]
    [InlineData("a:\n  b\u2028{c:\n=", "line 2")]
    [InlineData("a: !!E[", "cannot be read")]
    [InlineData("a: !<> b", "line 1")]
    public void What_is_not_well_formed_is_refused_with_its_place(string text, string fragment)
    {
        var exception = Assert.Throws<TemplateTextException>(() => Yaml.Read(text));

        Assert.Equal(TemplateTextErrorKind.Malformed, exception.Kind);
        Assert.Contains(fragment, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: !!binary aGk=", "tag:yaml.org,2002:binary")]
    [InlineData("a: !!set {b}", "tag:yaml.org,2002:set")]
    [InlineData("a: !!int 5", "tag:yaml.org,2002:int")]
    [InlineData("a: !<tag:example.org,2026:x> []", "tag:example.org,2026:x")]
    [InlineData("a: 1\nb: !Nothing c", "'!Nothing' at line 2")]
    [InlineData("a: *b", "'*b' at line 1")]
    [InlineData("a:\n  b *c: d", "line 2")]
    [InlineData("a *b:", "line 1")]
    public void What_CloudFormation_does_not_know_is_named(string text, string fragment)
    {
        var exception = Assert.Throws<TemplateTextException>(() => Yaml.Read(text));

        Assert.Equal(TemplateTextErrorKind.NotSupported, exception.Kind);
        Assert.Contains(fragment, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: !!str 5", """{"a":"5"}""")]
    [InlineData("a: ! 5", """{"a":"5"}""")]
    [InlineData("!!map {a: !!seq [b]}", """{"a":["b"]}""")]
    public void A_tag_that_says_what_stands_there_anyway_is_taken(string text, string json) => Assert.Equal(json, Yaml.Read(text).ToString());

    [Theory]
    [InlineData("true True TRUE yes Yes YES on On ON", "true")]
    [InlineData("false False FALSE no No NO off Off OFF", "false")]
    [InlineData("~ null Null NULL", "null")]
    public void Words_are_values_as_YAML_1_1_has_them(string words, string json) =>
        Assert.All(words.Split(' '), word => Assert.Equal(json, Yaml.Read(word).ToString()));

    [Theory]
    [InlineData("tRUE")]
    [InlineData("y")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("012345678901")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("12:30:00")]
    public void What_is_no_JSON_value_stays_text(string text) => Assert.Equal((TemplateNode)text, Yaml.Read(text));

    [Theory]
    [InlineData(TemplateText.MaximumDepth, null)]
    [InlineData(TemplateText.MaximumDepth + 1, TemplateTextErrorKind.TooDeep)]
    [InlineData(2_000_000, TemplateTextErrorKind.TooDeep)]
    public void Depth_has_a_limit(int levels, TemplateTextErrorKind? fault)
    {
        Assert.Equal(fault, Refusal(new string('[', levels) + new string(']', levels)));
        Assert.Equal(fault, Refusal(string.Concat(Enumerable.Repeat("- ", levels)) + "a"));
    }

    [Theory]
    [InlineData("a,", "[", "]", null)]
    [InlineData("[],", "[", "]", null)]
    [InlineData("-\n", "", "", null)]
    [InlineData("{a: ", "", "", TemplateTextErrorKind.TooDeep)]
    [InlineData("#\n", "", "", TemplateTextErrorKind.Malformed)]
    [InlineData("a", "\"", "", TemplateTextErrorKind.Malformed)]
    [InlineData("\n", "a: \"x", " y\"", null)]
    [InlineData("  x\n", "a: |\n", "", null)]
    [InlineData("!", "", "", TemplateTextErrorKind.NotSupported)]
    [InlineData("&a ", "", "", TemplateTextErrorKind.Malformed)]
    [InlineData("%TAG !a! tag:a\n", "", "", TemplateTextErrorKind.Malformed)]
    public void The_longest_text_takes_bounded_time(string repeated, string before, string after, TemplateTextErrorKind? fault)
    {
        var text = new StringBuilder(before).Insert(before.Length, repeated, TemplateText.MaximumLength / repeated.Length).Append(after).ToString();
        var watch = Stopwatch.StartNew();

        Assert.Equal(fault, Refusal(text));
        Assert.True(watch.Elapsed < Patience, string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed}"));
    }

    [Property(MaxTest = 5000)]
    public Property Nothing_else_is_ever_thrown() => Prop.ForAll(Arb.From(Texts.Wild), AssertReadOrRefused);

    [Property(MaxTest = 5000)]
    public void Nothing_else_is_ever_thrown_for_a_template_with_a_slip(int place, char slip)
    {
        const string Template = "Resources:\n  Pool:\n    Type: 'AWS'\n    Tags: [{Key: !Ref a, Value: \"b\\n\"}, !GetAtt b.c]\n    Text: |\n      x\n";
        var start = Math.Abs(place % Template.Length);
        AssertReadOrRefused(Template.Remove(start, 1).Insert(start, slip.ToString()));
    }

    private static void AssertReadOrRefused(string text) => Assert.True(Record.Exception(() => Yaml.Read(text)) is null or TemplateTextException, text);

    private static TemplateTextErrorKind? Refusal(string text)
    {
        try
        {
            Yaml.Read(text);
            return null;
        }
        catch (TemplateTextException exception)
        {
            return exception.Kind;
        }
    }
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Template;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Yaml;

public sealed class YamlTemplateTextTests
{
    private static readonly YamlTemplateText Yaml = new();
    private static readonly JsonTemplateText Json = new();

    [Property(MaxTest = 1000)]
    public Property Any_text_comes_back_as_it_was() =>
        Prop.ForAll(Arb.From(Texts.Wild), text => Assert.Equal(TemplateMapping.Single("Key", text), Yaml.Read(Written(TemplateMapping.Single("Key", text)))));

    [Property(MaxTest = 300, EndSize = 12)]
    public Property Any_tree_comes_back_as_it_was() => Prop.ForAll(Arb.From(Tree(3)), node => Assert.Equal(node, Yaml.Read(Written(node))));

    [Property(MaxTest = 300, EndSize = 12)]
    public Property Any_tree_comes_back_as_it_was_in_JSON() =>
        Prop.ForAll(Arb.From(Tree(3)), node => Assert.Equal(node, Json.Read(Encoding.UTF8.GetString(Json.Write(node).Span))));

    [Property(MaxTest = 1000)]
    public Property No_file_has_characters_that_cannot_be_seen() =>
        Prop.ForAll(
            Arb.From(Texts.Wild),
            text =>
            {
                var mapping = new TemplateMapping { { "Key", text }, { text, "value" } };
                foreach (var written in (string[])[Written(mapping), Encoding.UTF8.GetString(Json.Write(mapping).Span)])
                {
                    Assert.Equal(written, ShownText.Escaped(written));
                    Assert.DoesNotContain(written.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
                }

                Assert.Equal(mapping, Yaml.Read(Written(mapping)));
                Assert.Equal(mapping, Json.Read(Encoding.UTF8.GetString(Json.Write(mapping).Span)));
            }
        );

    [Theory]
    [InlineData("a\u202Eb", "\"a\\u202Eb\"")]
    [InlineData("a\u200Bb", "\"a\\u200Bb\"")]
    [InlineData("a\n\u2066b", "\"a\\n\\u2066b\"")]
    [InlineData("a ##vso[b", "\"a \\u0023#vso[b\"")]
    [InlineData("a\n  ::stop-commands::t", "\"a\\n  ::stop-commands::t\"")]
    public void Text_with_characters_that_cannot_be_seen_is_in_double_quotes_with_escapes(string text, string expected) =>
        Assert.Contains($"Key: {expected}\n", Written(TemplateMapping.Single("Key", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("yes")]
    [InlineData("0123")]
    [InlineData("2012-10-17")]
    [InlineData("12:30")]
    [InlineData("1_000")]
    [InlineData("~")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("*a")]
    public void Text_that_readers_could_take_for_something_else_is_quoted(string text) =>
        Assert.Contains($"Key: '{text}'", Written(TemplateMapping.Single("Key", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("!Ref Name", """{"Ref":"Name"}""")]
    [InlineData("!GetAtt Pool.Arn", """{"Fn::GetAtt":["Pool","Arn"]}""")]
    [InlineData("!GetAtt [Pool, Arn]", """{"Fn::GetAtt":["Pool","Arn"]}""")]
    [InlineData("!Sub '${A}-b'", """{"Fn::Sub":"${A}-b"}""")]
    [InlineData("!Select [0, !Split [_, !Ref Id]]", """{"Fn::Select":[0,{"Fn::Split":["_",{"Ref":"Id"}]}]}""")]
    [InlineData("{ 'Fn::If': [A, b, c] }", """{"Fn::If":["A","b","c"]}""")]
    [InlineData("!If [A, b, c]", """{"Fn::If":["A","b","c"]}""")]
    [InlineData("012345678901", "\"012345678901\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("no", "false")]
    [InlineData("12", "12")]
    [InlineData("!!str 12", "\"12\"")]
    public void Values_mean_what_CloudFormation_takes_them_for(string yaml, string json) => Assert.Equal(Json.Read(json), Yaml.Read(yaml));

    [Theory]
    [InlineData("a: &x [1]\nb: *x", TemplateTextErrorKind.NotSupported)]
    [InlineData("<<: { a: b }", TemplateTextErrorKind.NotSupported)]
    [InlineData("a: !Nothing b", TemplateTextErrorKind.NotSupported)]
    [InlineData("a: b\n---\nc: d", TemplateTextErrorKind.NotSupported)]
    [InlineData("[a]: b", TemplateTextErrorKind.NotSupported)]
    [InlineData("a: 1\na: 2", TemplateTextErrorKind.DuplicateKey)]
    [InlineData("a: [", TemplateTextErrorKind.Malformed)]
    [InlineData("a: \"b", TemplateTextErrorKind.Malformed)]
    [InlineData("", TemplateTextErrorKind.Malformed)]
    [InlineData("# nothing", TemplateTextErrorKind.Malformed)]
    public void What_CloudFormation_does_not_take_is_refused(string yaml, TemplateTextErrorKind fault) =>
        Assert.Equal(fault, Assert.Throws<TemplateTextException>(() => Yaml.Read(yaml)).Kind);

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    [InlineData("? ")]
    public void Depth_is_bounded(string opening) =>
        Assert.Contains(
            Assert.Throws<TemplateTextException>(() => Yaml.Read(string.Concat(Enumerable.Repeat(opening, 100_000)))).Kind,
            new[] { TemplateTextErrorKind.TooDeep, TemplateTextErrorKind.NotSupported, TemplateTextErrorKind.Malformed }
        );

    [Fact]
    public void A_bomb_of_aliases_goes_off_nowhere()
    {
        var bomb =
            "a: &a [x, x, x]\n" + string.Concat("bcdefgh".Select(name => $"{name}: &{name} [*{(char)(name - 1)}, *{(char)(name - 1)}, *{(char)(name - 1)}]\n"));

        Assert.Equal(TemplateTextErrorKind.NotSupported, Assert.Throws<TemplateTextException>(() => Yaml.Read(bomb)).Kind);
    }

    private static string Written(TemplateNode node) => Encoding.UTF8.GetString(Yaml.Write(node).Span);

    private static Gen<TemplateNode> Tree(int depth)
    {
        var scalar = Gen.OneOf(
            Texts.Wild.Select(text => (TemplateNode)text),
            Gen.Elements<TemplateNode>(true, false, 0, 42, TemplateScalar.Null, new TemplateScalar(TemplateScalarKind.Number, "1.5"))
        );
        if (depth == 0)
        {
            return scalar;
        }

        var key = Gen.OneOf(Texts.Any(1, 8), Gen.Elements("Ref", "Fn::Sub", "Fn::Join", "Fn::ImportValue", "Fn::If", "Condition", "Fn::Nothing"));
        return Gen.OneOf(
            scalar,
            Gen.ListOf(Tree(depth - 1)).Select(items => (TemplateNode)new TemplateSequence(items)),
            from keys in Gen.ListOf(key)
            from values in Gen.ArrayOf(Tree(depth - 1), keys.Count)
            select (TemplateNode)new TemplateMapping(keys.Zip(values, KeyValuePair.Create).DistinctBy(entry => entry.Key))
        );
    }
}

using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>What is written into lines, as people would write it.</summary>
public sealed class SpliceTests
{
    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();

    // Text, what it shall say, and the text as it has to be.
    public static TheoryData<string, string, string> Changes =>
        new()
        {
            { "a: x # why\nb: c\n", "{a: {m: o}, b: c}", "a: # why\n  m: o\nb: c\n" },
            { "a:\n  b: c", "{a: {b: c, d: e}}", "a:\n  b: c\n  d: e" },
            { "a:\n  - b: c\n    d: e\n", "{a: [{x: q, b: c, d: e}]}", "a:\n  - x: q\n    b: c\n    d: e\n" },
            { "a:\n  - { k: one, v: p } # 1\n  - { k: two, v: q } # 2\n", "{a: [{k: two, v: r}]}", "a:\n  - { k: two, v: r } # 2\n" },
            { "a:\n  b: c\n\n  d: e\n", "{a: {b: c, d: e, f: g}}", "a:\n  b: c\n\n  d: e\n\n  f: g\n" },
            { "{ \"a\": 1, \"b\": 2 }", "{b: 2}", "{ \"b\": 2 }" },
            { "{ \"a\": 1, \"b\": 2 }", "{a: 1}", "{ \"a\": 1 }" },
            { "{ \"a\": [ 1, 2, 3, 4 ] }", "{a: [1, 3]}", "{ \"a\": [ 1, 3 ] }" },
            { "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "{z: 0, b: 2}", "{\n  \"z\": 0,\n  \"b\": 2\n}\n" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_other_lines_stay(string text, string wanted, string expected)
    {
        var now = Yaml.Read(wanted);
        var isJson = text.Contains('"', StringComparison.Ordinal);
        ITemplateText form = isJson ? Json : Yaml;
        var part = form.Locate(text);
        TemplateSplice splice = isJson ? new JsonSplice(text, part) : new BlockSplice(text, part, Yaml);
        var written = splice.Apply(part, form.Read(text), now);

        Assert.Equal(now, form.Read(written));
        Assert.Equal(expected, written);
    }

    [Theory]
    [InlineData("{a: 1, b: !Ref AWS::NoValue}", "{a: 1}", true)]
    [InlineData("{a: 1, b: 2}", "{a: 1}", false)]
    [InlineData("{a: 1}", "{a: 1, b: 2}", true)]
    [InlineData("[1]", "1", true)]
    [InlineData("[1, 2]", "[1]", false)]
    [InlineData("!Sub 'x'", "x", false)]
    public void A_part_is_told_by_what_would_be_written_for_it(string original, string written, bool isSame) =>
        Assert.Equal(isSame, SameNodes.Covers(Yaml.Read(original), Yaml.Read(written)));

    [Fact]
    public void A_new_resource_stands_behind_the_last_of_the_pool()
    {
        var text = FieldTemplates.Text("15b-managedpolicy-roles.yaml") + "  Topic: { Type: AWS::SNS::Topic }\n";
        var written = (TemplateMapping)Yaml.Read(Into(text, pool => Edits.Apply("OpenID Connect provider", pool)));
        var ids = ((TemplateMapping)written["Resources"]!).Select(entry => entry.Key).ToList();

        Assert.Equal(["Pool", "Auth", "Extra", "Attach"], ids.Take(4));
        Assert.Equal("Topic", ids[^1]);
        Assert.Equal(6, ids.Count);
    }

    [Fact]
    public void A_client_that_something_else_names_stays()
    {
        const string Text = """
            Resources:
              People: { Type: AWS::Cognito::UserPool }
              Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref People } }
              App: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Client } }
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  AllowUnauthenticatedIdentities: false
                  CognitoIdentityProviders: [ { ProviderName: !GetAtt People.ProviderName, ClientId: !Ref Client } ]

            """;
        var said = new List<string>();
        var written = Into(Text, pool => Edits.Apply("no providers", pool), said.Add);

        Assert.Contains("  Client:", written, StringComparison.Ordinal);
        Assert.DoesNotContain("CognitoIdentityProviders", written, StringComparison.Ordinal);
        Assert.Contains(said, sentence => sentence.StartsWith("'Client' (AWS::Cognito::UserPoolClient)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_would_say_something_else_is_not_written()
    {
        var text = FieldTemplates.Text("15b-managedpolicy-roles.yaml");
        var pool = TemplateImporter.Import(Yaml.Read(text)).Pools[0];
        var changed = pool.With(new() { AllowUnauthenticatedIdentities = true }, TagChange.Create([], []));

        Refused.With("IntoUnsafe", () => IntoTemplate.Write(text, "file", [changed], new(), new Misplacing()));
    }

    private static string Into(string text, Func<IdentityPool, IdentityPool> change, Action<string>? say = null) =>
        IntoTemplate.Write(text, "file", [change(TemplateImporter.Import(Yaml.Read(text)).Pools[0])], new() { LeftOut = say ?? (_ => { }) }, Yaml);

    /// <summary>YAML that is not where it is said to be.</summary>
    private sealed class Misplacing : ITemplateText
    {
        public TemplateNode Read(string text, Action? proceed = null) => Yaml.Read(text, proceed);

        public ReadOnlyMemory<byte> Write(TemplateNode root) => Yaml.Write(root);

        public ReadOnlyMemory<byte> Write(TemplateNode root, TextLayout layout) => Yaml.Write(root, layout);

        public TextPart Locate(string text) => Yaml.Locate("#\n" + text);
    }
}

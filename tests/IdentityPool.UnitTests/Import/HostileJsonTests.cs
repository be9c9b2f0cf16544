using System.Diagnostics;
using System.Text;
using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>Text that is no template, or means harm: a clear error, soon.</summary>
public sealed class HostileJsonTests
{
    private static readonly JsonTemplateText Json = new();
    private static readonly string Whole = JsonTemplates.Write(Pools.Empty);

    [Fact]
    public void Every_text_that_was_cut_off_is_malformed()
    {
        for (var length = 0; length < Whole.TrimEnd().Length; length += 7)
        {
            Assert.Equal(TemplateTextErrorKind.Malformed, Fault(Whole[..length]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{'a':1}""")]
    [InlineData("""{"a":1} // comment""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("{\"a\":\"\u0001\"}")]
    [InlineData("\0\0\0\0")]
    [InlineData("<html>")]
    public void What_is_not_JSON_is_malformed(string text) => Assert.Equal(TemplateTextErrorKind.Malformed, Fault(text));

    [Fact]
    public void The_message_tells_line_and_column() =>
        Assert.Contains("line 2, column 8", Assert.Throws<TemplateTextException>(() => Json.Read("{\n  \"a\": x\n}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_surrogate_pair_has_a_place_too() =>
        Assert.Contains(
            "line 2, column 8",
            Assert.Throws<TemplateTextException>(() => Json.Read("{\n  \"a\": \"\\ud800\"\n}")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"Resources":{},"Resources":{}}""")]
    [InlineData("""{"Resources":{"A":{"Type":"a","Type":"b"}}}""")]
    [InlineData("""{"Resources":{"A":1,"\u0041":2}}""")]
    public void A_key_twice_is_refused(string text) => Assert.Equal(TemplateTextErrorKind.DuplicateKey, Fault(text));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void A_hundred_thousand_levels_are_refused_at_once(string opening)
    {
        var clock = Stopwatch.StartNew();

        Assert.Equal(TemplateTextErrorKind.TooDeep, Fault(string.Concat(Enumerable.Repeat(opening, 100_000))));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void The_deepest_text_that_is_read_has_64_levels()
    {
        Assert.Equal(TemplateTextErrorKind.TooDeep, Fault(new string('[', 65) + new string(']', 65)));
        Assert.IsType<TemplateSequence>(Json.Read(new string('[', 64) + new string(']', 64)));
    }

    [Fact]
    public void Fifty_megabytes_in_one_text_are_no_template_soon()
    {
        var text = "{\"Resources\":\"" + new string('x', 50_000_000) + "\"}";
        var clock = Stopwatch.StartNew();

        Refused.With("NotATemplate", () => JsonTemplates.Import(text));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_map_of_a_hundred_thousand_keys_is_read_in_time()
    {
        var text = new StringBuilder("{\"Resources\":{");
        text.AppendJoin(',', Enumerable.Range(0, 100_000).Select(index => $"\"A{index}\":{{\"Type\":\"T\"}}"));
        var clock = Stopwatch.StartNew();

        Refused.With("NoIdentityPool", () => JsonTemplates.Import(text.Append("}}").ToString()));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("""{"Resources":[]}""")]
    [InlineData("""{"Resources":null}""")]
    public void JSON_without_resources_is_no_template(string text) => Refused.With("NotATemplate", () => TemplateImporter.Import(Json.Read(text)));

    [Theory]
    [InlineData("""{"Resources":{}}""")]
    [InlineData("""{"Resources":{"A":1,"B":{},"C":{"Type":5},"D":{"Type":["x"]}}}""")]
    public void A_template_without_identity_pools_says_so(string text) => Refused.With("NoIdentityPool", () => JsonTemplates.Import(text));

    [Theory]
    [InlineData("IdentityPoolName")]
    [InlineData("AllowUnauthenticatedIdentities")]
    [InlineData("AllowClassicFlow")]
    [InlineData("CognitoIdentityProviders")]
    [InlineData("SupportedLoginProviders")]
    [InlineData("OpenIdConnectProviderARNs")]
    [InlineData("SamlProviderARNs")]
    [InlineData("DeveloperProviderName")]
    [InlineData("IdentityPoolTags")]
    public void A_property_of_any_shape_is_a_warning_or_a_fault_and_never_a_crash(string property)
    {
        string[] values =
        [
            "null",
            "5",
            "true",
            "\"\"",
            "\"text\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[5]",
            "[{}]",
            "{\"a\":null}",
            "{\"Ref\":5}",
            "[{\"Key\":5}]",
        ];

        Assert.All(
            values,
            value =>
            {
                var imported = JsonTemplates.Import(
                    $$"""{"Resources":{"P":{"Type":"AWS::Cognito::IdentityPool","Properties": { "{{property}}": {{value}} } } } }"""
                );

                Assert.Equal(1, imported.Pools.Count + imported.Errors.Count);
            }
        );
    }

    private static TemplateTextErrorKind Fault(string text) => Assert.Throws<TemplateTextException>(() => Json.Read(text)).Kind;
}

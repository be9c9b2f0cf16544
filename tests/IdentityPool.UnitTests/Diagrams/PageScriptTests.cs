using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Simulation;
using IdentityPools.UnitTests.Simulation;
using IdentityPools.Values;
using Jint.Runtime;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>The simulator of the page decides as the module's does, and says the same about it.</summary>
public sealed class PageScriptTests
{
    private static readonly SimulationCases Table = SimulationCases.Read();
    private static readonly PageScript Page = new();

    private static readonly string[] Names =
    [
        "email",
        "Email",
        "c",
        "hd",
        "groups",
        "tenant",
        "level",
        "b",
        "n",
        "r",
        TokenClaims.Roles,
        TokenClaims.PreferredRole,
        TokenClaims.SamlRoles,
    ];

    private static readonly string[] Scalars =
    [
        "null",
        "true",
        "7",
        "1.50",
        "-1e3",
        "\"\"",
        "\" \"",
        "\"a\"",
        "\"A\"",
        "\"a,b\"",
        "\"a\\u202eb\"",
        "\"##[error] ::warning::\"",
        "\"x\"",
        "\"ann@shop.example\"",
        "\"bann@shop.example\"",
        "\"ANN@shop.example\"",
        "\"admin@shop.example\"",
        "\"first.example\"",
        "\"the last.example\"",
        "\"[\\\"arn:aws:iam::123456789012:role/Admin\\\"]\"",
        "\"[1,\"",
        "\"arn:aws:iam::123456789012:role/Admin\"",
        "\"arn:aws:iam::123456789012:role/Staff\"",
        "\"arn:aws:iam::123456789012:role/Admin, arn:aws:iam::123456789012:role/Staff\"",
    ];

    private static readonly string?[] Roles =
    [
        null,
        null,
        "arn:aws:iam::123456789012:role/Admin",
        "arn:aws:iam::123456789012:role/Staff",
        "arn:aws:iam::123456789012:role/Users",
        "Staff",
        "ADMIN",
    ];

    public static TheoryData<string> Cases => SimulationCaseTests.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sign_in_is_decided_and_explained_in_the_page_as_in_the_module(string name) => Compare(Table.All.Single(known => known.Name == name));

    /// <summary>Beyond the table: any claims, for any provider of any of its pools.</summary>
    [Property(MaxTest = 150)]
    public Property Whatever_signs_in_is_decided_in_the_page_as_in_the_module() => Prop.ForAll(SignIns().ToArbitrary(), Compare);

    [Fact]
    public void Case_and_white_space_of_letters_are_in_the_page_what_they_are_in_the_module()
    {
        var firsts = LetterTable.Letters.Reverse().Select(letter => (letter, folded: Page.Folded(letter))).ToList();
        var known = new Dictionary<string, char>(StringComparer.Ordinal);
        firsts.ForEach(entry => known[entry.folded] = entry.letter);
        Assert.All(firsts, entry => Assert.Equal(LetterTable.Folded(entry.letter), known[entry.folded]));
        Assert.All(LetterTable.Letters, letter => Assert.Equal(char.IsWhiteSpace(letter), Page.IsSpace(letter)));
    }

    [Fact]
    public void Texts_are_written_in_the_page_as_in_the_module() =>
        Assert.All(LetterTable.Texts, text => Assert.Equal(LetterTable.Written(text), Page.Written(text)));

    [Fact]
    public void Text_of_others_is_shown_in_the_page_as_in_the_module()
    {
        string[] texts = ["::x", "a::b", "a ::b", "a\u3000::b", ":::", "##", "a###", "#", "", "\ud83d\ude00", "a\ud83d", "\udbff\udfff", "\U000e0001", "\r\n"];
        Assert.All(LetterTable.Letters.Select(letter => $"a{letter}b").Concat(texts), text => Assert.Equal(ShownText.Escape(text), Page.Shown(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\": }")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("{\"a\": 01}")]
    [InlineData("{\"a\": 1.}")]
    [InlineData("{\"a\": +1}")]
    [InlineData("{\"a\": \"\\x\"}")]
    [InlineData("{\"a\": \"\t\"}")]
    [InlineData("{\"a\": tru}")]
    [InlineData("{'a': 1}")]
    [InlineData("{\"a\": 1} x")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    public void What_is_not_JSON_is_refused_by_both(string text)
    {
        Assert.StartsWith("SyntaxError", Assert.Throws<JavaScriptException>(() => Page.Claims(text)).Error.ToString(), StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => TokenClaims.FromJson((JsonObject)JsonNode.Parse(text)!));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("null")]
    public void Claims_that_are_no_object_are_refused(string text) => Assert.Throws<JavaScriptException>(() => Page.Claims(text));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    public void JSON_is_nested_as_deep_as_the_module_reads_it(int arrays)
    {
        var text = $$"""{"a":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";
        var isRead = arrays < 64;
        Assert.Equal(isRead, Record.Exception(() => Page.Claims(text)) is null);
        Assert.Equal(isRead, Record.Exception(() => JsonNode.Parse(text)) is null);
    }

    private static void Compare(SimulationCase asked)
    {
        var wanted = PageScenario.Case(Table, asked);
        var actual = Page.Decide(Table.Pools[asked.Pool], (string?)wanted["provider"], asked.Claims, asked.CustomRole);
        Assert.True(JsonNode.DeepEquals(wanted["expected"], actual), $"{asked}: {Text(actual)} instead of {Text(wanted["expected"])}");
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "nothing";

    private static Gen<SimulationCase> SignIns() =>
        from pool in Gen.Elements(Table.All.Select(known => known.Pool).Distinct().ToArray())
        from provider in Gen.Elements(Table.All.Where(known => known.Pool == pool).Select(known => known.Provider).Distinct().ToArray())
        from names in Gen.SubListOf(Names)
        from values in Gen.ListOf(Value(), names.Count)
        from role in Gen.Elements(Roles)
        let claims = "{" + string.Join(",", names.Zip(values, (name, value) => $"\"{name}\":{value}")) + "}"
        select new SimulationCase("generated", pool, provider, claims, role, default, null, default, null);

    private static Gen<string> Value() =>
        Gen.Frequency(
            (6, Gen.Elements(Scalars)),
            (2, Gen.ListOf(Gen.Elements(Scalars)).Select(items => $"[{string.Join(",", items)}]")),
            (1, Gen.Elements(Scalars).Select(item => $$"""{"deep":{{item}}}"""))
        );
}

using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>The comparison itself: what does not matter makes no difference, and everything else makes one.</summary>
public sealed class TemplateMeaningTests
{
    /// <summary>Names and order without meaning.</summary>
    private static readonly HashSet<string> WithoutMeaning = ["DependsOn", "PolicyName"];

    public static TheoryData<string> Examples { get; } = [.. CdkExample.Names];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Logical_ids_do_not_matter(string name)
    {
        var example = new CdkExample(name);

        Assert.Equal(Meaning(example.Template()), Meaning(example.PlainTemplate()));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Everything_that_is_said_matters(string name)
    {
        var template = new CdkExample(name).Template();
        var meaning = Meaning(template);
        var places = Leaves(template["Resources"]!).Where(leaf => leaf.ToString() != "AWS::Cognito::IdentityPool").Select(leaf => leaf.GetPath()).ToList();

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.NotEqual(meaning, Meaning(Changed(template, place))));
    }

    [Fact]
    public void How_statements_are_cut_does_not_matter() =>
        Assert.Equal(Meaning(new CdkExample("02-grants").Template()), Meaning(new CdkExample("02b-grants-minimize-policies").Template()));

    [Fact]
    public void Where_a_policy_stands_does_not_matter()
    {
        var template = new CdkExample("02-grants").PlainTemplate();
        var meaning = Meaning(template);
        var resources = template["Resources"]!.AsObject();
        resources.Remove("myIdentityPoolAuthenticatedRoleDefaultPolicy", out var policy);
        var inline = new JsonObject { ["PolicyName"] = "inline", ["PolicyDocument"] = policy!["Properties"]!["PolicyDocument"]!.DeepClone() };
        resources["myIdentityPoolAuthenticatedRole"]!["Properties"]!["Policies"] = new JsonArray(inline);

        Assert.Equal(meaning, Meaning(template));
    }

    [Theory]
    [InlineData("""{ "Fn::Sub": "a-${AWS::Region}-${Table.Arn}" }""")]
    [InlineData("""{ "Fn::Sub": ["a-${Region}-${Table.Arn}", { "Region": { "Ref": "AWS::Region" } }] }""")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "AWS::Region" }, { "Fn::GetAtt": "Table.Arn" }]] }""")]
    [InlineData("""{ "Fn::Join": ["", ["a", "-", { "Fn::Sub": "${AWS::Region}-" }, { "Fn::GetAtt": ["Table", "Arn"] }]] }""")]
    public void Which_function_composes_a_text_does_not_matter(string name) =>
        Assert.Equal(WithName("""{ "Fn::Join": ["", ["a-", { "Ref": "AWS::Region" }, "-", { "Fn::GetAtt": ["Table", "Arn"] }]] }"""), WithName(name));

    [Theory]
    [InlineData("""{ "Fn::Sub": "a-${!AWS::Region}-${Table.Arn}" }""")]
    [InlineData("""{ "Fn::Sub": "a-${AWS::Region}-${Table}" }""")]
    [InlineData("""{ "Fn::Join": ["+", ["a", { "Ref": "AWS::Region" }, { "Fn::GetAtt": "Table.Arn" }]] }""")]
    [InlineData("\"a-AWS::Region-Table.Arn\"")]
    public void What_a_function_composes_matters(string name) =>
        Assert.NotEqual(WithName("""{ "Fn::Join": ["", ["a-", { "Ref": "AWS::Region" }, "-", { "Fn::GetAtt": ["Table", "Arn"] }]] }"""), WithName(name));

    private static string Meaning(JsonObject template) => TemplateMeaning.Of(template).ToJsonString();

    private static string WithName(string name)
    {
        var template = new CdkExample("01-basic").PlainTemplate();
        template["Resources"]!["myIdentityPool"]!["Properties"]!["IdentityPoolName"] = JsonNode.Parse(name);
        return Meaning(template);
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject map => map.Where(entry => !WithoutMeaning.Contains(entry.Key)).SelectMany(entry => Leaves(entry.Value!)),
            JsonArray list => list.SelectMany(item => Leaves(item!)),
            _ => [node],
        };

    private static JsonObject Changed(JsonObject template, string path)
    {
        var result = template.DeepClone().AsObject();
        var leaf = Leaves(result["Resources"]!).Single(leaf => leaf.GetPath() == path);
        leaf.ReplaceWith(leaf.GetValueKind() == System.Text.Json.JsonValueKind.String ? leaf.GetValue<string>() + "-changed" : "changed");
        return result;
    }
}

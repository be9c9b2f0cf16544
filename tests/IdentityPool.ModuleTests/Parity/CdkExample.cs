using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>One example of the CDK's README: the template that the CDK makes of it, and the same with this module's commands.</summary>
public sealed partial record CdkExample(string Name)
{
    private static readonly HashSet<string> OwnTypes =
    [
        "AWS::Cognito::IdentityPool",
        "AWS::Cognito::IdentityPoolRoleAttachment",
        "AWS::Cognito::UserPool",
        "AWS::Cognito::UserPoolClient",
        "AWS::IAM::OIDCProvider",
        "AWS::IAM::SAMLProvider",
    ];

    private static string Data => Path.Combine(ModuleRunspace.Root, "tests", "Parity");

    /// <summary>All examples.</summary>
    internal static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Combine(Data, "cdk-templates"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    internal string TemplatePath => Path.Combine(Data, "cdk-templates", Name + ".json");

    internal string DefinitionPath => Path.Combine(Data, "definitions", Name + ".ps1");

    /// <summary>Whether the template has resources that are none of an identity pool's: then a definition is a fragment of it.</summary>
    internal bool IsPartOfMore => Rest(Template()).Any();

    /// <summary>The CDK's template.</summary>
    internal JsonObject Template() => JsonNode.Parse(File.ReadAllText(TemplatePath))!.AsObject();

    /// <summary>The CDK's template, its logical ids without the hash that the CDK appends, as a definition names them.</summary>
    internal JsonObject PlainTemplate()
    {
        var text = File.ReadAllText(TemplatePath);
        var ids = Template()["Resources"]!.AsObject().Select(resource => resource.Key);
        foreach (var id in ids.Where(id => HashedId().IsMatch(id)))
        {
            text = text.Replace($"\"{id}\"", $"\"{id[..^8]}\"", StringComparison.Ordinal);
        }

        return JsonNode.Parse(text)!.AsObject();
    }

    public override string ToString() => Name;

    /// <summary>A fragment together with the resources of a template that are not the identity pool's.</summary>
    internal static JsonObject Completed(JsonObject fragment, JsonObject template)
    {
        var resources = fragment["Resources"]!.DeepClone().AsObject();
        // Of a role that is not the pool's the fragment has what it had.
        foreach (var (id, resource) in Rest(template).Where(entry => !resources.ContainsKey(entry.Key)))
        {
            resources.Add(id, resource!.DeepClone());
        }

        return new() { ["Resources"] = resources };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Rest(JsonObject template) =>
        template["Resources"]!.AsObject().Where(entry => !IsOwn(entry.Value!.AsObject()));

    /// <summary>A role is the identity pool's when Cognito may assume it; a policy when it is attached to a role, since none of the other roles has one.</summary>
    private static bool IsOwn(JsonObject resource) =>
        resource["Type"]!.GetValue<string>() switch
        {
            "AWS::IAM::Role" => resource.ToJsonString().Contains("cognito-identity.amazonaws.com", StringComparison.Ordinal),
            "AWS::IAM::Policy" => true,
            var type => OwnTypes.Contains(type),
        };

    [GeneratedRegex("^[A-Za-z]+[0-9A-F]{8}$")]
    private static partial Regex HashedId();
}

using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>
/// What a template of one identity pool says, whatever ids, order and spelling it says it with: resources stand where they are referred to, so that no logical
/// id is left; permissions stand with their role; text functions are parts; empty means absent. Order of creation (<c>DependsOn</c>) and comments
/// (<c>Metadata</c>) have no meaning. Written apart from the module's own reader, so that both cannot be wrong in the same way.
/// </summary>
internal sealed class TemplateMeaning
{
    /// <summary>How references to the one identity pool read.</summary>
    public const string ThePool = "the identity pool";

    private static readonly HashSet<string> WithoutMeaning = ["DependsOn", "Metadata"];

    private readonly JsonObject resources;
    private readonly JsonObject parameters;
    private readonly string poolId;
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly Stack<string> open = new();

    private TemplateMeaning(JsonObject template)
    {
        resources = template["Resources"]!.AsObject();
        parameters = template["Parameters"]?.AsObject() ?? [];
        poolId = OfType("AWS::Cognito::IdentityPool").Single();
    }

    /// <summary>The meaning as JSON in one fixed order.</summary>
    public static JsonObject Of(JsonObject template) => Canonical.InOrder(new TemplateMeaning(template).Whole(template)).AsObject();

    private JsonObject Whole(JsonObject template)
    {
        var meaning = new JsonObject
        {
            ["IdentityPool"] = Resource(poolId),
            ["RoleAttachments"] = Parts("AWS::Cognito::IdentityPoolRoleAttachment"),
            ["PrincipalTags"] = Parts("AWS::Cognito::IdentityPoolPrincipalTag"),
            ["Outputs"] = new JsonArray([.. (template["Outputs"]?.AsObject() ?? []).Select(output => Value(output.Value!["Value"]!))]),
            ["Parameters"] = new JsonArray([.. parameters.Select(parameter => Parameter(parameter.Key))]),
            ["Rules"] = Value(template["Rules"] ?? new JsonObject()),
        };
        meaning["Others"] = new JsonArray([.. Others().Select(Resource)]);
        return meaning;
    }

    private IEnumerable<string> OfType(string type) => resources.Where(entry => entry.Value!["Type"]!.GetValue<string>() == type).Select(entry => entry.Key);

    private JsonArray Parts(string type) => new([.. OfType(type).Select(Resource)]);

    /// <summary>What nothing told so far speaks of.</summary>
    private List<string> Others()
    {
        var rest = resources.Select(entry => entry.Key).Where(id => !told.Contains(id)).ToList();
        return [.. rest.Where(id => !rest.Exists(other => other != id && Mentions(resources[other]!, id)))];
    }

    private static bool Mentions(JsonNode node, string id) =>
        node switch
        {
            JsonObject { Count: 1 } value when value["Ref"] is JsonValue name => name.ToString() == id,
            JsonObject { Count: 1 } value when value["Fn::GetAtt"] is { } attribute => Attribute(attribute).Owner == id,
            JsonObject value => value.Any(entry => entry.Value is not null && Mentions(entry.Value, id)),
            JsonArray array => array.Any(item => item is not null && Mentions(item, id)),
            _ => false,
        };

    private JsonObject Resource(string id)
    {
        told.Add(id);
        open.Push(id);
        var result = new JsonObject();
        foreach (var (name, node) in resources[id]!.AsObject().Where(entry => !WithoutMeaning.Contains(entry.Key)))
        {
            result[name] = Value(node!);
        }

        if (result["Type"]!.GetValue<string>() == "AWS::IAM::Role")
        {
            result["Permissions"] = Permissions(id);
            Describe(result["Properties"]!.AsObject());
        }

        open.Pop();
        return result;
    }

    private static void Describe(JsonObject role)
    {
        role["AssumeRolePolicyDocument"] = PolicyMeaning.Trust(role["AssumeRolePolicyDocument"]!);
        role.Remove("Policies");
    }

    /// <summary>Inline policies, and the policy resources that name the role.</summary>
    private JsonArray Permissions(string roleId)
    {
        var inline = resources[roleId]!["Properties"]!["Policies"]?.AsArray().Select(policy => policy!["PolicyDocument"]!) ?? [];
        var attached = resources.Select(entry => entry.Key).Where(id => IsPolicyOf(id, roleId)).ToList();
        told.UnionWith(attached);
        var documents = inline.Concat(attached.Select(id => resources[id]!["Properties"]!["PolicyDocument"]!));
        return PolicyMeaning.Permissions(documents.Select(Value));
    }

    private bool IsPolicyOf(string id, string roleId)
    {
        var properties = resources[id]!["Properties"] as JsonObject ?? [];
        return resources[id]!["Type"]!.GetValue<string>() switch
        {
            "AWS::IAM::Policy" => Canonical.List(properties["Roles"]).Any(role => (role as JsonObject)?["Ref"]?.ToString() == roleId),
            "AWS::IAM::RolePolicy" => (properties["RoleName"] as JsonObject)?["Ref"]?.ToString() == roleId,
            _ => false,
        };
    }

    private JsonNode Value(JsonNode node) =>
        node switch
        {
            JsonObject { Count: 1 } function when Function(function) is { } result => result,
            JsonObject map => new JsonObject(
                map.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Value(entry.Value!)))
            ),
            JsonArray list => new JsonArray([.. list.Select(item => Value(item!))]),
            _ => node.DeepClone(),
        };

    private JsonNode? Function(JsonObject function) =>
        function.Single() switch
        {
            { Key: "Ref", Value: JsonValue name } => new JsonObject { ["Ref"] = Target(name.ToString()) },
            { Key: "Fn::GetAtt", Value: { } argument } => GetAtt(Attribute(argument)),
            { Key: "Fn::Join", Value: { } argument } when ComposedText.OfJoin(argument) is { } parts => ComposedText.Compose(parts.Select(Value)),
            { Key: "Fn::Sub", Value: { } argument } => ComposedText.Compose(ComposedText.OfSub(argument).Select(Value)),
            _ => null,
        };

    private JsonObject GetAtt((string Owner, string Name) attribute) => new() { ["GetAtt"] = new JsonArray(Target(attribute.Owner), attribute.Name) };

    private static (string Owner, string Name) Attribute(JsonNode argument) =>
        argument is JsonArray list ? (list[0]!.ToString(), string.Join('.', list.Skip(1)))
        : argument.ToString().Split('.', 2) is [var owner, var name] ? (owner, name)
        : throw new FormatException($"Not an attribute: {argument}");

    private JsonNode Target(string name) =>
        name == poolId ? ThePool
        : open.Contains(name) ? throw new FormatException($"The resource {name} refers to itself.")
        : resources.ContainsKey(name) ? Resource(name)
        : parameters.ContainsKey(name) ? Parameter(name)
        : name;

    private JsonObject Parameter(string name)
    {
        var parameter = parameters[name]!.DeepClone().AsObject();
        parameter.Remove("Description");
        return new() { ["Parameter"] = parameter };
    }
}

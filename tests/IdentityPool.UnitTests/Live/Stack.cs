using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;

namespace IdentityPools.UnitTests.Live;

/// <summary>
/// Deploys a template as CloudFormation does: resource by resource, as each stands there, under names that end at random. It knows nothing of how the module reads
/// templates.
/// </summary>
internal sealed class Stack
{
    private readonly SandboxAccount account;
    private readonly TemplateMapping resources;
    private readonly Dictionary<string, (string Ref, Dictionary<string, string> Attributes)> made = new(StringComparer.Ordinal);

    private Stack(SandboxAccount account, TemplateMapping resources) => (this.account, this.resources) = (account, resources);

    private const string Name = "shop-prod";
    private const string AccountId = "123456789012";

    /// <summary>The ids of what was made, by logical id.</summary>
    public string this[string logicalId] => made[logicalId].Ref;

    public static Stack Deploy(SandboxAccount account, string text, IReadOnlyDictionary<string, TemplateNode>? values = null)
    {
        var root = TemplateEvaluator
            .Evaluate(
                TemplateShape.Read(new YamlTemplateText().Read(text)).Template,
                new()
                {
                    Parameters = values ?? new Dictionary<string, TemplateNode>(),
                    Region = "eu-west-1",
                    AccountId = AccountId,
                }
            )
            .Root;
        var stack = new Stack(account, (TemplateMapping)((TemplateMapping)root)["Resources"]!);
        foreach (var (id, _) in stack.resources)
        {
            stack.Made(id);
        }

        return stack;
    }

    private (string Ref, Dictionary<string, string> Attributes) Made(string id)
    {
        if (!made.TryGetValue(id, out var known))
        {
            var resource = (TemplateMapping)resources[id]!;
            var properties = (JsonObject)(Json(resource["Properties"] ?? new TemplateMapping()) ?? new JsonObject());
            known = Make(id, ((TemplateScalar)resource["Type"]!).Text, properties);
            made.Add(id, known);
        }

        return known;
    }

    private (string Ref, Dictionary<string, string> Attributes) Make(string id, string type, JsonObject given)
    {
        switch (type)
        {
            case "AWS::Cognito::UserPool":
                Rename(given, "UserPoolName", "PoolName", $"{id}-Q1w2E3");
                var userPool = (string)Call("CreateUserPool", given)["UserPool"]!["Id"]!;
                return (
                    userPool,
                    new()
                    {
                        ["Arn"] = $"arn:aws:cognito-idp:eu-west-1:{AccountId}:userpool/{userPool}",
                        ["ProviderName"] = $"cognito-idp.eu-west-1.amazonaws.com/{userPool}",
                        ["ProviderURL"] = $"https://cognito-idp.eu-west-1.amazonaws.com/{userPool}",
                    }
                );
            case "AWS::Cognito::UserPoolClient":
                Rename(given, "ClientName", "ClientName", $"{id}-R4t5Z6");
                return ((string)Call("CreateUserPoolClient", given)["UserPoolClient"]!["ClientId"]!, []);
            case "AWS::Cognito::UserPoolGroup":
                Call("CreateGroup", given);
                return ((string)given["GroupName"]!, []);
            case "AWS::IAM::OIDCProvider":
                Rename(given, "ClientIdList", "ClientIDList", null);
                return Arn((string)Call("CreateOpenIDConnectProvider", given)["OpenIDConnectProviderArn"]!);
            case "AWS::IAM::SAMLProvider":
                Rename(given, "SamlMetadataDocument", "SAMLMetadataDocument", null);
                Rename(given, "Name", "Name", $"{Name}-{id}-U7i8");
                return Arn((string)Call("CreateSAMLProvider", given)["SAMLProviderArn"]!);
            case "AWS::IAM::Role":
                return MakeRole(id, given);
            case "AWS::IAM::Policy" or "AWS::IAM::RolePolicy":
                foreach (var role in given["Roles"]?.AsArray() ?? [given["RoleName"]!.DeepClone()])
                {
                    Put((string)role!, given);
                }

                return ($"{Name}-{id}-P0", []);
            case "AWS::IAM::ManagedPolicy":
                return MakePolicy(id, given);
            case "AWS::Cognito::IdentityPool":
                return MakePool(id, given);
            case "AWS::Cognito::IdentityPoolRoleAttachment":
                given["Roles"] ??= new JsonObject();
                given["RoleMappings"] = new JsonObject(
                    (given["RoleMappings"] as JsonObject ?? []).Select(mapping =>
                    {
                        var value = mapping.Value!.DeepClone().AsObject();
                        var key = (string?)value["IdentityProvider"] ?? mapping.Key;
                        value.Remove("IdentityProvider");
                        return KeyValuePair.Create(key, (JsonNode?)value);
                    })
                );
                Call("SetIdentityPoolRoles", given);
                return (id, []);
            case "AWS::Cognito::IdentityPoolPrincipalTag":
                Call("SetPrincipalTagAttributeMap", given);
                return (id, []);
            default:
                return ($"{Name}-{id}-X9", new() { ["Arn"] = $"arn:aws:any:eu-west-1:{AccountId}:{Name}-{id}-X9" });
        }
    }

    private (string, Dictionary<string, string>) MakeRole(string id, JsonObject given)
    {
        Rename(given, "RoleName", "RoleName", $"{Name}-{id}-A1B2C3D4");
        var name = (string)given["RoleName"]!;
        var policies = given["Policies"] as JsonArray ?? [];
        var managed = given["ManagedPolicyArns"] as JsonArray ?? [];
        given.Remove("Policies");
        given.Remove("ManagedPolicyArns");
        given["AssumeRolePolicyDocument"] = Text(given["AssumeRolePolicyDocument"]);
        var arn = (string)Call("CreateRole", given)["Role"]!["Arn"]!;
        foreach (var policy in policies)
        {
            Put(name, policy!.AsObject());
        }

        foreach (var policy in managed)
        {
            Call("AttachRolePolicy", new JsonObject { ["RoleName"] = name, ["PolicyArn"] = policy!.DeepClone() });
        }

        return (name, new() { ["Arn"] = arn });
    }

    private (string, Dictionary<string, string>) MakePolicy(string id, JsonObject given)
    {
        var arn = (string)
            Call("CreatePolicy", new JsonObject { ["PolicyName"] = $"{Name}-{id}-M5", ["PolicyDocument"] = Text(given["PolicyDocument"]) })["Policy"]!["Arn"]!;
        foreach (var role in given["Roles"] as JsonArray ?? [])
        {
            Call("AttachRolePolicy", new JsonObject { ["RoleName"] = role!.DeepClone(), ["PolicyArn"] = arn });
        }

        return (arn, []);
    }

    private (string, Dictionary<string, string>) MakePool(string id, JsonObject given)
    {
        Rename(given, "IdentityPoolName", "IdentityPoolName", $"{id}_K6j7H8");
        given["IdentityPoolTags"] = new JsonObject(
            (given["IdentityPoolTags"] as JsonArray ?? [])
                .Select(tag => KeyValuePair.Create((string)tag!["Key"]!, (JsonNode?)(string)tag["Value"]!))
                .Append(KeyValuePair.Create("aws:cloudformation:stack-name", (JsonNode?)Name))
                .Append(KeyValuePair.Create("aws:cloudformation:logical-id", (JsonNode?)id))
        );
        given.Remove("PushSync");
        // CloudFormation takes text where a truth value belongs.
        given["AllowUnauthenticatedIdentities"] = bool.Parse(given["AllowUnauthenticatedIdentities"]!.ToString());
        var pool = (string)Call("CreateIdentityPool", given)["IdentityPoolId"]!;
        return (pool, new() { ["Id"] = pool, ["Name"] = (string)given["IdentityPoolName"]! });
    }

    private void Put(string role, JsonObject policy) =>
        Call(
            "PutRolePolicy",
            new JsonObject
            {
                ["RoleName"] = role,
                ["PolicyName"] = policy["PolicyName"]!.DeepClone(),
                ["PolicyDocument"] = Text(policy["PolicyDocument"]),
            }
        );

    private JsonNode Call(string operation, JsonObject input) => JsonNode.Parse(account.Invoke(operation, input.ToJsonString()))!;

    private static (string, Dictionary<string, string>) Arn(string arn) => (arn, new() { ["Arn"] = arn });

    private static string Text(JsonNode? document) => document is JsonValue text ? (string)text! : document!.ToJsonString();

    private static void Rename(JsonObject given, string name, string inApi, string? otherwise)
    {
        var value = given[name]?.DeepClone() ?? otherwise;
        given.Remove(name);
        if (value is not null)
        {
            given[inApi] = value;
        }
    }

    private JsonNode? Json(TemplateNode node) =>
        node switch
        {
            _ when Intrinsic.IsCall(node) => Intrinsic.IsNoValue(node) ? null : Resolve(node),
            TemplateMapping mapping => new JsonObject(
                mapping.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value))).Where(entry => entry.Value is not null)
            ),
            TemplateSequence sequence => new JsonArray([.. sequence.Select(Json).Where(item => item is not null)]),
            _ => JsonNode.Parse(node.ToString()),
        };

    private string Resolve(TemplateNode node) =>
        string.Concat(
            TextParts
                .Split(node)
                .Select(part =>
                    part is TemplateScalar { Text: var text } ? text
                    : Intrinsic.RefName(part) is { } name ? Made(name).Ref
                    : Intrinsic.Attribute(part) is { } attribute ? Made(attribute.Resource).Attributes[attribute.Attribute]
                    : throw new JsonException($"The stack does not know {part}.")
                )
        );
}

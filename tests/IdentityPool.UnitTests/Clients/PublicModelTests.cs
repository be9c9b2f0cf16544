using System.Reflection;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentityProvider;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

/// <summary>The service models, the clients that are made of them and the endpoints say what AWS's public models say.</summary>
public sealed class PublicModelTests
{
    private static readonly string[] Facts = ["protocol", "apiVersion", "targetPrefix", "xmlNamespace"];

    /// <summary>What the SDK calls shapes of IAM and Cognito by other names.</summary>
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["cognito-identity/CognitoIdentityProvider"] = "CognitoIdentityProviderInfo",
        ["iam/Policy"] = "ManagedPolicy",
        ["iam/AttachedPolicy"] = "AttachedPolicyType",
    };

    public static TheoryData<string> Services() => [.. PublicModels.Versions.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_model_holds_facts_of_the_public_one_only(string service)
    {
        var theirs = Model(service);
        var ours = Own(service);

        var differences = Facts.Where(fact => !JsonNode.DeepEquals(ours[fact], theirs[fact])).ToList();
        foreach (var (name, operation) in ours["operations"]!.AsObject())
        {
            // Which operations change something is not in the public models.
            operation!.AsObject().Remove("mutating");
            Compare(differences, name, operation, theirs["operations"]![name]);
        }

        foreach (var part in new[] { "errors", "shapes" })
        {
            foreach (var (name, value) in ours[part]!.AsObject())
            {
                Compare(differences, name, value, theirs[part]![name]);
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        Assert.InRange(ours["shapes"]!.AsObject().Count, 20, 400);
    }

    [Theory]
    [InlineData("cognito-identity", typeof(IAmazonCognitoIdentity), typeof(AmazonCognitoIdentityException))]
    [InlineData("cognito-idp", typeof(IAmazonCognitoIdentityProvider), typeof(AmazonCognitoIdentityProviderException))]
    [InlineData("iam", typeof(IAmazonIdentityManagementService), typeof(AmazonIdentityManagementServiceException))]
    public void A_client_has_the_types_that_the_public_model_makes(string service, Type client, Type general)
    {
        var model = Model(service);
        var differences = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var method in client.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)))
        {
            var name = method.Name[..^"Async".Length];
            var operation = model["operations"]![name]!;
            Members(method.GetParameters()[0].ParameterType, (string?)operation["input"], $"{name}Request");
            Members(method.ReturnType.GetGenericArguments()[0], (string?)operation["output"], $"{name}Response");
            foreach (var code in (operation["errors"]?.AsArray() ?? []).Select(error => (string)error!))
            {
                var exception = general.Assembly.GetType($"{general.Namespace}.Model.{(string)model["exceptions"]![code]!}");
                if (exception?.BaseType != general || exception.GetConstructors().Length != 5)
                {
                    differences.Add($"{name}: {code}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        Assert.InRange(seen.Count, 25, 200);

        void Members(Type type, string? shape, string name)
        {
            if (!seen.Add(type))
            {
                return;
            }

            var members = shape is null ? [] : model["shapes"]![shape]!["members"]!.AsObject().ToList();
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            if (type.Name != name || !properties.Select(property => property.Name).SequenceEqual(members.Select(member => Upper(member.Key))))
            {
                differences.Add($"{type.Name} for {name}: {string.Join(", ", properties.Select(property => property.Name))}");
                return;
            }

            foreach (var (property, member) in properties.Zip(members))
            {
                Value(property.PropertyType, (string)member.Value!, $"{name}.{member.Key}", isElement: false);
            }
        }

        void Value(Type type, string shape, string place, bool isElement)
        {
            var facts = model["shapes"]![shape]!;
            var name = Renamed.GetValueOrDefault($"{service}/{shape}", Upper(shape));
            switch ((string)facts["type"]!)
            {
                case "structure":
                    Members(type, shape, name);
                    break;
                case "list" when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>):
                    Value(type.GetGenericArguments()[0], (string)facts["member"]!, place, isElement: true);
                    break;
                case "map"
                    when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>) && type.GetGenericArguments()[0] == typeof(string):
                    Value(type.GetGenericArguments()[1], (string)facts["value"]!, place, isElement: true);
                    break;
                case "string" when facts["enum"] is JsonArray texts && !isElement:
                    var constants = type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                        .Select(field => ((ConstantClass)field.GetValue(null)!).Value);
                    if (
                        type.Name != name
                        || !constants.Order(StringComparer.Ordinal).SequenceEqual(texts.Select(text => (string)text!).Order(StringComparer.Ordinal))
                    )
                    {
                        differences.Add($"{place}: {type.Name}");
                    }

                    seen.Add(type);
                    break;
                case "string" when type == typeof(string):
                case "integer" when type == typeof(int?):
                case "boolean" when type == typeof(bool?):
                case "timestamp" when type == typeof(DateTime?):
                    break;
                default:
                    differences.Add($"{place}: {type}");
                    break;
            }
        }
    }

    [Theory]
    [InlineData("cognito-identity")]
    [InlineData("cognito-idp")]
    [InlineData("iam")]
    public async Task An_endpoint_is_the_one_of_the_public_rules_in_every_region(string service)
    {
        Need();
        var differences = new List<string>();
        var count = 0;
        foreach (var expected in PublicModels.All!["endpoints"]!.AsArray().Where(endpoint => (string)endpoint!["service"]! == service))
        {
            count++;
            var (region, fips, dualStack) = ((string)expected!["region"]!, (bool)expected["fips"]!, (bool)expected["dualStack"]!);
            var answer = await EndpointAsync(service, region, fips, dualStack);
            if (answer != ((string?)expected["url"], (string?)expected["signedFor"]))
            {
                differences.Add($"{region}{(fips ? " FIPS" : "")}{(dualStack ? " dual-stack" : "")}: {answer}");
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        Assert.InRange(count, 150, 1000);
    }

    private static void Need() => Assert.SkipWhen(PublicModels.All is null, "botocore is not installed.");

    private static JsonNode Model(string service)
    {
        Need();
        return PublicModels.All!["models"]![service]!;
    }

    private static JsonNode Own(string service) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AwsServiceModels", $"{service}.json")))!;

    private static void Compare(List<string> differences, string name, JsonNode? ours, JsonNode? theirs)
    {
        var isSame = JsonNode.DeepEquals(ours, theirs) && Order(ours).SequenceEqual(Order(theirs));
        if (!isSame)
        {
            differences.Add($"{name}: {ours?.ToJsonString()} is {theirs?.ToJsonString()}");
        }
    }

    /// <summary>The order of members is that of the generated types.</summary>
    private static IEnumerable<string> Order(JsonNode? shape) =>
        shape is JsonObject && shape["members"] is JsonObject members ? members.Select(member => member.Key) : [];

    /// <summary>Where a client sends a call, and the region that it signs for; nothing where it refuses.</summary>
    private static async Task<(string? Url, string? SignedFor)> EndpointAsync(string service, string region, bool fips, bool dualStack)
    {
        var wire = new CannedWire(service == "iam" ? CannedAnswer.Xml("<GetRoleResponse/>") : new CannedAnswer("{}"));
        try
        {
            await CallAsync(service, wire, Set);
        }
        catch (AmazonClientException) when (wire.Sent.Count == 0)
        {
            return (null, null);
        }

        var scope = wire.Only.Header("Authorization")!.Split("Credential=")[1].Split(',')[0].Split('/');
        return (wire.Only.Address.GetLeftPart(UriPartial.Authority), scope[2]);

        void Set(ClientConfig config)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;
        }
    }

    private static async Task CallAsync(string service, CannedWire wire, Action<ClientConfig> set)
    {
        switch (service)
        {
            case "cognito-identity":
                using (var client = TestClients.Identity(wire, set))
                {
                    await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);
                }

                break;
            case "cognito-idp":
                using (var client = TestClients.UserPools(wire, set))
                {
                    await client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken);
                }

                break;
            default:
                using (var client = TestClients.Iam(wire, set))
                {
                    await client.GetRoleAsync(new(), TestContext.Current.CancellationToken);
                }

                break;
        }
    }

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

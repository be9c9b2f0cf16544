using System.Collections.Concurrent;
using System.Text.Json;

namespace IdentityPools.Sandbox;

/// <summary>The operations and shapes of a service, read when they are needed first.</summary>
internal sealed class ServiceModel
{
    private static readonly ConcurrentDictionary<string, Lazy<ServiceModel>> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Operation> operations;
    private readonly Dictionary<string, int> statuses;

    private ServiceModel(JsonElement root)
    {
        var shapes = new ShapeReader(root.GetProperty("shapes"));
        ApiVersion = root.GetProperty("apiVersion").GetString()!;
        TargetPrefix = ShapeReader.Text(root, "targetPrefix");
        XmlNamespace = ShapeReader.Text(root, "xmlNamespace");
        operations = root.GetProperty("operations").EnumerateObject().ToDictionary(item => item.Name, item => Read(item, shapes), StringComparer.Ordinal);
        statuses = root.GetProperty("errors").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetInt32(), StringComparer.Ordinal);
    }

    public string ApiVersion { get; }

    /// <summary>What stands before the operation in the header of a JSON request.</summary>
    public string? TargetPrefix { get; }

    /// <summary>The namespace of a Query service's answers.</summary>
    public string? XmlNamespace { get; }

    public IReadOnlyCollection<Operation> Operations => operations.Values;

    public static ServiceModel Get(string service) => Known.GetOrAdd(service, name => new(() => Load(name))).Value;

    public Operation? Operation(string name) => operations.GetValueOrDefault(name);

    /// <summary>An error of the service with the status that its model says.</summary>
    public SandboxServiceException Error(string code, string message) => new(code, message, statuses.GetValueOrDefault(code, 400));

    private static ServiceModel Load(string service)
    {
        using var stream = typeof(ServiceModel).Assembly.GetManifestResourceStream($"IdentityPools.Sandbox.Models.{service}.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement);
    }

    private static Operation Read(JsonProperty operation, ShapeReader shapes) =>
        new(
            operation.Name,
            shapes.Read(ShapeReader.Text(operation.Value, "input")),
            shapes.Read(ShapeReader.Text(operation.Value, "output")),
            operation.Value.TryGetProperty("unsigned", out _),
            operation.Value.TryGetProperty("mutating", out _)
        );
}

using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Query;

namespace IdentityPools.Sandbox.Iam;

/// <summary>AWS Identity and Access Management.</summary>
/// <param name="account">The account.</param>
internal sealed class IamService(SandboxAccount account) : SandboxService(ServiceName, new SandboxQuery(ServiceModel.Get(ServiceName).XmlNamespace!))
{
    private const string ServiceName = "iam";

    private readonly Dictionary<string, IReadOnlyDictionary<string, Func<JsonObject, JsonObject?>>> operations = new(StringComparer.Ordinal);

    public override JsonObject? Invoke(string operation, JsonObject input, SandboxContext context)
    {
        if (!operations.TryGetValue(context.Partition.Name, out var ofPartition))
        {
            operations[context.Partition.Name] = ofPartition = IamOperations.Create(account.IamOf(context.Partition), account.Clock);
        }

        return ofPartition[operation](input);
    }
}

using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Query;

namespace IdentityPools.Sandbox.Sts;

/// <summary>AWS Security Token Service.</summary>
/// <param name="account">The account.</param>
internal sealed class StsService(SandboxAccount account) : SandboxService(ServiceName, new SandboxQuery(ServiceModel.Get(ServiceName).XmlNamespace!))
{
    private const string ServiceName = "sts";

    private readonly Dictionary<string, StsSession> sessions = new(StringComparer.Ordinal);

    public override JsonObject? Invoke(string operation, JsonObject input, SandboxContext context)
    {
        var operations = new StsOperations(account.IamOf(context.Partition), context, sessions);
        return operation switch
        {
            "GetCallerIdentity" => operations.GetCallerIdentity(),
            "AssumeRole" => operations.AssumeRole(input),
            _ => operations.AssumeRoleWithWebIdentity(input),
        };
    }
}

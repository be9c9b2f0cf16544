using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox;

/// <summary>A service of the account.</summary>
/// <param name="name">The name by which requests are signed.</param>
/// <param name="protocol">How it talks.</param>
internal abstract class SandboxService(string name, ISandboxProtocol protocol)
{
    public string Name => name;

    public ISandboxProtocol Protocol => protocol;

    public ServiceModel Model => ServiceModel.Get(name);

    /// <summary>Executes an operation. The account's lock is held meanwhile.</summary>
    /// <param name="operation">An operation of the model.</param>
    /// <param name="input">Its input, which fulfils the model.</param>
    /// <param name="context">The call.</param>
    /// <returns>The output, of which nothing may be part of the service's state; null when the operation has none.</returns>
    /// <exception cref="SandboxServiceException">The service refuses.</exception>
    public abstract JsonObject? Invoke(string operation, JsonObject input, SandboxContext context);
}

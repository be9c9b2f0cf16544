using IdentityPools.Ports;

namespace IdentityPools.Sandbox;

/// <summary>Makes accounts for whoever loads this assembly.</summary>
internal sealed class Sandboxes : ISandboxes
{
    ISandboxAccount ISandboxes.Create(string accountId, string region) => new SandboxAccount(accountId, region);
}

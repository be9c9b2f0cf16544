using IdentityPools.Ports;

namespace IdentityPools.Sandbox;

/// <summary>Makes accounts for whoever loads this assembly.</summary>
internal sealed class Sandboxes : ISandboxes
{
    ISandboxAccount ISandboxes.Create(string accountId, string region) => new SandboxAccess(new(accountId, region));
}

/// <summary>An account as a client of AWS reaches it.</summary>
internal sealed class SandboxAccess(SandboxAccount account) : ISandboxAccount
{
    public ISandbox Sandbox => account;

    public string Region => account.Region;

    public object? GetService(Type serviceType) => serviceType == typeof(HttpMessageHandler) ? new SandboxHandler(account) : null;
}

using System.Collections.Concurrent;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Ports;
using IdentityPools.Sandbox.Faults;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Sandbox.UserPools;

namespace IdentityPools.Sandbox;

/// <summary>An in-memory AWS account. A script gets this object and sees all that is public here, so that is what <see cref="ISandbox"/> says and no more.</summary>
internal sealed class SandboxAccount : ISandbox
{
    private readonly ConcurrentQueue<SandboxCall> calls = new();
    private readonly ConcurrentBag<string> denied = [];
    private readonly ConcurrentDictionary<string, IamAccount> iam = new(StringComparer.Ordinal);
    private readonly int? pageSize;
    private TimeSpan latency;
    private TimeSpan rolePropagationDelay;

    /// <summary>An empty account.</summary>
    /// <param name="accountId">Its id, twelve digits.</param>
    /// <param name="region">The region of calls that say none.</param>
    /// <param name="clock">The time; the system's when left out.</param>
    public SandboxAccount(string accountId = SandboxDefaults.AccountId, string region = SandboxDefaults.Region, TimeProvider? clock = null)
    {
        if (accountId.Length != 12 || !accountId.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("An account ID has 12 digits.", nameof(accountId));
        }

        AccountId = accountId;
        Region = region;
        Clock = clock ?? TimeProvider.System;
        Services = SandboxServices.Create(this);
    }

    /// <inheritdoc/>
    public string AccountId { get; }

    /// <summary>The region of calls that name none.</summary>
    internal string Region { get; }

    internal TimeProvider Clock { get; }

    internal IReadOnlyList<SandboxService> Services { get; }

    /// <summary>Held while an operation is executed, so that services can look into each other's state.</summary>
    internal object Gate { get; } = new();

    internal FaultQueue Faults { get; } = new();

    internal UserPoolStore UserPools { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<SandboxCall> Calls => [.. calls];

    /// <inheritdoc/>
    public TimeSpan Latency
    {
        get => latency;
        set => latency = NotNegative(value);
    }

    /// <inheritdoc/>
    public TimeSpan RolePropagationDelay
    {
        get => rolePropagationDelay;
        set => rolePropagationDelay = NotNegative(value);
    }

    /// <summary>The most that a list gives at once, however much is asked for; null for as much as is asked for.</summary>
    internal int? PageSize
    {
        get => pageSize;
        init => pageSize = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    }

    /// <summary>IAM knows no regions, but an account in China has nothing in common with one of the same number elsewhere.</summary>
    internal IamAccount IamOf(AwsPartition partition) => IamOf(partition.Name);

    internal IamAccount IamOf(string partition) => iam.GetOrAdd(partition, name => new(name, AccountId));

    internal void Log(SandboxCall call) => calls.Enqueue(call);

    internal bool IsDenied(string action) => !denied.IsEmpty && denied.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true));

    /// <inheritdoc/>
    public void ClearCalls() => calls.Clear();

    /// <inheritdoc/>
    public void AddFault(SandboxFault fault) => Faults.Add(fault);

    /// <inheritdoc/>
    public void ClearFaults() => Faults.Clear();

    /// <inheritdoc/>
    public void DenyAction(string action)
    {
        ArgumentException.ThrowIfNullOrEmpty(action);
        denied.Add(action);
    }

    /// <inheritdoc/>
    public void AddUserPool(string userPoolId, params string[] clientIds) => Seed(seeds => seeds.AddUserPool(userPoolId, clientIds));

    /// <inheritdoc/>
    public void AddRole(string roleArn, string? trustPolicy = null) => Seed(seeds => seeds.AddRole(roleArn, trustPolicy));

    /// <inheritdoc/>
    public void AddOpenIdConnectProvider(string providerArn, params string[] clientIds) =>
        Seed(seeds => seeds.AddOpenIdConnectProvider(providerArn, clientIds));

    /// <inheritdoc/>
    public void AddSamlProvider(string providerArn) => Seed(seeds => seeds.AddSamlProvider(providerArn));

    /// <inheritdoc/>
    public string Invoke(string operation, string input)
    {
        lock (Gate)
        {
            return new ForeignCall(this).Invoke(operation, input);
        }
    }

    private static TimeSpan NotNegative(TimeSpan value) =>
        value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), "The time must not be negative.");

    private void Seed(Action<SandboxSeeds> add)
    {
        lock (Gate)
        {
            add(new(this));
        }
    }
}

using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>An account in memory with the real SDK pipeline over it.</summary>
internal sealed class Account : ICallObserver
{
    private readonly TimeProvider clock;

    /// <param name="region">The region to work in.</param>
    /// <param name="pageSize">How much a list gives at once: one, so that whoever reads one page only finds too little; null for as much as is asked for.</param>
    /// <param name="clock">What waiting goes by; a swift one when left out.</param>
    public Account(string region = "eu-west-1", int? pageSize = 1, TimeProvider? clock = null)
    {
        this.clock = clock ?? new SwiftClock();
        Sandbox = new("123456789012", region, this.clock) { PageSize = pageSize };
        Sandbox.AddUserPool(Pools.UserPoolId, "web", "app");
        Service = Connect();
    }

    public SandboxAccount Sandbox { get; }

    public IIdentityPoolService Service { get; }

    public List<string> Warnings { get; } = [];

    public List<ApiCall> Reported { get; } = [];

    /// <summary>The calls of the sandbox that changed something.</summary>
    public IEnumerable<SandboxCall> Mutations => Sandbox.Calls.Where(call => call.Mutating);

    /// <summary>Another session on the same account.</summary>
    public IIdentityPoolService Connect() => Connect(new SandboxClientFactory(new SandboxAccess(Sandbox)));

    /// <summary>Another session, by way of somebody between.</summary>
    public IIdentityPoolService Connect(HttpClientFactory wire) =>
        new AwsIdentityPoolService(new(Sandbox.Region, new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox"), null, wire, clock: clock), Sandbox);

    public async Task<IdentityPool> PublishAsync(IdentityPool pool, PublishOptions? options = null, IIdentityPoolService? service = null)
    {
        service ??= Service;
        var plan = await service.PlanAsync(pool, options ?? new(), this, TestContext.Current.CancellationToken);
        return await service.PublishAsync(plan, this, TestContext.Current.CancellationToken);
    }

    public Task<PublishPlan> PlanAsync(IdentityPool pool, PublishOptions? options = null, IIdentityPoolService? service = null) =>
        (service ?? Service).PlanAsync(pool, options ?? new(), this, TestContext.Current.CancellationToken);

    public async Task RemoveAsync(string id, RemovalOptions? options = null)
    {
        var plan = await Service.PlanRemovalAsync(id, options ?? new(), this, TestContext.Current.CancellationToken);
        await Service.RemoveAsync(plan, this, TestContext.Current.CancellationToken);
    }

    /// <summary>A pool that somebody else made.</summary>
    public async Task<string> SeedAsync(string name)
    {
        var clients = new AwsClients(
            "eu-west-1",
            new BasicAWSCredentials("AKIASOMEBODYELSE0000", "other"),
            null,
            new SandboxClientFactory(new SandboxAccess(Sandbox))
        );
        var pool = await clients.Identity.CreateIdentityPoolAsync(
            new CreateIdentityPoolRequest { IdentityPoolName = name, AllowUnauthenticatedIdentities = false }
        );
        return pool.IdentityPoolId!;
    }

    public Task<IdentityPool> ReadAsync(string id, IdentityPoolDetail detail = IdentityPoolDetail.Complete) =>
        Service.ReadAsync(id, detail, this, TestContext.Current.CancellationToken);

    public void Entered(AwsAccount account) { }

    public void Called(ApiCall call)
    {
        lock (Reported)
        {
            Reported.Add(call);
        }
    }

    public void Progressed(int done, int total, string description) { }

    public void Changed(string description) { }

    public void Repeats(ServiceException reason) { }

    public void Warned(string message)
    {
        lock (Warnings)
        {
            Warnings.Add(message);
        }
    }
}

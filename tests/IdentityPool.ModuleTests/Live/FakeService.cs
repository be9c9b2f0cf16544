using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IdentityPools.Findings;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Template;

namespace IdentityPools.ModuleTests.Live;

/// <summary>A service that remembers what it was asked, and does with a pool what a test says.</summary>
internal sealed class FakeService : IIdentityPoolService
{
    public const string AccountId = "123456789012";

    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task>> behaviours = new();

    public string Region => "eu-west-1";

    public string? ProfileName => null;

    public Uri? EndpointUrl => null;

    public ISandbox? Sandbox => null;

    public AwsAccount? KnownAccount => null;

    /// <summary>What was called, <c>Publish shop</c> for example, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The names in the account; the number in a pool's id is its place.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The pool that every definition turns out to mean.</summary>
    public string? FoundId { get; set; }

    /// <summary>The steps of every plan.</summary>
    public static PoolState Shop { get; } =
        new()
        {
            Id = "shop",
            Name = "shop",
            AllowUnauthenticatedIdentities = false,
        };

    public IReadOnlyList<PlanStep> Steps { get; set; } =
    [
        new PlanStep.CreatePool(Shop) { Changes = [new("Name", ChangeKind.Create, null, "shop", "cognito-identity:CreateIdentityPool")] },
        new PlanStep.PutRolePolicy("User", "Permissions", new TemplateMapping()),
    ];

    /// <summary>What every plan keeps.</summary>
    public IReadOnlyList<IdentityPoolChange> Kept { get; set; } = [];

    /// <summary>A tag that a plan may keep.</summary>
    public static IdentityPoolChange KeptTag { get; } = new("Tags[team]", ChangeKind.Keep, "web", null, "") { Remedy = Messages.KeptUntilPrune };

    public static string IdOf(int place) => $"eu-west-1:00000000-0000-0000-0000-{place:000000000000}";

    /// <summary>Says what a call does before it answers: fail, wait.</summary>
    public void When(string call, Func<CancellationToken, Task> behaviour) => behaviours[call] = behaviour;

    /// <summary>Says that a call fails, by default with the error that AWS would give then.</summary>
    public void Fail(string call, ServiceErrorKind kind, string? errorId = null) =>
        When(call, _ => throw new ServiceException(errorId ?? ErrorIdOf(kind), kind, $"{call} is refused.", target: null));

    public static string ErrorIdOf(ServiceErrorKind kind) =>
        kind switch
        {
            ServiceErrorKind.Invalid => nameof(Messages.RequestRefused),
            ServiceErrorKind.NotFound => nameof(Messages.ResourceNotFound),
            ServiceErrorKind.Conflict => nameof(Messages.ResourceConflict),
            ServiceErrorKind.Authentication => nameof(Messages.CredentialsMissing),
            ServiceErrorKind.Denied => nameof(Messages.AccessDenied),
            ServiceErrorKind.Quota => nameof(Messages.QuotaExceeded),
            ServiceErrorKind.Throttled => nameof(Messages.Throttled),
            ServiceErrorKind.Connection => nameof(Messages.NoAnswer),
            ServiceErrorKind.Service => nameof(Messages.ServiceFailed),
            _ => nameof(Messages.RegionRequired),
        };

    public IIdentityPoolService At(string region, Uri? endpoint) => this;

    public async Task<AwsAccount> GetAccountAsync(ICallObserver observer, CancellationToken cancellation)
    {
        await Call("Account", cancellation);
        return new(AccountId, Region);
    }

    public async IAsyncEnumerable<ListingPage> ListAsync(ICallObserver observer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            await Call($"List {i}", cancellation);
            yield return new([new(IdOf(i), Names[i])], IsLast: i == Names.Count - 1);
        }
    }

    public async Task<IdentityPool> ReadAsync(string id, IdentityPoolDetail detail, ICallObserver observer, CancellationToken cancellation)
    {
        await Call($"Read {int.Parse(id[^12..], System.Globalization.CultureInfo.InvariantCulture)}", cancellation);
        observer.Called(new("cognito-identity:DescribeIdentityPool", id, TimeSpan.FromMilliseconds(12), null));
        observer.Called(new("iam:GetRole", "User", TimeSpan.FromMilliseconds(3.7), "NoSuchEntity"));
        return IdentityPool.FromId(id);
    }

    public Task<PoolSurroundings> ExamineAsync(IdentityPool pool, ICallObserver observer, CancellationToken cancellation) => throw new NotSupportedException();

    public async Task<IdentityPoolCredential> GetCredentialAsync(CredentialRequest request, ICallObserver observer, CancellationToken cancellation)
    {
        await Call("GetCredential", cancellation);
        return new($"{Region}:identity", "ASIAEXAMPLE", new(), new(), DateTimeOffset.UnixEpoch);
    }

    public async Task<PublishPlan> PlanAsync(IdentityPool desired, PublishOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        await Call($"Plan {desired}", cancellation);
        return new()
        {
            Desired = desired,
            Options = options,
            Name = desired.ToString(),
            Id = FoundId ?? options.Id ?? desired.Id,
            Steps = [.. Steps],
            Kept = [.. Kept],
            Actual = new(),
            Wanted = new(),
            Account = new(AccountId, Region),
            ReadAt = 0,
        };
    }

    public async Task<IdentityPool> PublishAsync(PublishPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        observer.Progressed(1, 2, "second");
        await Call($"Publish {plan.Name}", cancellation);
        observer.Progressed(2, 2, "second");
        observer.Warned($"{plan.Name} is published.");
        return plan.Desired;
    }

    public async Task<RemovalPlan> PlanRemovalAsync(string id, RemovalOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        await Call("PlanRemoval", cancellation);
        return new()
        {
            Id = id,
            Name = "shop",
            Account = new(AccountId, Region),
            Steps = [new PlanStep.DeletePool("shop"), .. options.KeepRoles ? [] : new PlanStep[] { new PlanStep.DeleteRole("User") }],
            Kept = [new("the user pool eu-west-1_Ab1Cd2Ef3", "It holds people.")],
        };
    }

    public async Task RemoveAsync(RemovalPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        observer.Progressed(0, plan.Steps.Count, plan.Steps[0].ToString());
        await Call("Remove", cancellation);
        for (var done = 1; done < plan.Steps.Count; done++)
        {
            observer.Progressed(done, plan.Steps.Count, plan.Steps[done].ToString());
        }
    }

    private async Task Call(string call, CancellationToken cancellation)
    {
        Calls.Enqueue(call);
        if (behaviours.TryGetValue(call, out var behaviour))
        {
            await behaviour(cancellation);
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Ports;
using IdentityPools.Sandbox;
using IdentityPools.UnitTests.Live;
using IdentityPools.Validation;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Fuzz;

/// <summary>
/// Answers changed at random, in the midst of everything that the module does: what comes of it is the pool, or an error in words, within a while, and never
/// a second pool. Every run has the same changes; IDENTITYPOOL_FUZZ is how many, IDENTITYPOOL_FUZZ_FROM the first.
/// </summary>
public sealed class AnswerFuzzTests(ITestOutputHelper output)
{
    private static readonly int Count = Number("IDENTITYPOOL_FUZZ", 60);
    private static readonly int From = Number("IDENTITYPOOL_FUZZ_FROM", 0);
    private const int Scenarios = 7;

    private static readonly Dictionary<int, IReadOnlyList<string>> Known = [];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_ends_in_an_exception_of_the_framework()
    {
        var operations = new ConcurrentDictionary<string, int>();
        var outcomes = new ConcurrentDictionary<string, int>();
        var changed = 0;
        for (var seed = From; seed < From + Count; seed++)
        {
            var (operation, outcome) = await RunAsync(seed);
            outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
            if (operation is not null)
            {
                operations.AddOrUpdate(operation, 1, (_, count) => count + 1);
                changed++;
            }
        }

        output.WriteLine($"{changed} answers of {operations.Count} operations changed.");
        output.WriteLine(string.Join(", ", operations.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}")));
        output.WriteLine(string.Join(", ", outcomes.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}")));
        Assert.Equal(Count, changed);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 512L * 1024 * 1024);
    }

    private static async Task<(string? Operation, string Outcome)> RunAsync(int seed)
    {
        var random = new Random(seed);
        var account = new Account();
        var scenario = random.Next(Scenarios);
        var published = scenario == 0 ? null : await account.PublishAsync(Rich.Definition);
        var operations = await OperationsOf(scenario);
        var wire = new ChangingWire(account.Sandbox, random, operations[random.Next(operations.Count)], isLasting: random.Next(8) == 0);
        var service = new AwsIdentityPoolService(new("eu-west-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), null, wire), account.Sandbox);
        try
        {
            await DoAsync(scenario, service, account, published).WaitAsync(Patience, Cancellation);
            return (wire.Changed, "none");
        }
        catch (Exception fault) when (fault is ServiceException or DefinitionException)
        {
            Assert.True(fault.Message.Length < 20_000, $"Seed {seed}: {fault.Message.Length} characters: {LongText.Cut(fault.Message)}");
            return (wire.Changed, fault is ServiceException known ? known.ErrorId : ((DefinitionException)fault).ErrorId);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed}, scenario {scenario}, {wire.Changed}: {wire.ChangedTo}", fault);
        }
        finally
        {
            var pools = account.Sandbox.Invoke("ListIdentityPools", """{"MaxResults":60}""");
            Assert.True(pools.Split("\"IdentityPoolId\"").Length <= 2, $"Seed {seed}: {pools}");
        }
    }

    /// <summary>What a scenario asks when nobody changes the answers.</summary>
    private static async Task<IReadOnlyList<string>> OperationsOf(int scenario)
    {
        if (!Known.TryGetValue(scenario, out var operations))
        {
            var account = new Account();
            var published = scenario == 0 ? null : await account.PublishAsync(Rich.Definition);
            account.Sandbox.ClearCalls();
            await DoAsync(scenario, account.Connect(), account, published);
            Known[scenario] = operations = [
                .. account.Sandbox.Calls.Select(call => call.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ];
        }

        return operations;
    }

    private static async Task DoAsync(int scenario, IIdentityPoolService service, Account account, IdentityPool? published)
    {
        switch (scenario)
        {
            case 0:
                await account.PublishAsync(Rich.Definition, service: service);
                break;
            case 1:
                await service.ReadAsync(published!.Id!, IdentityPoolDetail.Complete, account, Cancellation);
                break;
            case 2:
                await service.PlanAsync(Rich.Definition, new() { Prune = true }, account, Cancellation);
                break;
            case 3:
                await account.PublishAsync(
                    IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "app")) }),
                    new() { Id = published!.Id },
                    service
                );
                break;
            case 4:
                await service.ExamineAsync(published!, account, Cancellation);
                break;
            case 5:
                var plan = await service.PlanRemovalAsync(published!.Id!, new(), account, Cancellation);
                await service.RemoveAsync(plan, account, Cancellation);
                break;
            default:
                await service.GetCredentialAsync(new() { PoolId = published!.Id! }, account, Cancellation);
                await foreach (var page in service.ListAsync(account, Cancellation))
                {
                    Assert.NotNull(page);
                }

                break;
        }
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>An account in memory whose answers to one operation are changed on the way, or the first of them.</summary>
    private sealed class ChangingWire(SandboxAccount account, Random random, string operation, bool isLasting) : HttpClientFactory
    {
        private readonly object gate = new();
        public string? Changed { get; private set; }

        public string? ChangedTo { get; private set; }

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new GuardedHandler(new Changer(this, new SandboxHandler(account)), WireBounds.Default));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private async Task ChangeAsync(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancellation)
        {
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            var form = await request.Content!.ReadAsStringAsync(cancellation);
            lock (gate)
            {
                var name = request.Headers.TryGetValues("X-Amz-Target", out var target)
                    ? target.Single().Split('.')[1]
                    : form.Split('&')[0]["Action=".Length..];
                if (name != operation || (!isLasting && Changed is not null))
                {
                    return;
                }

                body = AnswerMutation.Of(body, random);
                Changed = operation;
                ChangedTo ??= System.Text.Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 2000));
                if (random.Next(12) == 0)
                {
                    answer.StatusCode = (System.Net.HttpStatusCode)(
                        random.Next(4) switch
                        {
                            0 => 204,
                            1 => 302,
                            2 => 400,
                            _ => 500,
                        }
                    );
                }

                var type = answer.Content.Headers.ContentType;
                answer.Content = new ByteArrayContent(body);
                answer.Content.Headers.ContentType = random.Next(12) == 0 ? new("text/html") : type;
            }
        }

        private sealed class Changer(ChangingWire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                await wire.ChangeAsync(request, answer, cancellationToken);
                return answer;
            }
        }
    }
}

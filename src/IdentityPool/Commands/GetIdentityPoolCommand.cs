using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Reads identity pools with all that belongs to them.</summary>
[Cmdlet(VerbsCommon.Get, "IdentityPool", DefaultParameterSetName = ListSet, SupportsPaging = true, HelpUri = HelpPages.Base + "Get-IdentityPool.md")]
[OutputType(typeof(IdentityPool))]
public sealed class GetIdentityPoolCommand : LiveCommand
{
    internal const string ListSet = "List";
    internal const string IdSet = "Id";
    internal const string ArnSet = "Arn";
    internal const string InputObjectSet = "InputObject";

    /// <summary>How many pools are read at the same time.</summary>
    private const int Window = 4;

    private int readCount;

    /// <summary>How many pools will have been read in the end, as soon as that is known.</summary>
    private int? expectedCount;

    /// <summary>The name, wildcards allowed. Without it: all pools.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IdentityPoolNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The ARNs.</summary>
    // Not by property name: a pool in the pipeline has both an id and an ARN, and one of them has to decide.
    [Parameter(Mandatory = true, ParameterSetName = ArnSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolArnCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>Pools that were read before, to be read again where they were read.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    [TakePoolByArn]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>Takes the id or ARN as it is and calls nothing: a reference for other commands.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ArnSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    public SwitchParameter AsReference { get; set; }

    /// <inheritdoc/>
    private protected override void CheckArguments()
    {
        _ = Name is null ? null : NamePattern.Parse(Name);
        Array.ForEach(Id, id => IdentityPoolId.Check(id));
        Array.ForEach(Arn, arn => IdentityPoolId.OfArn(arn));
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == ListSet)
        {
            Item(Name ?? nameof(IdentityPool), List);
            return;
        }

        CheckNoPaging();
        if (AsReference)
        {
            foreach (var (target, reference) in References())
            {
                Item(target, () => WriteObject(LivePool.Mark(reference())));
            }

            return;
        }

        var pool = InputObject;
        var readings = ParameterSetName switch
        {
            InputObjectSet => [(pool, Reading(() => Reading(pool)))],
            IdSet => Id.Select(id => ((object)id, Reading(() => Reading(ServiceFor(id), id)))),
            _ => Arn.Select(arn => ((object)arn, Reading(() => Reading(ServiceForArn(arn), IdentityPoolId.OfArn(arn))))),
        };
        // Pools that come by the pipeline come one by one; nobody knows how many follow.
        expectedCount = MyInvocation.ExpectingInput ? null : Math.Max(1, Id.Length + Arn.Length);
        Read(readings);
    }

    /// <summary>The engine offers paging in every parameter set; only a list has pages.</summary>
    private void CheckNoPaging()
    {
        var paging = new[] { nameof(PagingParameters.First), nameof(PagingParameters.Skip), nameof(PagingParameters.IncludeTotalCount) };
        if (Array.Find(paging, this.IsBound) is { } name)
        {
            this.ReadArgument<object>(() => throw DefinitionErrors.Create(nameof(Messages.PagingWithoutList), name, name));
        }
    }

    private IEnumerable<(object Target, Func<IdentityPool> Reference)> References() =>
        ParameterSetName switch
        {
            InputObjectSet => [(InputObject, () => InputObject.Arn is { } arn ? IdentityPool.FromArn(arn) : ById(KnownId(InputObject)))],
            IdSet => Id.Select(id => ((object)id, (Func<IdentityPool>)(() => ById(id)))),
            _ => Arn.Select(arn => ((object)arn, (Func<IdentityPool>)(() => IdentityPool.FromArn(arn)))),
        };

    private IdentityPool ById(string id) => IdentityPool.FromId(id, Session?.Region ?? Region);

    private static string KnownId(IdentityPool pool) => pool.Id ?? throw DefinitionErrors.Create(nameof(Messages.ReadingNeedsId), pool, pool);

    private void List()
    {
        var pattern = NamePattern.Parse(Name ?? "*");
        var service = ServiceForAccount();
        var pools = Matching(service, pattern);
        if (PagingParameters.IncludeTotalCount)
        {
            var all = pools.ToList();
            WriteObject(PagingParameters.NewTotalCount((ulong)all.Count, accuracy: 1.0));
            pools = all;
        }

        Read(pools.Skip(Count(PagingParameters.Skip)).Take(Count(PagingParameters.First)).Select(pool => ((object)pool.Id, Reading(service, pool.Id))));
    }

    private int Wanted(int matching) => Math.Min(Math.Max(0, matching - Count(PagingParameters.Skip)), Count(PagingParameters.First));

    private static int Count(ulong count) => (int)Math.Min(count, int.MaxValue);

    private IEnumerable<IdentityPoolListing> Matching(IIdentityPoolService service, WildcardPattern pattern)
    {
        var count = 0;
        foreach (var page in Listed(service))
        {
            var matching = page.Pools.Where(pool => pattern.IsMatch(pool.Name)).ToList();
            count += matching.Count;
            expectedCount = page.IsLast ? Wanted(count) : null;
            foreach (var pool in matching)
            {
                yield return pool;
            }
        }

        if (count == 0 && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
        {
            WriteError(ErrorRecords.IdentityPoolNotFound(Name, service.Region));
        }
    }

    /// <summary>The list as it comes, page by page; who stops asking stops the paging.</summary>
    private IEnumerable<ListingPage> Listed(IIdentityPoolService service)
    {
        // Begun in a call of its own, so that the token is that of the command.
        var pages = Await(cancellation => Task.FromResult(service.ListAsync(Observer(nameof(IdentityPool)), cancellation).GetAsyncEnumerator(cancellation)));
        try
        {
            while (Await(_ => pages.MoveNextAsync().AsTask()))
            {
                yield return pages.Current;
            }
        }
        finally
        {
            // Nobody waits for this: a page that is still on its way when the command is stopped cannot be given up yet.
            _ = Pump.Start(async _ =>
            {
                await pages.DisposeAsync().ConfigureAwait(false);
                return true;
            });
        }
    }

    /// <summary>What is wrong with one of several stands in its place among them.</summary>
    private static Task<IdentityPool> Reading(Func<Task<IdentityPool>> begin)
    {
        try
        {
            return begin();
        }
        catch (Exception exception) when (exception is DefinitionException or ServiceException)
        {
            return Task.FromException<IdentityPool>(exception);
        }
    }

    private Task<IdentityPool> Reading(IdentityPool pool)
    {
        var id = KnownId(pool);
        var service = ServiceFor(pool);
        if (pool.Arn is { } arn)
        {
            CheckOwns(service, arn, pool);
        }

        return Reading(service, id);
    }

    private Task<IdentityPool> Reading(IIdentityPoolService service, string id) =>
        Pump.Start(cancellation => service.ReadAsync(id, Observer(id), cancellation));

    /// <summary>Writes pools in order while the next few are being read.</summary>
    private void Read(IEnumerable<(object Target, Task<IdentityPool> Reading)> pools)
    {
        var window = new Queue<(object Target, Task<IdentityPool> Reading)>();
        foreach (var pool in pools)
        {
            window.Enqueue(pool);
            while (window.Count == Window || (window.Count > 0 && window.Peek().Reading.IsCompleted))
            {
                Write(window.Dequeue());
            }
        }

        while (window.Count > 0)
        {
            Write(window.Dequeue());
        }
    }

    private void Write((object Target, Task<IdentityPool> Reading) pool)
    {
        Bar.Read(pool.Target.ToString()!, readCount, expectedCount);
        Item(pool.Target, () => WriteObject(LivePool.Mark(Pump.Wait(pool.Reading))));
        readCount++;
    }
}

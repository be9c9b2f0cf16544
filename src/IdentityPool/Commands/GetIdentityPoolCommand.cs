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

    private static readonly string[] Paging = [nameof(PagingParameters.First), nameof(PagingParameters.Skip), nameof(PagingParameters.IncludeTotalCount)];

    /// <summary>How many pools are read at the same time.</summary>
    private const int Window = 4;

    private int readCount;
    private IdentityPoolDetail detail;

    /// <summary>How many pools will have been read in the end, as soon as that is known.</summary>
    private int? expectedCount;

    /// <summary>The names, wildcards allowed; an id or an ARN does in the place of one. Without it: all pools.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [TakeIdOfPool]
    [ArgumentCompleter(typeof(IdentityPoolNameCompleter))]
    public string[]? Name { get; set; }

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

    /// <summary>
    /// What names a pool: one that was read before, to be read again where it was read, a definition, text in the place of a name, or an object with an id, an ARN
    /// or a name.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    [TakePool]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public PoolArgument InputObject { get; set; } = null!;

    /// <summary>How much is read of each pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<IdentityPoolDetail>))]
    public ChoiceArgument<IdentityPoolDetail>? Detail { get; set; }

    /// <summary>Takes the id or ARN as it is and calls nothing: a reference for other commands.</summary>
    [Parameter]
    public SwitchParameter AsReference { get; set; }

    private bool IsListOfAll => ParameterSetName == ListSet && Name is null;

    /// <inheritdoc/>
    private protected override void CheckArguments()
    {
        var isByName = (Name ?? []).Select(PoolTarget.OfText).ToList().Exists(target => target is PoolTarget.Named);
        Array.ForEach(Id, id => IdentityPoolId.Check(id));
        Array.ForEach(Arn, arn => IdentityPoolId.OfArn(arn));
        detail = Detail?.Value ?? IdentityPoolDetail.Complete;
        if (AsReference && Detail is not null)
        {
            throw DefinitionErrors.Create(nameof(Messages.ParametersContradict), nameof(Detail), nameof(Detail), nameof(AsReference));
        }

        if (AsReference && (isByName || (IsListOfAll && !MyInvocation.ExpectingInput)))
        {
            throw DefinitionErrors.Create(nameof(Messages.ReferenceNeedsId), nameof(AsReference));
        }
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var targets = new List<(object Given, PoolTarget Target)>();
        foreach (var (given, read) in Given())
        {
            Item(given, () => targets.Add((given, read())));
        }

        if (ParameterSetName != ListSet || !(IsListOfAll || targets.Exists(target => target.Target is PoolTarget.Named)))
        {
            CheckNoPaging();
        }

        if (AsReference)
        {
            foreach (var (given, target) in targets)
            {
                Item(given, () => WriteObject(LivePool.Mark(Reference(given, target))));
            }
        }
        else if (targets.Count > 0 || IsListOfAll)
        {
            Item(targets.Count > 0 ? targets[0].Given : nameof(IdentityPool), () => ReadAll(targets));
        }
    }

    /// <summary>The engine offers paging in every parameter set; only a list has pages.</summary>
    private void CheckNoPaging()
    {
        if (Array.Find(Paging, this.IsBound) is { } name)
        {
            this.ReadArgument<object>(() => throw DefinitionErrors.Create(nameof(Messages.PagingWithoutList), name, name));
        }
    }

    /// <summary>What the arguments name, each read on its own: one that cannot be is an error of its own.</summary>
    private IEnumerable<(object Given, Func<PoolTarget> Read)> Given()
    {
        var argument = InputObject;
        return ParameterSetName switch
        {
            InputObjectSet => [(argument.Given, () => argument.Target)],
            IdSet => Id.Select(id => ((object)id, (Func<PoolTarget>)(() => new PoolTarget.Known(IdentityPool.FromId(id))))),
            ArnSet => Arn.Select(arn => ((object)arn, (Func<PoolTarget>)(() => new PoolTarget.Known(IdentityPool.FromArn(arn))))),
            _ => (Name ?? []).Select(name => ((object)name, (Func<PoolTarget>)(() => PoolTarget.OfText(name)))),
        };
    }

    private IdentityPool Reference(object given, PoolTarget target) =>
        target is not PoolTarget.Known { Pool: var pool } ? throw DefinitionErrors.Create(nameof(Messages.ReferenceNeedsId), given)
        : pool.Arn is { } arn ? IdentityPool.FromArn(arn)
        : IdentityPool.FromId(pool.Id!, Session?.Region ?? Region);

    /// <summary>Reads the pools that are known by their ids, then those of the list that have the names.</summary>
    private void ReadAll(IReadOnlyList<(object Given, PoolTarget Target)> targets)
    {
        var known = new List<(object Given, IdentityPool Pool)>();
        foreach (var (given, target) in targets)
        {
            if (target is PoolTarget.Known { Pool: var pool })
            {
                known.Add((given as string ?? (object)pool, pool));
            }
        }

        var names = targets.Select(target => target.Target).OfType<PoolTarget.Named>().ToList();
        if (ParameterSetName == ListSet)
        {
            // Whatever several names have in common is one pool.
            known = known.DistinctBy(pool => pool.Pool.Id).ToList();
        }

        // Pools that come by the pipeline come one by one; nobody knows how many follow.
        expectedCount = MyInvocation.ExpectingInput || names.Count > 0 || IsListOfAll ? null : known.Count;
        var pools = known.Select(pool => (Target: pool.Given, Begin: (Func<Task<IdentityPool>>)(() => Reading(pool.Given, pool.Pool))));
        if (names.Count > 0 || IsListOfAll)
        {
            var service = ServiceForAccount();
            pools = pools.Concat(
                Matching(service, names, [.. known.Select(pool => pool.Pool.Id!)])
                    .Select(pool => (Target: (object)pool.Id, Begin: (Func<Task<IdentityPool>>)(() => Reading(service, pool.Id))))
            );
        }

        if (PagingParameters.IncludeTotalCount)
        {
            var all = pools.ToList();
            WriteObject(PagingParameters.NewTotalCount((ulong)all.Count, accuracy: 1.0));
            pools = all;
        }

        Read(pools.Skip(Count(PagingParameters.Skip)).Take(Count(PagingParameters.First)).Select(pool => (pool.Target, Reading(pool.Begin))));
    }

    private int Wanted(int matching) => Math.Min(Math.Max(0, matching - Count(PagingParameters.Skip)), Count(PagingParameters.First));

    private static int Count(ulong count) => (int)Math.Min(count, int.MaxValue);

    /// <summary>What the list has of these names, or all that it has where there are none.</summary>
    private IEnumerable<IdentityPoolListing> Matching(IIdentityPoolService service, List<PoolTarget.Named> names, HashSet<string> known)
    {
        var missing = names.Where(name => name.IsLiteral).ToList();
        var count = known.Count;
        foreach (var page in Listed(service))
        {
            missing.RemoveAll(name => page.Pools.Any(pool => name.Pattern.IsMatch(pool.Name)));
            var matching = page
                .Pools.Where(pool => !known.Contains(pool.Id) && (names.Count == 0 || names.Exists(name => name.Pattern.IsMatch(pool.Name))))
                .ToList();
            count += matching.Count;
            expectedCount = page.IsLast ? Wanted(count) : null;
            foreach (var pool in matching)
            {
                yield return pool;
            }
        }

        foreach (var name in missing)
        {
            WriteError(ErrorRecords.IdentityPoolNotFound(name.Name, service.Region));
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

    private Task<IdentityPool> Reading(object given, IdentityPool pool)
    {
        var service = ServiceFor(pool);
        if (pool.Arn is { } arn)
        {
            CheckOwns(service, arn, given);
        }

        return Reading(service, pool.Id!);
    }

    private Task<IdentityPool> Reading(IIdentityPoolService service, string id) =>
        Pump.Start(cancellation => service.ReadAsync(id, detail, Observer(id), cancellation));

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

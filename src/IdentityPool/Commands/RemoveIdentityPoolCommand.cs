using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Removes identity pools with what was made for them.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "IdentityPool",
    DefaultParameterSetName = InputObjectSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Base + "Remove-IdentityPool.md"
)]
[OutputType(typeof(void))]
public sealed class RemoveIdentityPoolCommand : LiveCommand
{
    internal const string NameSet = "Name";
    internal const string InputObjectSet = "InputObject";
    internal const string IdSet = "Id";
    internal const string ArnSet = "Arn";

    private readonly List<(object Target, Action Remove)> pools = [];
    private ILookup<string, string>? idsByName;
    private Consent? consent;
    private (RemovalPlan Plan, CallObserver Observer, Task<bool> Work)? running;

    /// <summary>The names, as they are; an id or an ARN does in the place of one.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [TakeIdOfPool]
    [ArgumentCompleter(typeof(IdentityPoolNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The pools, as Get-IdentityPool gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    [TakePoolByArn]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The ARNs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ArnSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolArnCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>Leaves the managed roles.</summary>
    [Parameter]
    public SwitchParameter KeepRoles { get; set; }

    /// <summary>Removes without asking, a pool too that was not published by this module or that a stack made. -WhatIf and an explicit -Confirm still count.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Force { get; set; }

    private Consent Consent => consent ??= new(this, ConfirmImpact.High, MessageText.Format(nameof(Messages.RemovalCaption)), Force);

    /// <inheritdoc/>
    private protected override void CheckArguments()
    {
        if (Array.Find(Name, WildcardPattern.ContainsWildcardCharacters) is { } pattern)
        {
            throw DefinitionErrors.Create(nameof(Messages.RemovalByWildcard), pattern, pattern);
        }

        Array.ForEach(Name, name => PoolTarget.OfText(name));
        Array.ForEach(Id, id => IdentityPoolId.Check(id));
        Array.ForEach(Arn, arn => IdentityPoolId.OfArn(arn));
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        // All are known before the first one goes: what fails on the way to this command removes nothing.
        var pool = InputObject;
        pools.AddRange(
            ParameterSetName switch
            {
                InputObjectSet => [(pool, () => Remove(pool))],
                IdSet => Id.Select(id => ((object)id, (Action)(() => RemoveById(id)))),
                ArnSet => Arn.Select(arn => ((object)arn, (Action)(() => RemoveByArn(arn)))),
                _ => Name.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => ((object)name, Removal(name))),
            }
        );
    }

    /// <inheritdoc/>
    private protected override void Complete()
    {
        if (Array.Find(Name, name => PoolTarget.OfText(name) is PoolTarget.Named) is { } first)
        {
            Item(first, () => idsByName = IdsByName());
        }

        Bar.ExpectPools(pools.Count);
        foreach (var (target, remove) in pools)
        {
            Item(target, remove);
        }
    }

    /// <inheritdoc/>
    private protected override void Leaving()
    {
        if (running is not var (plan, observer, work))
        {
            return;
        }

        if (work.Exception?.InnerException is { } exception)
        {
            SayLast(exception.Message);
        }
        else if (!work.IsCompletedSuccessfully)
        {
            var (done, total) = observer.Progress ?? (0, plan.Steps.Count);
            SayLast(MessageText.Format(nameof(Messages.RemovalStopped), plan.Name, done, total));
        }
    }

    private Action Removal(string name) =>
        PoolTarget.OfText(name) switch
        {
            PoolTarget.Known { Pool.Arn: { } arn } => () => RemoveByArn(arn),
            PoolTarget.Known { Pool.Id: { } id } => () => RemoveById(id),
            _ => () => RemoveByName(name),
        };

    private ILookup<string, string> IdsByName() =>
        Listed(ServiceForAccount()).SelectMany(page => page.Pools).ToLookup(pool => pool.Name, pool => pool.Id, StringComparer.OrdinalIgnoreCase);

    private void RemoveById(string id) => Remove(ServiceFor(id), id, null);

    private void RemoveByArn(string arn) => Remove(ServiceForArn(arn), IdentityPoolId.OfArn(arn), null);

    /// <exception cref="Validation.DefinitionException">Several pools have the name, and nobody knows which one is meant.</exception>
    private void RemoveByName(string name)
    {
        if (idsByName is null)
        {
            // Why there is no list was told.
            return;
        }

        var service = ServiceForAccount();
        switch (idsByName[name].ToList())
        {
            case []:
                WriteError(ErrorRecords.IdentityPoolNotFound(name, service.Region));
                break;
            case [var id]:
                Remove(service, id, null);
                break;
            case var ids:
                throw DefinitionErrors.Create(nameof(Messages.PoolNameAmbiguous), name, name, string.Join(", ", ids));
        }
    }

    private void Remove(IdentityPool pool)
    {
        var id = pool.Id ?? throw DefinitionErrors.Create(nameof(Messages.RemovalNeedsId), pool, pool);
        Remove(ServiceFor(pool), id, pool);
    }

    private void Remove(IIdentityPoolService service, string id, IdentityPool? definition)
    {
        var options = new RemovalOptions
        {
            KeepRoles = KeepRoles,
            Force = Force,
            Definition = definition,
        };
        var plan = Await(cancellation => service.PlanRemovalAsync(id, options, Observer(id), cancellation));
        // Its impact is high: where the preferences want no question, none is wanted.
        var isGiven = Consent.IsGiven((definition ?? (object)id, plan.Name), PlanText.Write(plan), losses: null);
        if (isGiven || Consent.IsWhatIf)
        {
            // Where nothing is removed, all is kept.
            this.WriteWarnings(plan.Kept.Select(kept => MessageText.Format(nameof(Messages.RemovalKeeps), plan.Name, kept.Arn, kept.Reason)));
        }

        if (isGiven)
        {
            Execute(service, plan);
        }
    }

    private void Execute(IIdentityPoolService service, RemovalPlan plan)
    {
        var observer = Observer(plan.Name);
        var work = Pump.StartWork(async cancellation =>
        {
            await service.RemoveAsync(plan, observer, cancellation).ConfigureAwait(false);
            return true;
        });
        running = (plan, observer, work);
        try
        {
            Pump.Wait(work);
        }
        catch (Exception exception) when (ReferenceEquals(exception, work.Exception?.InnerException))
        {
            running = null;
            throw;
        }

        running = null;
        Bar.Settle(observer);
    }
}

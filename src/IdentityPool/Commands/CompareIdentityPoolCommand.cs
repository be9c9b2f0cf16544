using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Says how pools differ from their definitions, and which calls would close the differences.</summary>
[Cmdlet(VerbsData.Compare, "IdentityPool", DefaultParameterSetName = PublishedSet, HelpUri = HelpPages.Base + "Compare-IdentityPool.md")]
[OutputType(typeof(IdentityPoolChange))]
public sealed class CompareIdentityPoolCommand : LiveCommand
{
    internal const string PublishedSet = "Published";
    internal const string IdSet = "Id";
    internal const string ReferenceObjectSet = "ReferenceObject";

    private readonly KeptDifferences kept = new();
    private readonly List<IdentityPool> waiting = [];

    /// <summary>The definition: what the pool should be.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The pool to compare with. Without it the pool is found as Publish-IdentityPool finds it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string Id { get; set; } = null!;

    /// <summary>What to compare with: another definition or a pool that was read. Nothing is called unless it is a mere reference.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ReferenceObjectSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool ReferenceObject { get; set; } = null!;

    /// <summary>Compares as if a pool of that name that was not made here were to be taken over.</summary>
    [Parameter(ParameterSetName = PublishedSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ReferenceObjectSet, DontShow = true)]
    [RejectNull]
    public SwitchParameter Adopt { get; set; }

    /// <summary>Compares as if what the definition does not mention were to go.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Prune { get; set; }

    /// <summary>Compares every part that the definition holds, also those that AWS has changed since it was read.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Overwrite { get; set; }

    /// <summary>Shows also what the definition does not mention and what therefore stays.</summary>
    [Parameter]
    public SwitchParameter IncludeUnmanaged { get; set; }

    /// <inheritdoc/>
    private protected override void CheckArguments()
    {
        if (ParameterSetName == IdSet)
        {
            IdentityPoolId.Check(Id);
        }

        if (Adopt && ParameterSetName == ReferenceObjectSet)
        {
            throw DefinitionErrors.Create(nameof(Messages.ParametersContradict), nameof(Adopt), nameof(Adopt), nameof(ReferenceObject));
        }
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        // What goes depends on what the other definitions ask of providers that they share.
        if (Prune && ParameterSetName != ReferenceObjectSet)
        {
            waiting.Add(InputObject);
        }
        else
        {
            Compare(InputObject, SharedAudiences.None);
        }
    }

    private void Compare(IdentityPool definition, SharedAudiences shared) =>
        Item(
            definition,
            () =>
            {
                var (name, compared) = Compared(definition, shared);
                var changes = compared.ToLookup(change => IncludeUnmanaged || change.Kind != ChangeKind.Keep);
                kept.Add(name, changes[false].Count(change => !change.IsTakenOver));
                foreach (var change in changes[true])
                {
                    WriteObject(change with { IdentityPool = change.IdentityPool ?? name });
                }
            }
        );

    /// <inheritdoc/>
    private protected override void Complete()
    {
        var shared = SharedAudiences.Collect(waiting);
        foreach (var definition in waiting)
        {
            Compare(definition, shared);
        }

        if (kept.ToSentence(nameof(Messages.KeptUnlisted)) is { } text)
        {
            WriteWarning(text);
        }
    }

    private (string Name, IEnumerable<IdentityPoolChange> Changes) Compared(IdentityPool definition, SharedAudiences shared)
    {
        if (ParameterSetName == ReferenceObjectSet && !ReferenceObject.IsReference)
        {
            return (definition.ToString(), DefinitionComparison.Compare(definition, ReferenceObject, Prune));
        }

        var reference = ParameterSetName == ReferenceObjectSet ? ReferenceObject : null;
        var id = reference?.Id ?? Id;
        var options = new PublishOptions
        {
            Id = id,
            Adopt = Adopt,
            Prune = Prune,
            Overwrite = Overwrite,
            Shared = shared,
        };
        var service = ServiceFor(definition, id);
        if (reference?.Arn is { } arn)
        {
            CheckOwns(service, arn, reference);
        }

        var plan = Await(cancellation => service.PlanAsync(definition, options, Observer(definition.ToString()), cancellation));
        var hash = plan.Hash;
        return (plan.Name, plan.Changes.Select(change => change with { PlanHash = hash }));
    }
}

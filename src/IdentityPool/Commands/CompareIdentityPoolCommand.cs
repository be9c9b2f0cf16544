using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;

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

    /// <summary>The definition: what the pool should be.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The pool to compare with. Without it the pool is found as Publish-IdentityPool finds it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string Id { get; set; } = null!;

    /// <summary>What to compare with: another definition or a pool that was read. Nothing is called unless it is a mere reference.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReferenceObjectSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool ReferenceObject { get; set; } = null!;

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
    }

    /// <inheritdoc/>
    private protected override void Process() =>
        Item(
            InputObject,
            () =>
            {
                var (name, compared) = Compared();
                var changes = compared.ToLookup(change => IncludeUnmanaged || change.Kind != ChangeKind.Keep);
                kept.Add(name, changes[false].Count());
                foreach (var change in changes[true])
                {
                    WriteObject(change with { IdentityPool = change.IdentityPool ?? name });
                }
            }
        );

    /// <inheritdoc/>
    private protected override void Complete()
    {
        if (kept.ToSentence(nameof(Messages.KeptUnlisted)) is { } text)
        {
            WriteWarning(text);
        }
    }

    private (string Name, IEnumerable<IdentityPoolChange> Changes) Compared()
    {
        if (ParameterSetName == ReferenceObjectSet && !ReferenceObject.IsReference)
        {
            return (InputObject.ToString(), DefinitionComparison.Compare(InputObject, ReferenceObject, Prune));
        }

        var reference = ParameterSetName == ReferenceObjectSet ? ReferenceObject : null;
        var id = reference?.Id ?? Id;
        var options = new PublishOptions
        {
            Id = id,
            Prune = Prune,
            Overwrite = Overwrite,
        };
        var service = ServiceFor(InputObject, id);
        if (reference?.Arn is { } arn)
        {
            CheckOwns(service, arn, reference);
        }

        var plan = Await(cancellation => service.PlanAsync(InputObject, options, Observer(InputObject.ToString()), cancellation));
        return (plan.Name, plan.Changes);
    }
}

using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>A command that takes definitions from the pipeline and gives changed ones back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PoolCommand : PSCmdlet, IChangesPool
{
    private PoolChange change = null!;

    private protected PoolCommand() { }

    /// <summary>The definition to start from. It is not changed.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    PoolChange IChangesPool.Change(Predicate<string> isGiven) => Change(isGiven);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        change = this.ReadArgument(() => Change(this.IsBound));
        this.WriteWarnings(change.Doubts);
        Begin();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() =>
        this.WriteResult(() =>
        {
            var changed = change.Apply(InputObject);
            this.WriteWarnings(change.Warnings(InputObject, changed));
            foreach (var consequence in change.Consequences(InputObject, changed))
            {
                WriteVerbose(consequence);
            }

            return changed;
        });

    /// <summary>What the command changes, from its arguments alone.</summary>
    /// <param name="isGiven">Whether a parameter was given.</param>
    private protected abstract PoolChange Change(Predicate<string> isGiven);

    /// <summary>Does what the command does beside changing pools, once, when its arguments are known to be good.</summary>
    private protected virtual void Begin() { }
}

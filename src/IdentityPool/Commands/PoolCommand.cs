using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>A command that takes definitions from the pipeline and gives changed ones back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PoolCommand : DefinitionCommand
{
    private protected PoolCommand() { }

    /// <summary>The definition to start from. It is not changed.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Emit(() => Change(InputObject));

    /// <summary>The definition with what the command adds.</summary>
    private protected abstract IdentityPool Change(IdentityPool pool);
}

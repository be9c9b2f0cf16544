using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Binding;
using IdentityPools.Template;

namespace IdentityPools.Commands;

/// <summary>A command that makes templates of all definitions of the pipeline.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TemplateCommand : DefinitionCommand
{
    private readonly List<IdentityPool> pools = [];

    private protected TemplateCommand() { }

    /// <summary>The definitions; all of them go into one template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The description of the template.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The region that the template is for. Without it: any region of the commercial partition.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Makes the Resources section alone, to be merged into a larger template.</summary>
    [Parameter]
    public SwitchParameter Fragment { get; set; }

    private protected TemplateOptions Options { get; private set; } = new();

    private protected IReadOnlyList<IdentityPool> Pools => pools;

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        Options = new()
        {
            Description = Description,
            Region = Region is null ? null : Argument(() => AwsRegion.Check(Region)),
            IsFragment = Fragment,
        };

    /// <inheritdoc/>
    protected override void ProcessRecord() => pools.Add(InputObject);
}

using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>A command that makes templates of all definitions of the pipeline.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TemplateCommand : StoppableCommand
{
    private readonly List<IdentityPool> pools = [];

    // A set that nothing is removed from enumerates in order of insertion.
    private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);

    private protected TemplateCommand() { }

    /// <summary>The definitions; all of them go into one template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
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

    /// <summary>What is said of the template's parameters: name and default, or a hashtable of CloudFormation's attributes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary? Parameter { get; set; }

    private protected TemplateOptions Options { get; private set; } = new();

    private protected IReadOnlyList<IdentityPool> Pools => pools;

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        Options = this.ReadArgument(() =>
            new TemplateOptions
            {
                Description = Description,
                Region = Region is null ? null : AwsRegion.Check(Region),
                IsFragment = Fragment,
                Parameters = Parameters(),
                LeftOut = sentence => leftOut.Add(sentence),
            }
        );

    /// <inheritdoc/>
    protected override void ProcessRecord() => pools.Add(InputObject);

    /// <summary>The pools for one template; says which of them got another logical id for it.</summary>
    private protected IReadOnlyList<IdentityPool> Distinct()
    {
        var distinct = DistinctPools.Create(pools);
        foreach (var (pool, logicalId) in distinct.Renamed)
        {
            WriteVerbose(MessageText.Format(nameof(Messages.LogicalIdMadeUnique), pool, pool.Id, logicalId));
        }

        return distinct.Pools;
    }

    /// <summary>Says what of imported templates is not in those that were made.</summary>
    private protected void WarnOfLeftOut()
    {
        foreach (var sentence in leftOut)
        {
            WriteWarning(sentence);
        }
    }

    private List<TemplateParameter> Parameters() =>
        Fragment && Parameter is not null
            ? throw DefinitionErrors.Create(nameof(Messages.ParameterOfFragment), Parameter)
            : PSValue
                .Nodes(Parameter, nameof(Parameter))
                .Select(entry => TemplateParameter.Create(entry.Key, entry.Value))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                .ToList();
}

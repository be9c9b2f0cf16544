using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A command that looks at all of its input together.</summary>
public abstract class CollectingCommand : PSCmdlet
{
    private readonly List<PSObject> input = [];

    /// <summary>The input.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    private protected IReadOnlyList<PSObject> Input => input;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            input.Add(InputObject);
        }
    }

    private protected static object? PropertyOf(PSObject item, string name) => item.Properties[name]?.Value;
}

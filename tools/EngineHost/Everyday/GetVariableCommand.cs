using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A variable, or its value.</summary>
[Cmdlet(VerbsCommon.Get, "Variable")]
public sealed class GetVariableCommand : PSCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = null!;

    /// <summary>The value alone.</summary>
    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SessionState.PSVariable.Get(Name) is { } variable)
        {
            WriteObject(ValueOnly ? variable.Value : variable);
        }
        else
        {
            var exception = new ItemNotFoundException($"Cannot find a variable with the name '{Name}'.");
            WriteError(new(exception, "VariableNotFound", ErrorCategory.ObjectNotFound, Name));
        }
    }
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Gives a variable of the current scope a value.</summary>
[Cmdlet(VerbsCommon.Set, "Variable")]
public sealed class SetVariableCommand : PSCmdlet
{
    /// <summary>Its name, with the scope before it where it is another one.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = null!;

    /// <summary>The value.</summary>
    [Parameter(Position = 1)]
    public object? Value { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.PSVariable.Set(Name, Value);
}

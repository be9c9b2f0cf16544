using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Writes an error that does not end anything.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = nameof(Message))]
public sealed class WriteErrorCommand : PSCmdlet
{
    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = nameof(Message))]
    [AllowEmptyString]
    public string Message { get; set; } = null!;

    /// <summary>An error as it was caught.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ErrorRecord))]
    public ErrorRecord ErrorRecord { get; set; } = null!;

    /// <summary>Its id.</summary>
    [Parameter(ParameterSetName = nameof(Message))]
    public string ErrorId { get; set; } = "Microsoft.PowerShell.Commands.WriteErrorException";

    /// <summary>Its category.</summary>
    [Parameter(ParameterSetName = nameof(Message))]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    /// <summary>What it is about.</summary>
    [Parameter(ParameterSetName = nameof(Message))]
    public object? TargetObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteError(ErrorRecord ?? new(new WriteErrorException(Message), ErrorId, Category, TargetObject));
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Shows text.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to show.</summary>
    [Parameter(Position = 0)]
    [Alias("Object")]
    public object? Message { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Host.UI.WriteLine(Message?.ToString() ?? "");
}

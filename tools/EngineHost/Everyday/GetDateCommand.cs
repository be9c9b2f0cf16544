using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The time it is.</summary>
[Cmdlet(VerbsCommon.Get, "Date")]
public sealed class GetDateCommand : PSCmdlet
{
    /// <summary>As text, in a .NET format.</summary>
    [Parameter]
    public string? Format { get; set; }

    /// <summary>In universal time.</summary>
    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var now = AsUTC ? DateTime.UtcNow : DateTime.Now;
        WriteObject(Format is null ? now : now.ToString(Format, Host.CurrentCulture));
    }
}

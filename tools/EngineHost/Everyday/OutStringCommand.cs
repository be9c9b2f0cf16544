using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>What the host would show, as text.</summary>
[Cmdlet(VerbsData.Out, "String")]
public sealed class OutStringCommand : CollectingCommand
{
    /// <summary>How many columns there are.</summary>
    [Parameter]
    public int Width { get; set; }

    /// <summary>Line by line.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // The engine hands out a wrapper of the host; the host itself is inside.
        var host = (EngineUserInterface)SessionState.PSVariable.GetValue("EngineUserInterface");
        var text = host.Captured(Width, () => InvokeCommand.InvokeScript("$args[0] | Out-Default", [Input.ToArray()]));
        if (!Stream)
        {
            WriteObject(text);
        }
        else if (text.Length > 0)
        {
            var end = text.EndsWith(Environment.NewLine, StringComparison.Ordinal) ? Environment.NewLine.Length : 0;
            WriteObject(text[..^end].Split(Environment.NewLine), enumerateCollection: true);
        }
    }
}

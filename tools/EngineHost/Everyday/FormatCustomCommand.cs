using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Objects as their custom views show them; types without one fail.</summary>
[Cmdlet(VerbsCommon.Format, "Custom")]
public sealed class FormatCustomCommand : OuterFormatShapeCommandBase
{
    /// <summary>The engine's own formatting, by custom views.</summary>
    public FormatCustomCommand() => EngineInternals.Shape(this, "Complex");
}

using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Objects as lists of properties.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    /// <summary>The engine's own formatting, as a list.</summary>
    public FormatListCommand() => EngineInternals.Shape(this, "List");
}

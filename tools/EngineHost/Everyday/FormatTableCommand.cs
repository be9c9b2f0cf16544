using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Objects as rows of a table.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    /// <summary>The engine's own formatting, as a table.</summary>
    public FormatTableCommand() => EngineInternals.Shape(this, "Table");
}

using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The full paths of what exists.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = ByPath)]
public sealed class ResolvePathCommand : ItemCommand
{
    private protected override void Process(string path)
    {
        var pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
        WriteObject(SessionState.Path.GetResolvedPSPathFromPSPath(pattern), enumerateCollection: true);
    }
}

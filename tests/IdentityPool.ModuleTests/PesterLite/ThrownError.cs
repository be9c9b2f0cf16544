using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>The error that a script block throws.</summary>
internal static class ThrownError
{
    // The engine's own catch decides what a script can catch, and as which error it sees it. The loop keeps a break in the block from ending more than that.
    private static readonly ScriptBlock Catch = ScriptBlock.Create("try { do { $null = & $args[0] } until ($true) } catch { $_ }");

    /// <summary>Runs the block.</summary>
    /// <returns>What it throws, or null.</returns>
    public static ErrorRecord? Of(SessionState session, ScriptBlock body) =>
        session.InvokeCommand.InvokeScript(useLocalScope: true, Catch, null, body).Select(item => item.BaseObject).OfType<ErrorRecord>().SingleOrDefault();
}

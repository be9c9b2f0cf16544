namespace IdentityPools.ModuleTests.PesterLite;

internal enum ScriptTestOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>What became of a test.</summary>
internal sealed record ScriptTestResult(string Path, ScriptTestOutcome Outcome, string Message = "");

namespace IdentityPools.ModuleTests.PesterLite;

internal enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>What became of a test.</summary>
internal sealed record ScriptTestResult(string Path, TestOutcome Outcome, string Message = "");

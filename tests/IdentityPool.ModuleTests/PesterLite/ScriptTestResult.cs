namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>What became of a test.</summary>
internal sealed record ScriptTestResult(string Path, ScriptTestOutcome Outcome, string Message = "");

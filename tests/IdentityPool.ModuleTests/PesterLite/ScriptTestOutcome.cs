namespace IdentityPools.ModuleTests.PesterLite;

internal enum ScriptTestOutcome
{
    Passed,
    Failed,
    Skipped,
}

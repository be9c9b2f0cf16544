namespace IdentityPools.ModuleTests.Pester;

/// <summary>What Pester says of a test, or of what stands around tests.</summary>
/// <param name="File">The test file.</param>
/// <param name="Test">The names of its blocks and its own, as they are written; null for what is no test.</param>
/// <param name="Outcome">Pester's word: Passed, Failed, Skipped, Inconclusive, NotRun.</param>
/// <param name="Message">The name with its data, and what went wrong.</param>
internal sealed record PesterResult(string File, string? Test, string Outcome, string Message);

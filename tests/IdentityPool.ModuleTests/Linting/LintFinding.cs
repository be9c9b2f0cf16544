namespace IdentityPools.ModuleTests.Linting;

/// <summary>One thing that cfn-lint says.</summary>
/// <param name="RuleId">E3012, for example.</param>
/// <param name="File">The template.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record LintFinding(string RuleId, string File, string Message);

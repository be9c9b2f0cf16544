using System.Management.Automation;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>What came of a script, and what it changed in the account.</summary>
internal sealed record ScenarioRun
{
    public required IReadOnlyList<object> Output { get; init; }

    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the host showed, past the streams.</summary>
    public required string Shown { get; init; }

    /// <summary>Every value of the account that is another one now: its path, before, after.</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}

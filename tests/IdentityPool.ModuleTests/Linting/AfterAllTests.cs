using Xunit;

namespace IdentityPools.ModuleTests.Linting;

/// <summary>Runs alone, after everything that runs in parallel.</summary>
[CollectionDefinition(nameof(AfterAllTests), DisableParallelization = true)]
public sealed class AfterAllTests;

using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A <c>Describe</c> or <c>Context</c>, or the file itself.</summary>
internal sealed class TestBlock : TestNode
{
    public List<TestNode> Children { get; } = [];

    public List<ScriptBlock> BeforeAll { get; } = [];

    public List<ScriptBlock> AfterAll { get; } = [];

    public List<ScriptBlock> BeforeEach { get; } = [];

    public List<ScriptBlock> AfterEach { get; } = [];

    public IEnumerable<TestCase> Tests => Children.SelectMany(child => child is TestBlock block ? block.Tests : [(TestCase)child]);
}

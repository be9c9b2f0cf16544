using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>An <c>It</c>.</summary>
internal sealed class TestCase : TestNode
{
    public required ScriptBlock Body { get; init; }
}

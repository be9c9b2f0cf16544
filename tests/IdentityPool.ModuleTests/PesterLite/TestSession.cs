using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>What the test commands of one runspace have in common: the block that is being discovered.</summary>
internal sealed class TestSession
{
    public const string VariableName = "PesterLiteSession";

    public TestBlock Root { get; } = new() { Name = "", Parent = null };

    public TestBlock? Current { get; set; }

    public bool IsDiscovering { get; set; }

    public static TestSession Of(PSCmdlet cmdlet) => (TestSession)cmdlet.SessionState.PSVariable.GetValue(VariableName);
}

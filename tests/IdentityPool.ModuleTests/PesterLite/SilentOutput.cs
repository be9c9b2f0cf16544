using IdentityPools.EngineHost;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Tests show nothing; what they need to see they ask for.</summary>
internal sealed class SilentOutput : IEngineOutput
{
    public int Width => 120;

    public bool IsPlain => true;

    public void Write(string text) { }

    public void WriteError(string text) { }
}

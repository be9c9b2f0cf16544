using System.Text;
using IdentityPools.EngineHost;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>Remembers what is written, with line ends that are the same everywhere.</summary>
internal sealed class RecordedOutput : IEngineOutput
{
    private readonly StringBuilder written = new();
    private readonly StringBuilder errors = new();

    public int Width => 120;

    public bool IsPlain => true;

    public string Text => written.ToString().ReplaceLineEndings("\n");

    public string Errors => errors.ToString().ReplaceLineEndings("\n");

    public void Write(string text) => written.Append(text);

    public void WriteError(string text) => errors.Append(text);
}

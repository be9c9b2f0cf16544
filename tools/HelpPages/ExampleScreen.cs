using System.Text;
using IdentityPools.EngineHost;

namespace IdentityPools.HelpPages;

/// <summary>The screen of an example: every stream in the order in which it is shown, without colour.</summary>
internal sealed class ExampleScreen : IEngineOutput
{
    private readonly StringBuilder shown = new();

    public int Width => 100;

    public bool IsPlain => true;

    /// <summary>What is shown, without blanks at the ends of lines and without empty lines around it.</summary>
    public string Text => ExampleOutput.Trimmed(shown.ToString());

    public void Write(string text) => shown.Append(text);

    public void WriteError(string text) => shown.Append(text);

    public void Clear() => shown.Clear();
}

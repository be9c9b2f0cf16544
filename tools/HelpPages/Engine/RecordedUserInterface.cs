using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace IdentityPools.HelpPages.Engine;

/// <summary>Remembers what scripts show; a question is an error, so that a script that would wait for an answer is noticed.</summary>
internal sealed partial class RecordedUserInterface(int width) : PSHostUserInterface
{
    private readonly StringBuilder shown = new();

    public string Text => shown.ToString().ReplaceLineEndings("\n");

    public override PSHostRawUserInterface RawUI { get; } = new RecordedRawUserInterface(width);

    public override bool SupportsVirtualTerminal => false;

    public void Clear() => shown.Clear();

    public override void Write(string value) => shown.Append(ColourPattern().Replace(value, ""));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw Unanswered(caption, message);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw Unanswered(caption, message);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Unanswered(caption, message);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw Unanswered(caption, message);

    public override string ReadLine() => throw Unanswered("Read-Host", "");

    public override SecureString ReadLineAsSecureString() => throw Unanswered("Read-Host", "");

    private static HostException Unanswered(string caption, string message) =>
        new($"This host answers no questions, and the script asks: {caption} {message}".TrimEnd());

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex ColourPattern();
}

using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace IdentityPools.EngineHost;

/// <summary>Shows what scripts write; a question is an error, so that a script that would wait for an answer is noticed.</summary>
public sealed partial class EngineUserInterface : PSHostUserInterface
{
    private readonly IEngineOutput output;
    private readonly EngineRawUserInterface raw;
    private StringBuilder? capture;
    private bool isError;

    internal EngineUserInterface(IEngineOutput output)
    {
        this.output = output;
        raw = new(output.Width);
    }

    /// <summary>Whether colours are taken out.</summary>
    public bool IsPlain => output.IsPlain;

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI => raw;

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => !IsPlain;

    /// <summary>What is shown while something runs, as text.</summary>
    /// <param name="width">How many columns there are meanwhile; 0 for as many as always.</param>
    /// <param name="action">What runs.</param>
    /// <returns>The text.</returns>
    public string Captured(int width, Action action)
    {
        var (before, columns) = (capture, raw.Width);
        capture = new();
        raw.Width = width > 0 ? width : columns;
        try
        {
            action();
            return Plain(capture.ToString());
        }
        finally
        {
            (capture, raw.Width) = (before, columns);
        }
    }

    internal void ShowAsError(Action action)
    {
        isError = true;
        try
        {
            action();
        }
        finally
        {
            isError = false;
        }
    }

    /// <inheritdoc/>
    public override void Write(string value) => Show(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Show(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => Show(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => output.WriteError((IsPlain ? Plain(value) : value) + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => Show($"DEBUG: {message}{Environment.NewLine}");

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => Show($"VERBOSE: {message}{Environment.NewLine}");

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => Show($"WARNING: {message}{Environment.NewLine}");

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw Unanswered(caption, message);

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw Unanswered(caption, message);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Unanswered(caption, message);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw Unanswered(caption, message);

    /// <inheritdoc/>
    public override string ReadLine() => throw Unanswered("Read-Host", "");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw Unanswered("Read-Host", "");

    private static HostException Unanswered(string caption, string message) =>
        new($"This host answers no questions, and the script asks: {caption} {message}".TrimEnd());

    private static string Plain(string text) => ColourPattern().Replace(text, "");

    private void Show(string text)
    {
        if (capture is not null)
        {
            capture.Append(text);
        }
        else
        {
            Action<string> write = isError ? output.WriteError : output.Write;
            write(IsPlain ? Plain(text) : text);
        }
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex ColourPattern();
}

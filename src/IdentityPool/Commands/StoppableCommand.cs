using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using IdentityPools.Errors;
using IdentityPools.Files;

namespace IdentityPools.Commands;

/// <summary>A command that may wait or take long on this machine, for a pipe or over a long text: it ends when the user stops it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A stop may come late and from another thread; the token source holds nothing that would have to be freed."
)]
public abstract class StoppableCommand : PSCmdlet
{
    private readonly CancellationTokenSource stopping = new();

    private protected StoppableCommand() { }

    /// <summary>Set when the user stops the pipeline.</summary>
    private protected CancellationToken StopToken => stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>The text of a file or of what is read like one, for example a pipe; the user can stop while it waits.</summary>
    /// <exception cref="FileException">It cannot be read, is longer than the limit, or is not text.</exception>
    private protected string ReadText(string file, string named, int maximumBytes)
    {
        try
        {
            return TextFile.Read(file, named, maximumBytes, StopToken);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}

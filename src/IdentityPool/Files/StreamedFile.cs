using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace IdentityPools.Files;

/// <summary>A pipe, a device, or what else takes bytes without keeping them. It may have no reader yet, and then waits for one.</summary>
internal sealed class StreamedFile(string named, string target, ReadOnlyMemory<byte> content) : FileWrite(named, target, content)
{
    private bool isSent;

    public override bool IsFinal => isSent;

    public override void Prepare() { }

    public override void Commit(CancellationToken stop) =>
        isSent = StoppableWork.Run(
            Target,
            () =>
            {
                if (!stop.IsCancellationRequested && FileDescriptorPath.TryWrite(Target, Content.Span))
                {
                    return true;
                }

                // Devices are shared with whoever else has them open.
                using var stream = new FileStream(Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                if (stop.IsCancellationRequested)
                {
                    return false;
                }

                stream.Write(Content.Span);
                return true;
            },
            stop
        );

    public override void TakeBack() { }

    public override void CleanUp() { }
}

/// <summary>
/// A file that this process has open already: standard output, standard error, or what a shell has given it by number. Linux opens it anew under its name,
/// at its beginning, and what stands there would be overwritten; so it is written to as it is open, after what was written before.
/// </summary>
internal static partial class FileDescriptorPath
{
    /// <summary>Writes to the file that is open, and leaves it open; false where the path names none.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        if (NumberOf(path) is not { } number)
        {
            return false;
        }

        using var handle = new SafeFileHandle(number, ownsHandle: false);
        using var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        stream.Write(content);
        // .NET keeps the place to itself; asking for the handle tells it to the system, which the next one to write goes by.
        _ = stream.SafeFileHandle;
        return true;
    }

    private static nint? NumberOf(string path) =>
        !OperatingSystem.IsWindows()
        && Pattern().Match(path) is { Success: true } match
        && (match.Groups["process"].Value is { Length: 0 } || match.Groups["process"].Value == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
        && int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex("^(/dev/fd|/proc/(self|thread-self|(?<process>[0-9]+))/fd)/(?<number>[0-9]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

using System.Text;
using IdentityPools.Errors;

namespace IdentityPools.Files;

/// <summary>
/// Text from files, and from what is read like one: pipes, standard input, devices. It is counted while it is read, because what they say of their length
/// says nothing. UTF-8, or what a byte order mark says.
/// </summary>
internal static class TextFile
{
    private const int FirstBytes = 64 * 1024;

    // The mark of UTF-32 begins with that of UTF-16, so it comes first.
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The text of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="named">The file as the user named it.</param>
    /// <param name="maximumBytes">What is read at most.</param>
    /// <param name="stop">Ends the wait for a pipe that nobody writes to.</param>
    /// <exception cref="FileException">It is not there, is a folder, cannot be read, is longer than the limit, or is not text.</exception>
    /// <exception cref="OperationCanceledException">The user stopped.</exception>
    public static string Read(string file, string named, int maximumBytes, CancellationToken stop) => ReadEncoded(file, named, maximumBytes, stop).Text;

    /// <summary>The text of a file, and how it is encoded, for who writes it back.</summary>
    /// <exception cref="FileException">As <see cref="Read"/>.</exception>
    /// <exception cref="OperationCanceledException">The user stopped.</exception>
    public static EncodedText ReadEncoded(string file, string named, int maximumBytes, CancellationToken stop) =>
        Guarded(file, named, () => Decoded(StoppableWork.Run(file, () => Bytes(file, named, maximumBytes, stop), stop), named));

    /// <summary>The text of a file for completion, which never waits: what has no length is a pipe or a device, and has nothing to offer.</summary>
    /// <exception cref="FileException">As <see cref="Read"/>.</exception>
    public static string ReadKept(string file, int maximumBytes) =>
        Guarded(file, file, () => new FileInfo(file).Length == 0 ? new("", null) : Decoded(Bytes(file, file, maximumBytes, CancellationToken.None), file)).Text;

    private static EncodedText Guarded(string file, string named, Func<EncodedText> read)
    {
        try
        {
            return Directory.Exists(file) ? throw new FileException(ErrorRecords.PathIsDirectory(named)) : read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileException(ErrorRecords.FileNotFound(named, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileException(ErrorRecords.FileNotRead(named, exception));
        }
    }

    private static ArraySegment<byte> Bytes(string file, string named, int maximum, CancellationToken stop)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(FirstBytes, maximum + 1)];
        var length = 0;
        while (!stop.IsCancellationRequested && stream.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > maximum)
            {
                throw new FileException(ErrorRecords.FileTooLong(named, maximum));
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, maximum + 1));
            }
        }

        return new(bytes, 0, length);
    }

    private static EncodedText Decoded(ArraySegment<byte> bytes, string named)
    {
        var encoding = Array.Find(Marked, encoding => bytes.AsSpan().StartsWith(encoding.Preamble));
        var start = encoding?.Preamble.Length ?? 0;
        try
        {
            var text = (encoding ?? Marked[0]).GetString(bytes.AsSpan(start));
            return text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var place
                ? throw new FileException(ErrorRecords.FileNotText(named, place))
                : new(text, encoding);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FileException(ErrorRecords.FileNotText(named, start + exception.Index, exception));
        }
    }
}

/// <summary>The text of a file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">The encoding that its byte order mark says; null for UTF-8 without one.</param>
internal sealed record EncodedText(string Text, Encoding? Mark)
{
    /// <summary>Another text as the file has it.</summary>
    public ReadOnlyMemory<byte> Encode(string text) => Mark is null ? Encoding.UTF8.GetBytes(text) : (byte[])[.. Mark.Preamble, .. Mark.GetBytes(text)];
}

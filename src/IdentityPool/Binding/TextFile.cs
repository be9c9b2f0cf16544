using System.Text;

namespace IdentityPools.Binding;

/// <summary>Text files in UTF-8 without a byte order mark; read with one too.</summary>
internal static class TextFile
{
    /// <exception cref="FileFault">The file is not there, is a folder, cannot be read, or is longer than the limit.</exception>
    public static string Read(string file, string named, long maximumBytes)
    {
        if (Directory.Exists(file))
        {
            throw new FileFault(Errors.PathIsDirectory(named));
        }

        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > maximumBytes)
            {
                throw new FileFault(Errors.FileTooLong(named, stream.Length, maximumBytes));
            }

            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileFault(Errors.FileNotFound(named, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new FileFault(Errors.FileNotRead(named, exception));
        }
    }
}

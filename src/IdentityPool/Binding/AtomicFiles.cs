namespace IdentityPools.Binding;

/// <summary>Writes files whole or not at all: each beside its place first, and into place only when all are written.</summary>
internal sealed class AtomicFiles : IDisposable
{
    private readonly List<(string Temporary, string Target)> files = [];

    /// <summary>Writes the content beside its place.</summary>
    /// <exception cref="FileFault">The directory is missing or cannot be written to.</exception>
    public void Add(string target, ReadOnlyMemory<byte> content)
    {
        // A link stays a link; what it points to is replaced.
        target = File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target : target;
        var directory = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(directory))
        {
            throw new FileFault(Errors.DirectoryNotFound(directory));
        }

        var temporary = Path.Combine(directory, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        files.Add((temporary, target));
        Guarded(
            target,
            () =>
            {
                using var stream = File.Create(temporary);
                stream.Write(content.Span);
            }
        );
    }

    /// <summary>Moves everything into place.</summary>
    /// <exception cref="FileFault">A file cannot be replaced.</exception>
    public void Commit()
    {
        foreach (var (temporary, target) in files)
        {
            Guarded(target, () => File.Move(temporary, target, overwrite: true));
        }
    }

    /// <summary>Removes what was not moved into place.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in files)
        {
            File.Delete(temporary);
        }
    }

    private static void Guarded(string target, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileFault(Errors.FileNotWritten(target, exception));
        }
    }
}

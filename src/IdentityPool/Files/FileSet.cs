using System.Management.Automation;
using IdentityPools.Errors;

namespace IdentityPools.Files;

/// <summary>
/// Files that are all written or none: each is written beside its place first, and put into place when all are. Where one then fails, the others are put back.
/// </summary>
internal sealed class FileSet(ProviderIntrinsics provider, CancellationToken stop) : IDisposable
{
    private readonly List<FileWrite> writes = [];
    private readonly Stack<string> folders = new();

    /// <summary>Says what is against overwriting: that it was forbidden, or that the file is read-only.</summary>
    /// <exception cref="FileException">The file is to stay.</exception>
    public void CheckFree(string file, bool keepExisting)
    {
        stop.ThrowIfCancellationRequested();
        Guarded(file, () => FileWrite.CheckFree(file, keepExisting));
    }

    /// <summary>Makes a folder, and those on the way to it; they go again if the files are not written.</summary>
    /// <exception cref="FileException">It cannot be made.</exception>
    public void AddFolder(string folder)
    {
        var missing = new Stack<string>();
        for (var place = folder; place is not null && !Directory.Exists(place); place = Path.GetDirectoryName(place))
        {
            missing.Push(place);
        }

        foreach (var place in missing)
        {
            Guarded(folder, () => Directory.CreateDirectory(place));
            folders.Push(place);
        }
    }

    /// <summary>Writes the content beside its place.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="content">What is to stand in it.</param>
    /// <exception cref="FileException">The folder is missing, cannot be written to or is full.</exception>
    public void Add(string file, ReadOnlyMemory<byte> content)
    {
        stop.ThrowIfCancellationRequested();
        Guarded(
            file,
            () =>
            {
                var write = FileWrite.Create(file, content, provider);
                writes.Add(write);
                write.Prepare();
            }
        );
    }

    /// <summary>Puts everything into place. Pipes and devices come first, because what they took cannot be rolled back.</summary>
    /// <exception cref="FileException">One cannot be written: the others are as they were, or the error names those that are not.</exception>
    public void Commit()
    {
        var begun = new Stack<FileWrite>();
        try
        {
            foreach (var write in writes.OrderBy(write => write is not StreamedFile))
            {
                begun.Push(write);
                Guarded(write.Named, () => write.Commit(stop));
            }
        }
        catch (Exception reason) when (reason is FileException or OperationCanceledException)
        {
            TakeBack(begun, reason);
            throw;
        }

        folders.Clear();
    }

    /// <summary>Removes what was written beside a place, and folders whose files were not written.</summary>
    public void Dispose()
    {
        writes.ForEach(write => write.CleanUp());
        foreach (var folder in folders.Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }

    private static void TakeBack(Stack<FileWrite> begun, Exception reason)
    {
        var left = new List<string>();
        foreach (var write in begun)
        {
            try
            {
                write.TakeBack();
                if (write.IsFinal)
                {
                    left.Add(write.Named);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                left.Add(write.Named);
            }
        }

        if (left.Count > 0)
        {
            throw new FileException(ErrorRecords.FilesPartlyWritten(left, reason));
        }
    }

    private static void Guarded(string file, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileException(ErrorRecords.FileNotWritten(file, exception));
        }
    }
}

/// <summary>A file that is to be written.</summary>
/// <param name="File">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Action">What writing it is called when the user is asked.</param>
internal sealed record PlannedFile(string File, ReadOnlyMemory<byte> Content, string Action);

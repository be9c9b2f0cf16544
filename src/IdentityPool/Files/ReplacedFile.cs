using System.Management.Automation;

namespace IdentityPools.Files;

/// <summary>
/// A file that is there. It keeps its mode, and who it belongs to: where a new file would be someone else's, or would leave other names of the file with what
/// was in it, the file itself is written to.
/// </summary>
internal sealed class ReplacedFile(string named, string target, ReadOnlyMemory<byte> content, ProviderIntrinsics provider) : FileWrite(named, target, content)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Permissions = (UnixFileMode)0b111_111_111;

    private string? temporary;
    private string? backup;
    private bool isWritten;

    public override void Prepare()
    {
        temporary = WriteBeside(OwnerOnly);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (old, made) = (FileFacts.Read(Target, provider), FileFacts.Read(temporary, provider));
        if (old.Owner == made.Owner && old.Links == 1)
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(Target) & Permissions);
        }
        else
        {
            (backup, temporary) = (temporary, null);
            Copy(Target, backup);
        }
    }

    public override void Commit(CancellationToken stop)
    {
        if (temporary is null)
        {
            Writable(() =>
            {
                using var stream = Open(Target);
                isWritten = true;
                stream.Write(Content.Span);
                stream.SetLength(Content.Length);
                stream.Flush(flushToDisk: true);
            });
            return;
        }

        backup = Beside();
        if (OperatingSystem.IsWindows())
        {
            Writable(() => File.Replace(temporary, Target, backup, ignoreMetadataErrors: true));
        }
        else
        {
            File.Replace(temporary, Target, backup);
        }

        isWritten = true;
    }

    public override void TakeBack()
    {
        if (!isWritten)
        {
            return;
        }

        if (temporary is null)
        {
            Writable(() => Copy(backup!, Target));
        }
        else
        {
            Writable(() => File.Move(backup!, Target, overwrite: true));
        }
    }

    public override void CleanUp()
    {
        foreach (var file in new[] { temporary, backup }.OfType<string>().Where(File.Exists))
        {
            if (OperatingSystem.IsWindows())
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            File.Delete(file);
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var copy = Open(to);
        source.CopyTo(copy);
        copy.SetLength(copy.Position);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>Opens a file without making one: over its old content, so that this needs no more room on the disk than it has.</summary>
    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Write, FileShare.Read);

    /// <summary>Does something with the file that a read-only one does not take; it is read-only again afterwards.</summary>
    private void Writable(Action action)
    {
        var info = new FileInfo(Target);
        var wasReadOnly = info.IsReadOnly;
        if (wasReadOnly)
        {
            info.IsReadOnly = false;
        }

        try
        {
            action();
        }
        finally
        {
            if (wasReadOnly)
            {
                new FileInfo(Target).IsReadOnly = true;
            }
        }
    }
}

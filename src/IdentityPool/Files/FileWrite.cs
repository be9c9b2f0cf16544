using System.Management.Automation;
using IdentityPools.Errors;

namespace IdentityPools.Files;

/// <summary>One file on its way into place. A path that is a link leads to what it points to, and stays a link.</summary>
internal abstract class FileWrite(string named, string target, ReadOnlyMemory<byte> content)
{
    /// <summary>The path as the user named it.</summary>
    public string Named => named;

    /// <summary>Whether what was put into place cannot be rolled back.</summary>
    public virtual bool IsFinal => false;

    protected string Target => target;

    protected ReadOnlyMemory<byte> Content => content;

    /// <summary>How a file is to be written, by what is there: a pipe or a device is never replaced by a file.</summary>
    /// <exception cref="FileException">Nothing can be written there.</exception>
    public static FileWrite Create(string named, ReadOnlyMemory<byte> content, ProviderIntrinsics provider)
    {
        var target = TargetOf(named);
        return !File.Exists(target) ? new NewFile(named, target, content)
            : OperatingSystem.IsWindows() || FileFacts.Read(target, provider).IsFile ? new ReplacedFile(named, target, content, provider)
            : new StreamedFile(named, target, content);
    }

    /// <summary>Says what is against overwriting: that it was forbidden, or that the file is read-only.</summary>
    /// <exception cref="FileException">The file is to stay.</exception>
    public static void CheckFree(string named, bool keepExisting)
    {
        var target = TargetOf(named);
        if (File.Exists(target) && (keepExisting || new FileInfo(target).IsReadOnly))
        {
            throw new FileException(keepExisting ? ErrorRecords.FileExists(named) : ErrorRecords.FileReadOnly(named));
        }
    }

    /// <summary>Does all that can fail and changes nothing.</summary>
    public abstract void Prepare();

    public abstract void Commit(CancellationToken stop);

    /// <summary>Undoes the commit, also one that failed half-way.</summary>
    public abstract void TakeBack();

    /// <summary>Removes what was written beside the place.</summary>
    public abstract void CleanUp();

    /// <summary>Writes a file beside the place, in the same folder, so that moving it is one step for the system.</summary>
    protected string WriteBeside(UnixFileMode mode)
    {
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(folder);
        }

        var temporary = Beside();
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var stream = new FileStream(temporary, options);
        try
        {
            stream.Write(content.Span);
            // A full disk or quota may show only here.
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }

        return temporary;
    }

    /// <summary>A name of its own, and short: one that begins with the file's own name could be longer than the system takes.</summary>
    protected string Beside() => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}");

    private static string TargetOf(string named)
    {
        var target = LinkPath.Follow(named);
        return Directory.Exists(target) ? throw new FileException(ErrorRecords.PathIsDirectory(named)) : target;
    }
}

/// <summary>A file that is not there yet.</summary>
internal sealed class NewFile(string named, string target, ReadOnlyMemory<byte> content) : FileWrite(named, target, content)
{
    // What every program asks for; the user's umask takes from it.
    private const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private string? temporary;
    private bool isThere;

    public override void Prepare() => temporary = WriteBeside(Mode);

    public override void Commit(CancellationToken stop)
    {
        // Someone else may have made the file meanwhile: that is an error, not a loss.
        File.Move(temporary!, Target, overwrite: false);
        isThere = true;
    }

    public override void TakeBack()
    {
        if (isThere)
        {
            File.Delete(Target);
        }
    }

    public override void CleanUp()
    {
        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}

namespace IdentityPools.Files;

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
        // Somebody else may have made the file meanwhile: that is an error, not a loss.
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

using System.Collections.ObjectModel;
using System.Management.Automation;
using IdentityPools.Errors;

namespace IdentityPools.Arguments;

/// <summary>PowerShell paths (drives, wildcards, relative to the current location) as paths of the file system.</summary>
internal sealed class PathResolver(PathIntrinsics paths)
{
    /// <summary>The file that a path names literally; it need not exist.</summary>
    /// <exception cref="FileException">The path is of another provider than the file system.</exception>
    public string Literal(string path)
    {
        try
        {
            var resolved = paths.GetUnresolvedProviderPathFromPSPath(Possible(path), out var provider, out _);
            return IsFileSystem(provider) ? resolved : throw new FileException(ErrorRecords.PathNotFileSystem(path, provider.Name));
        }
        catch (System.Management.Automation.DriveNotFoundException exception)
        {
            throw new FileException(ErrorRecords.DriveNotFound(path, exception.ItemName, exception));
        }
        catch (SessionStateException exception)
        {
            throw new FileException(ErrorRecords.FileNotFound(path, exception));
        }
    }

    /// <summary>The one file that a path names; a wildcard has to fit exactly one.</summary>
    /// <exception cref="FileException">It fits none or several, or the path is of another provider than the file system.</exception>
    public string Single(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return Literal(path);
        }

        var files = Matching(path);
        return files.Count == 1 ? files[0] : throw new FileException(ErrorRecords.PathAmbiguous(path, files.Count));
    }

    /// <summary>The one file that exists and has this name, brackets and all, or else is the only one that fits it as a wildcard.</summary>
    /// <exception cref="FileException">It fits none or several, or the path is of another provider than the file system.</exception>
    public string Existing(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path) || File.Exists(Literal(path)))
        {
            return Literal(path);
        }

        var files = Matching(path, inner => ErrorRecords.FileNotFound(path, inner));
        return files.Count == 1 ? files[0] : throw new FileException(ErrorRecords.IntoAmbiguous(path));
    }

    /// <summary>The files that exist and fit a path with wildcards.</summary>
    /// <exception cref="FileException">None fits, or the path is of another provider than the file system.</exception>
    public IReadOnlyList<string> Matching(string path) =>
        Matching(
            path,
            inner => WildcardPattern.ContainsWildcardCharacters(path) ? ErrorRecords.NoFileFits(path, inner) : ErrorRecords.FileNotFound(path, inner)
        );

    private Collection<string> Matching(string path, Func<Exception?, ErrorRecord> nothing)
    {
        try
        {
            var resolved = paths.GetResolvedProviderPathFromPSPath(Possible(path), out var provider);
            return !IsFileSystem(provider) ? throw new FileException(ErrorRecords.PathNotFileSystem(path, provider.Name))
                : resolved.Count > 0 ? resolved
                : throw new FileException(nothing(null));
        }
        catch (System.Management.Automation.DriveNotFoundException exception)
        {
            throw new FileException(ErrorRecords.DriveNotFound(path, exception.ItemName, exception));
        }
        catch (Exception exception) when (exception is SessionStateException or ItemNotFoundException or WildcardPatternException)
        {
            throw new FileException(nothing(exception));
        }
    }

    /// <summary>No system takes a NUL in a path; everything else is the system's to say.</summary>
    private static string Possible(string path) =>
        path.Contains('\0', StringComparison.Ordinal) ? throw new FileException(ErrorRecords.PathInvalid(path)) : path;

    private static bool IsFileSystem(ProviderInfo provider) => provider.Name == "FileSystem";
}

using System.Management.Automation;
using System.Security;
using IdentityPools.Errors;

namespace IdentityPools.Completion;

/// <summary>Completes files of certain kinds, and the folders on the way to them.</summary>
public abstract class FileCompleter : ValueCompleter
{
    private protected FileCompleter() { }

    /// <summary>How the names of the files end.</summary>
    private protected abstract IReadOnlyCollection<string> Extensions { get; }

    private protected sealed override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var typed = line.Word[..(line.Word.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1)];
        var showHidden = line.Word[typed.Length..].StartsWith('.');
        // What stands behind -Path is a pattern; -LiteralPath and the others take the name as it is.
        var isPattern = line.Parameter == "Path";
        return Entries(isPattern ? WildcardPattern.Unescape(typed) : typed, line)
            .Where(entry => showHidden || !entry.Name.StartsWith('.'))
            .OrderBy(entry => entry is FileInfo)
            .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry => ToSuggestion(entry, typed, isPattern));
    }

    private static Suggestion ToSuggestion(FileSystemInfo entry, string typed, bool isPattern)
    {
        var name = isPattern ? WildcardPattern.Escape(entry.Name) : entry.Name;
        return entry is DirectoryInfo
            ? new($"{typed}{name}{Path.DirectorySeparatorChar}", entry.FullName) { Type = CompletionResultType.ProviderContainer }
            : new(typed + name, entry.FullName) { Type = CompletionResultType.ProviderItem };
    }

    private List<FileSystemInfo> Entries(string folder, CompletionLine line)
    {
        try
        {
            return line.Session.Paths?.Literal(folder.Length == 0 ? "." : folder) is { } path
                ? new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => entry is DirectoryInfo || IsMeant(entry.Name)).ToList()
                : [];
        }
        catch (Exception exception) when (exception is FileException or IOException or UnauthorizedAccessException or ArgumentException or SecurityException)
        {
            // A folder that is not there or may not be read has nothing to offer.
            return [];
        }
    }

    private bool IsMeant(string name) => Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Completes files that hold templates.</summary>
public sealed class TemplateFileCompleter : FileCompleter
{
    private protected override IReadOnlyCollection<string> Extensions => [".json", ".template", ".yaml", ".yml"];
}

/// <summary>Completes files that hold the metadata of a SAML provider.</summary>
public sealed class MetadataFileCompleter : FileCompleter
{
    private protected override IReadOnlyCollection<string> Extensions => [".xml"];
}

using IdentityPools.Errors;

namespace IdentityPools.Files;

/// <summary>Where a path leads when every link on the way is followed, in folders too. Nothing needs to exist there.</summary>
internal static class LinkPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MaximumLinks = 40;

    /// <summary>What stands here is made by the kernel and has to be opened under its name: standard output, for example.</summary>
    private const string KernelFolder = "/proc/";

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <exception cref="FileException">The links lead in a circle.</exception>
    public static string Follow(string path)
    {
        var ahead = new Stack<string>();
        var place = Start(path, ahead);
        for (var links = 0; ahead.TryPop(out var part); )
        {
            var next = part == ".." ? Path.GetDirectoryName(place) ?? place : Path.Combine(place, part);
            if (part is ".." || next.StartsWith(KernelFolder, StringComparison.Ordinal) || new FileInfo(next).LinkTarget is not { } link)
            {
                place = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                throw new FileException(ErrorRecords.PathLinkLoop(path));
            }

            place = Path.IsPathRooted(link) ? Start(link, ahead) : Push(link, ahead, place);
        }

        return place;
    }

    private static string Start(string path, Stack<string> ahead)
    {
        var root = Path.GetPathRoot(path)!;
        return Push(path[root.Length..], ahead, root);
    }

    private static string Push(string path, Stack<string> ahead, string place)
    {
        foreach (var part in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse())
        {
            ahead.Push(part);
        }

        return place;
    }
}

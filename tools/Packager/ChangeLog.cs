using System.Text.RegularExpressions;

namespace IdentityPools.Packager;

/// <summary>A changelog: a section for each version, and one for what is not released yet.</summary>
public sealed partial class ChangeLog
{
    /// <summary>The heading of what no version has yet.</summary>
    public const string Unreleased = nameof(Unreleased);

    private readonly string name;
    private readonly Dictionary<string, string> sections;

    private ChangeLog(string name, Dictionary<string, string> sections) => (this.name, this.sections) = (name, sections);

    /// <summary>Reads a changelog.</summary>
    /// <param name="path">The Markdown file.</param>
    /// <returns>Its sections.</returns>
    public static ChangeLog Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var headings = Heading().Matches(text);
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < headings.Count; index++)
        {
            var start = headings[index].Index + headings[index].Length;
            var end = index + 1 < headings.Count ? headings[index + 1].Index : text.Length;
            var version = headings[index].Groups["version"].Value;
            if (!sections.TryAdd(version, text[start..end].Trim()))
            {
                throw new PackagingException($"{Path.GetFileName(path)} has two sections '## {version}'. Make one of them.");
            }
        }

        return new(Path.GetFileName(path), sections);
    }

    /// <summary>The release notes of a version: its section, and before it what is not released but in the package all the same.</summary>
    /// <param name="version">The version.</param>
    /// <param name="release">Whether the package is to be published; then everything in it must have a version.</param>
    /// <returns>The notes as Markdown.</returns>
    public string NotesOf(string version, bool release)
    {
        if (!sections.TryGetValue(version, out var notes) || notes.Length == 0)
        {
            throw new PackagingException($"{name} has nothing under '## {version}', the version of the manifest. Say there what a user gets.");
        }

        if (!sections.TryGetValue(Unreleased, out var coming) || coming.Length == 0)
        {
            return notes;
        }

        return release
            ? throw new PackagingException($"{name} has changes under '## {Unreleased}'. Put them under the version that is published.")
            : $"## {Unreleased}\n\n{coming}\n\n## {version}\n\n{notes}";
    }

    [GeneratedRegex(@"^## (?<version>\S+)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}

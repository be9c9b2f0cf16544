using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.ModuleTests.Help;

/// <summary>The pages of the repository.</summary>
internal static class Pages
{
    private static string Folder => Path.Combine(ModuleRunspace.Root, "docs", "en-US");

    /// <summary>The names of the commands that have a page.</summary>
    public static IReadOnlyList<string> Commands =>
        [.. Directory.GetFiles(Folder, "*-*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The names of the topics.</summary>
    public static IReadOnlyList<string> Topics =>
        [.. Directory.GetFiles(Folder, "about_*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string File(string command) => Path.Combine(Folder, $"{command}.md");

    public static IReadOnlyList<CommandExample> Examples(string name) => ExamplesReader.Read(PageText.Read(File(name)));

    public static CommandPage Read(string command) => CommandPageReader.Read(PageText.Read(File(command)));
}

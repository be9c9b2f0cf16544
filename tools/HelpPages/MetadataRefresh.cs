using System.Collections.Concurrent;
using IdentityPools.HelpBuilder;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.HelpPages;

/// <summary>
/// Writes into a page what is true of its command now: syntax, facts of parameters, types. What is new gets a placeholder in place of its description, which
/// the build does not let pass; what is gone goes. A page that does not exist is begun.
/// </summary>
public static class MetadataRefresh
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<CommandFacts>> Known = new();

    /// <summary>The text of a page with what is true now.</summary>
    /// <param name="file">The page.</param>
    /// <returns>The text.</returns>
    /// <exception cref="PageException">There is no such command, or the page lacks a section.</exception>
    public static string Refreshed(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var facts =
            Known.GetOrAdd(ModuleRunspace.RootAbove(Path.GetDirectoryName(file)!), CommandFacts.All).FirstOrDefault(command => command.Name == name)
            ?? throw new PageException(new(file, 1, $"The module has no command '{name}'."));
        return Refreshed(File.Exists(file) ? PageText.Read(file) : new(file, PageDraft.Of(facts)), facts);
    }

    /// <summary>The text of a page with what is true of a command.</summary>
    /// <param name="page">The page.</param>
    /// <param name="facts">What is true.</param>
    /// <returns>The text.</returns>
    /// <exception cref="PageException">The page lacks a section.</exception>
    public static string Refreshed(PageText page, CommandFacts facts)
    {
        var sections = new RawSections(page);
        sections.Replace("SYNTAX", PageDraft.Syntax(facts));
        sections.Replace("PARAMETERS", Parameters(page, sections, facts));
        sections.Replace("INPUTS", Types(sections, "INPUTS", facts.Inputs));
        sections.Replace("OUTPUTS", Types(sections, "OUTPUTS", facts.Outputs));
        return sections.ToString();
    }

    private static string Parameters(PageText page, RawSections sections, CommandFacts facts)
    {
        var parts = sections.Parts("PARAMETERS");
        var parameters = facts.Parameters.Select(parameter =>
            parts.TryGetValue($"-{parameter.Key}", out var part)
                ? Parameter(page, parameter.Key, part, parameter.Value)
                : PageDraft.Parameter(parameter.Key, PageDraft.Placeholder, parameter.Value)
        );
        return string.Join(
            "\n\n",
            [.. parameters, parts.TryGetValue(PageDraft.CommonParameters, out var common) ? Part(PageDraft.CommonParameters, common) : PageDraft.Common]
        );
    }

    private static string Parameter(PageText page, string name, RawPart part, ParameterFacts facts)
    {
        const string Fence = "```yaml";
        var at = part.Text.LastIndexOf(Fence, StringComparison.Ordinal);
        if (at < 0)
        {
            return PageDraft.Parameter(name, part.Text, facts);
        }

        var old = PageYaml.Read<ParameterFacts>(page, part.Line, part.Text[(at + Fence.Length)..].TrimEnd('`', '\n', ' '));
        return PageDraft.Parameter(name, part.Text[..at].Trim('\n'), old.DefaultValue.Length > 0 ? facts with { DefaultValue = old.DefaultValue } : facts);
    }

    private static string Types(RawSections sections, string section, IReadOnlyList<string> types)
    {
        var parts = sections.Parts(section);
        return types.Count == 0
            ? sections.Text(section)
            : string.Join("\n\n", types.Select(type => parts.TryGetValue(type, out var part) ? Part(type, part) : $"### {type}\n\n{PageDraft.Placeholder}"));
    }

    private static string Part(string title, RawPart part) => $"### {title}\n\n{part.Text}";
}

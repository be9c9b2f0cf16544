using System.Text.RegularExpressions;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>Tells by the name of a file what its page is about.</summary>
public static partial class PageKinds
{
    /// <summary>What a page is about.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Its kind.</returns>
    /// <exception cref="PageException">The name is none of a page.</exception>
    public static PageKind Of(PageText page) =>
        Path.GetFileNameWithoutExtension(page.File) switch
        {
            "IdentityPool" => PageKind.Module,
            var name when CommandName().IsMatch(name) => PageKind.Command,
            var name when TopicName().IsMatch(name) => PageKind.Topic,
            _ => throw new PageException(page.Problem(1, "A page is named after a command, Verb-Noun.md, or a topic, about_Subject.md.")),
        };

    [GeneratedRegex("^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$")]
    private static partial Regex CommandName();

    [GeneratedRegex("^about_[A-Z][A-Za-z_]*$")]
    private static partial Regex TopicName();
}

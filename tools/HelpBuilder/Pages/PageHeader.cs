using Markdig.Extensions.Yaml;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What a page says of itself: the YAML before its text.</summary>
internal static class PageHeader
{
    private const string SchemaVersion = "2024-05-01";

    private static readonly string[] Keys =
    [
        "document type",
        "external help file",
        "HelpUri",
        "Locale",
        "Module Name",
        "ms.date",
        "PlatyPS schema version",
        "title",
    ];

    /// <summary>Reads the header of the page of a command.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Its values.</returns>
    /// <exception cref="PageException">Something is missing, unknown, or of another schema.</exception>
    public static Dictionary<string, string> Read(PageText page)
    {
        var header = ReadAny(page);
        if (Keys.Except(header.Keys).FirstOrDefault() is { } missing)
        {
            throw new PageException(page.Problem(1, $"The header lacks '{missing}'."));
        }

        if (header.Keys.Except(Keys).FirstOrDefault() is { } unknown)
        {
            throw new PageException(page.Problem(1, $"The header has '{unknown}', which the schema does not know."));
        }

        Expect(page, header, "PlatyPS schema version", SchemaVersion);
        Expect(page, header, "Locale", "en-US");
        Expect(page, header, "Module Name", "IdentityPool");
        Expect(page, header, "external help file", Maml.MamlFile.Name);
        return header;
    }

    /// <summary>Holds a header to a value.</summary>
    /// <param name="page">The page.</param>
    /// <param name="header">Its header.</param>
    /// <param name="key">What to look at.</param>
    /// <param name="value">What must stand there.</param>
    /// <exception cref="PageException">Something else stands there.</exception>
    public static void Expect(PageText page, Dictionary<string, string> header, string key, string value)
    {
        if (header[key] != value)
        {
            throw new PageException(page.Problem(1, $"'{key}' is '{header[key]}', and must be '{value}'."));
        }
    }

    private static Dictionary<string, string> ReadAny(PageText page)
    {
        var block =
            page.Document.OfType<YamlFrontMatterBlock>().FirstOrDefault()
            ?? throw new PageException(page.Problem(1, "The page must begin with its header, YAML between '---' and '---'."));
        return PageYaml.Read<Dictionary<string, string>>(page, block.Line + 1, block.Lines.ToString());
    }
}

using System.Reflection;
using System.Text;

namespace IdentityPools.Packager;

/// <summary>Whose work travels with the module, and under which licence.</summary>
public static class ThirdPartyNotices
{
    /// <summary>The file's name in the package.</summary>
    public const string FileName = "THIRD-PARTY-NOTICES.txt";

    /// <summary>Writes the notices.</summary>
    /// <param name="packages">What is shipped.</param>
    /// <returns>The text.</returns>
    public static string Of(IReadOnlyList<ShippedPackage> packages)
    {
        var text = new StringBuilder("IdentityPool is licensed under the Apache License 2.0, see the file LICENSE. It brings the following work of others,\n");
        text.Append("unchanged, under the licences named. The text of each licence stands at the end, then what the packages themselves contain.\n");
        foreach (var package in packages)
        {
            text.Append('\n').Append(package.Id).Append(' ').Append(package.Version).Append('\n');
            Field(text, "File", package.File);
            Field(text, "Copyright", package.Copyright);
            Field(text, "Licence", package.Licence);
            Field(text, "Link", package.Link.ToString());
        }

        foreach (var licence in packages.Select(package => package.Licence).Distinct().Order(StringComparer.Ordinal))
        {
            Section(text).Append(licence).Append("\n\n").Append(Licence(licence).Trim('\n')).Append('\n');
        }

        foreach (var notice in packages.Select(package => Resource($"Notice/{package.Id}")).OfType<string>())
        {
            Section(text).Append(notice.Trim('\n')).Append('\n');
        }

        return text.ToString();
    }

    private static StringBuilder Section(StringBuilder text) => text.Append('\n').Append('=', 79).Append('\n');

    private static void Field(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(11)).Append(value).Append('\n');

    private static string Licence(string expression) =>
        Resource(expression)
        ?? throw new PackagingException($"The text of the licence {expression} is not known. Add it as tools/Packager/Licences/{expression}.txt.");

    private static string? Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

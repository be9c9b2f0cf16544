using System.Text;
using IdentityPools.Errors;
using IdentityPools.Template;

namespace IdentityPools.Files;

/// <summary>The resources of a template that an export over it would lose, and that are no part of identity pools.</summary>
internal static class ForeignResources
{
    /// <param name="file">The file that would be overwritten.</param>
    /// <param name="content">What would stand in it.</param>
    /// <returns>Their logical ids; none where the file is not there or is no template.</returns>
    public static IReadOnlyList<string> In(string file, ReadOnlyMemory<byte> content)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var written = Resources(Encoding.UTF8.GetString(content.Span));
        return Resources(Kept(file))
            .Where(resource =>
                written[resource.Key] is null && !ResourceTypes.IsOfPools(((resource.Value as TemplateMapping)?["Type"] as TemplateScalar)?.Text)
            )
            .Select(resource => resource.Key)
            .ToList();
    }

    private static string Kept(string file)
    {
        try
        {
            return TextFile.ReadKept(file, TemplateText.MaximumLength);
        }
        catch (FileException)
        {
            // What cannot be read as text is no template.
            return "";
        }
    }

    private static TemplateMapping Resources(string text)
    {
        try
        {
            return (TemplateTexts.Read(text) as TemplateMapping)?["Resources"] as TemplateMapping ?? [];
        }
        catch (TemplateTextException)
        {
            return [];
        }
    }
}

using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>Documents as a line of a plan tells them.</summary>
internal static class ChangeText
{
    /// <summary>What a policy allows and denies; the document itself where it says something else.</summary>
    public static string Of(string role, TemplateNode document)
    {
        try
        {
            return string.Join("; ", StatementImporter.Statements(document, role));
        }
        catch (DefinitionException)
        {
            return document.ToString();
        }
    }

    /// <summary>Settings by name.</summary>
    public static string Of(TemplateMapping settings) =>
        settings.Count == 0 ? Messages.Defaults : string.Join("; ", settings.Select(setting => $"{setting.Key} {Value(setting.Value)}"));

    private static string Value(TemplateNode node) =>
        node switch
        {
            TemplateScalar scalar => scalar.Text,
            TemplateSequence sequence => string.Join(", ", sequence.Select(Value)),
            _ => node.ToString(),
        };
}

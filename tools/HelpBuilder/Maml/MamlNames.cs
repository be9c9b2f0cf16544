using System.Xml.Linq;

namespace IdentityPools.HelpBuilder.Maml;

/// <summary>The three vocabularies of MAML, and the elements that stand in many places.</summary>
internal static class MamlNames
{
    public static readonly XNamespace Root = "http://msh";
    public static readonly XNamespace Prose = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XElement Name(string name) => new(Prose + "name", name);

    public static XElement Description(IEnumerable<XElement> paragraphs) => new(Prose + "description", paragraphs);

    public static XElement Paragraph(string text) => new(Prose + "para", text);
}

using System.Text;
using System.Xml;
using System.Xml.Linq;
using IdentityPools.HelpBuilder.Pages;

namespace IdentityPools.HelpBuilder.Maml;

/// <summary>The file of help that belongs to the module's assembly.</summary>
public static class MamlFile
{
    /// <summary>Its name, which the engine makes of the assembly's.</summary>
    public const string Name = "IdentityPool.dll-Help.xml";

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="commands">The help of the commands.</param>
    public static void Write(string file, IEnumerable<XElement> commands)
    {
        var root = new XElement(
            MamlNames.Root + "helpItems",
            new XAttribute(XNamespace.Xmlns + "maml", MamlNames.Prose),
            new XAttribute(XNamespace.Xmlns + "command", MamlNames.Command),
            new XAttribute(XNamespace.Xmlns + "dev", MamlNames.Dev),
            new XAttribute("schema", "maml"),
            commands
        );
        using var writer = XmlWriter.Create(
            file,
            new()
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
            }
        );
        root.Save(writer);
    }
}

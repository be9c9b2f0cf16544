using System.Xml.Linq;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>Elements of a page. What goes in as text stays text.</summary>
internal static class Html
{
    public static XElement Element(string name, string style, params object?[] content) =>
        // An element without content would be written as an empty tag, which HTML takes for an opening one.
        new(name, style.Length == 0 ? null : new XAttribute("class", style), "", content);

    public static XAttribute Id(string id) => new("id", id);

    /// <summary>Text of the pool: one that runs from right to left does not turn what stands around.</summary>
    public static XElement Isolated(string text, string style = "") => Element("bdi", style, ShownText.Of(text));

    public static XElement Link(string target, params object?[] content) => new("a", new XAttribute("href", target), content);

    /// <summary>A link that leaves the page, and tells nobody where it was.</summary>
    public static XElement Outside(Uri target, string text) =>
        new("a", new XAttribute("href", target.AbsoluteUri), new XAttribute("rel", "noreferrer noopener"), text);

    public static XElement Option(string value, string text) => new("option", new XAttribute("value", value), text);

    public static string Write(params IEnumerable<XElement> elements) =>
        string.Join("\n", elements.Select(element => element.ToString(SaveOptions.DisableFormatting)));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A pool as a page of its own: nothing is loaded, nothing is sent, and no script or style runs but the ones that are named by their hash.</summary>
internal static partial class HtmlPage
{
    /// <summary>What the page decides by: functions that know neither page nor browser.</summary>
    public static readonly IReadOnlyList<string> Simulator = ["claims.js", "simulator.js", "explanation.js"];

    public static string Render(PoolPicture picture)
    {
        var style = $"\n{DiagramFile.Read("page.css")}{DiagramFile.Read("picture.css")}";
        var script = $"\n{string.Concat(Simulator.Append("page.js").Select(DiagramFile.Read))}";
        var parts = new HtmlParts(picture);
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'",
            ["title"] = new XText(MessageText.Format(nameof(Messages.PictureTitle), picture.Name)).ToString(),
            ["style"] = style,
            ["header"] = Html.Write(parts.Header()),
            ["picture"] = Html.Write(SvgDiagram.Inline(picture)),
            ["options"] = Html.Write(Options(picture)),
            ["roleOptions"] = Html.Write(Hints(picture.Pool.Roles.Select(role => role.TypedArn?.Literal ?? role.ToString()))),
            ["claimOptions"] = Html.Write(Hints(Claims(picture.Pool))),
            ["signIns"] = Html.Write(parts.SignIns()),
            ["roles"] = Html.Write(parts.Roles()),
            ["data"] = SimulatorData.Serialize(picture),
            ["script"] = script,
        };
        return Slot().Replace(DiagramFile.Read("page.html"), slot => slots[slot.Groups[1].Value]);
    }

    /// <summary>The providers by their place among those that the simulator knows; nobody has none.</summary>
    private static IEnumerable<XElement> Options(PoolPicture picture) =>
        picture
            .Open.Select((signIn, index) => Html.Option(index.ToString(CultureInfo.InvariantCulture), PictureText.Clip(signIn.Name, 90)))
            .Append(Html.Option("-1", Messages.PageGuestOption));

    private static IEnumerable<XElement> Hints(IEnumerable<string> values) =>
        values.Where(value => ShownText.Escape(value) == value).Distinct(StringComparer.Ordinal).Select(value => Html.Option(value, ""));

    private static IEnumerable<string> Claims(IdentityPool pool) =>
        pool.RoleMappings.SelectMany(mapping => mapping.Rules).Select(rule => rule.TypedClaim.Literal).OfType<string>();

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Slot();
}

/// <summary>Elements of a page. What goes in as text stays text.</summary>
internal static class Html
{
    public static XElement Element(string name, string style, params object?[] content) =>
        // An element without content would be written as an empty tag, which HTML takes for an opening one.
        new(name, style.Length == 0 ? null : new XAttribute("class", style), "", content);

    public static XAttribute Id(string id) => new("id", id);

    /// <summary>Text of the pool: one that runs from right to left does not turn what stands around.</summary>
    public static XElement Isolated(string text, string style = "") => Element("bdi", style, ShownText.Escape(text));

    public static XElement Link(string target, params object?[] content) => new("a", new XAttribute("href", target), content);

    /// <summary>A link that leaves the page, and tells nobody where it was.</summary>
    public static XElement Outside(Uri target, string text) =>
        new("a", new XAttribute("href", target.AbsoluteUri), new XAttribute("rel", "noreferrer noopener"), text);

    public static XElement Option(string value, string text) => new("option", new XAttribute("value", value), text);

    public static string Write(params IEnumerable<XElement> elements) =>
        string.Join("\n", elements.Select(element => element.ToString(SaveOptions.DisableFormatting)));
}

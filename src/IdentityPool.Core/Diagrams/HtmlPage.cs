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

    public static string Of(PoolPicture picture)
    {
        var style = $"\n{DiagramFile.Read("page.css")}{DiagramFile.Read("picture.css")}";
        var script = $"\n{string.Concat(Simulator.Append("page.js").Select(DiagramFile.Read))}";
        var parts = new HtmlParts(picture);
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'",
            ["title"] = new XText(Fault.Sentence(nameof(Messages.PictureTitle), picture.Name)).ToString(),
            ["style"] = style,
            ["header"] = Html.Write(parts.Header()),
            ["picture"] = Html.Write(SvgDiagram.Inline(picture)),
            ["options"] = Html.Write(Options(picture)),
            ["roleOptions"] = Html.Write(Hints(picture.Pool.Roles.Select(role => role.Arn?.Literal ?? role.ToString()))),
            ["claimOptions"] = Html.Write(Hints(Claims(picture.Pool))),
            ["signIns"] = Html.Write(parts.SignIns()),
            ["roles"] = Html.Write(parts.Roles()),
            ["data"] = SimulatorData.Of(picture),
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
        values.Where(value => ShownText.Of(value) == value).Distinct(StringComparer.Ordinal).Select(value => Html.Option(value, ""));

    private static IEnumerable<string> Claims(IdentityPool pool) =>
        pool.RoleMappings.SelectMany(mapping => mapping.Rules).Select(rule => rule.Claim.Literal).OfType<string>();

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Slot();
}

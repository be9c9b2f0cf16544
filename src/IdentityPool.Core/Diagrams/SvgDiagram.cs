using System.Globalization;
using System.Xml.Linq;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A pool as an SVG image.</summary>
internal sealed class SvgDiagram
{
    private const string Arrow = "pool-picture-tip";

    private readonly SvgLayout layout;
    private readonly PoolPicture picture;
    private readonly XNamespace names;

    private SvgDiagram(PoolPicture picture, XNamespace names)
    {
        (this.picture, this.names) = (picture, names);
        layout = new(picture);
    }

    /// <summary>An image that stands alone.</summary>
    public static string Document(PoolPicture picture)
    {
        var diagram = new SvgDiagram(picture, "http://www.w3.org/2000/svg");
        var image = diagram.Image();
        image.AddFirst(diagram.Element("style", DiagramFile.Read("picture.css")));
        image.Add(new XAttribute("version", "1.1"));
        return image.ToString() + "\n";
    }

    /// <summary>An image inside of a page that brings the style.</summary>
    public static XElement Inline(PoolPicture picture) => new SvgDiagram(picture, XNamespace.None).Image();

    private XElement Image() =>
        Element(
            "svg",
            new XAttribute("class", "pool-picture"),
            new XAttribute("width", Number(SvgLayout.Width)),
            new XAttribute("height", Number(layout.Height)),
            new XAttribute("viewBox", $"0 0 {Number(SvgLayout.Width)} {Number(layout.Height)}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "pool-picture-title pool-picture-desc"),
            Element("title", new XAttribute("id", "pool-picture-title"), MessageText.Format(nameof(Messages.PictureTitle), picture.Name)),
            Element("desc", new XAttribute("id", "pool-picture-desc"), Messages.PictureDescription),
            Element("defs", Tip()),
            Headings(),
            layout.Blocks.Select(Edges),
            layout
                .Roles.Where(target => target.Role is not null)
                .Select(target => Edge(SvgLayout.RolesX + SvgLayout.RolesWidth, target.Middle, SvgLayout.PermissionsX, target.Middle, "edge")),
            layout.Blocks.Select(SignIn),
            layout.Blocks.Select(Rules),
            layout.Roles.Select(Role),
            layout.Roles.Where(target => target.Role is not null).Select(Permissions)
        );

    private XElement Tip() =>
        Element(
            "marker",
            new XAttribute("id", Arrow),
            new XAttribute("viewBox", "0 0 8 8"),
            new XAttribute("refX", "7"),
            new XAttribute("refY", "4"),
            new XAttribute("markerWidth", "7"),
            new XAttribute("markerHeight", "7"),
            new XAttribute("orient", "auto"),
            Element("path", new XAttribute("class", "tip"), new XAttribute("d", "M0 0 8 4 0 8z"))
        );

    private IEnumerable<XElement> Headings()
    {
        var title = string.Join(
            " \u00b7 ",
            new[] { MessageText.Format(nameof(Messages.PictureTitle), picture.Name), FindingCount.Describe(picture.OwnFindings) }.Where(part => part.Length > 0)
        );
        yield return Text(SvgLayout.Margin, 24, "name", title, SvgLayout.Width - 2 * SvgLayout.Margin, 13);
        (double X, string Text)[] columns =
        [
            (SvgLayout.SignInX, Messages.PictureColumnSignIn),
            (SvgLayout.RulesX, Messages.PictureColumnRules),
            (SvgLayout.RolesX, Messages.PictureColumnRoles),
            (SvgLayout.PermissionsX, Messages.PictureColumnPermissions),
        ];
        foreach (var (x, text) in columns)
        {
            yield return Text(x, SvgLayout.Top - 12, "heading", text, SvgLayout.RulesWidth, 12);
        }
    }

    private XElement SignIn(SvgBlock block)
    {
        var group = Group(
            block.SignIn.Name,
            Box(SvgLayout.SignInX, block.Y, SvgLayout.SignInWidth, block.CardHeight, block.SignIn.IsOpen ? "card" : "card quiet")
        );
        var y = block.Y + 22;
        group.Add(Text(SvgLayout.SignInX + 12, y, "name", block.SignIn.Kind, SvgLayout.SignInWidth - 24, 13));
        foreach (var line in block.Lines)
        {
            group.Add(Text(SvgLayout.SignInX + 12, y += SvgLayout.LineHeight, "soft", line, SvgLayout.SignInWidth - 24, 12));
        }

        group.Add(Alarm(SvgLayout.SignInX + 12, y + SvgLayout.LineHeight, block.Alarm));
        return group;
    }

    private IEnumerable<XElement> Rules(SvgBlock block) =>
        [Box(SvgLayout.RulesX, block.Y, SvgLayout.RulesWidth, block.RulesHeight, "panel"), .. block.Rows.Select(Rule)];

    private XElement Rule(SvgRow row)
    {
        var x = SvgLayout.RulesX + row.Indent;
        var style = row.Rule.Position is null ? "soft" : "rule";
        return Group(
            row.Rule.ToString(),
            row.Rule.Position is { } position
                ? Text(SvgLayout.RulesX + 12, row.Baseline(0), "number", position.ToString(CultureInfo.InvariantCulture), 26, 13)
                : null,
            row.Lines.Select((line, index) => Text(x, row.Baseline(index), style, line, SvgLayout.RulesWidth, 13)),
            row.Target.Length == 0 ? null : Target(row),
            Alarm(x, row.Baseline(row.Lines.Count), row.Alarm)
        );
    }

    private XElement Target(SvgRow row)
    {
        var text = Text(
            SvgLayout.RulesX + SvgLayout.RulesWidth - 12,
            row.Baseline(0),
            row.Rule.Denies ? "alarm" : "soft",
            row.Target,
            SvgLayout.RulesWidth,
            12
        );
        text.Add(new XAttribute("text-anchor", "end"));
        return text;
    }

    private XElement Role(SvgTarget target)
    {
        var group = Group(
            target.Role is null ? target.Name : $"{target.Name}, {target.Role.Audience}, {target.Role.Detail}",
            Box(SvgLayout.RolesX, target.Y, SvgLayout.RolesWidth, target.CardHeight, target.Role is null ? "card quiet" : "card"),
            Text(SvgLayout.RolesX + 12, target.Y + 22, target.Role is null ? "soft" : "name", target.Name, SvgLayout.RolesWidth - 24, 13)
        );
        if (target.Role is not null)
        {
            group.Add(Text(SvgLayout.RolesX + 12, target.Y + 22 + SvgLayout.LineHeight, "soft", target.Role.Audience, SvgLayout.RolesWidth - 24, 12));
            group.Add(Alarm(SvgLayout.RolesX + 12, target.Y + 22 + 2 * SvgLayout.LineHeight, target.Alarm));
        }

        return group;
    }

    private IEnumerable<XElement> Permissions(SvgTarget target)
    {
        yield return Box(SvgLayout.PermissionsX, target.Y, SvgLayout.PermissionsWidth, target.PermissionsHeight, "panel");
        var y = target.Y + 4;
        foreach (var (text, lines) in target.Permissions)
        {
            yield return Group(
                text,
                lines.Select(line => Text(SvgLayout.PermissionsX + 12, y += SvgLayout.LineHeight, "soft", line, SvgLayout.PermissionsWidth - 24, 12))
            );
            y += 4;
        }
    }

    private IEnumerable<XElement> Edges(SvgBlock block)
    {
        var middle = block.Y + Math.Min(block.CardHeight, block.RulesHeight) / 2;
        yield return Edge(SvgLayout.SignInX + SvgLayout.SignInWidth, middle, SvgLayout.RulesX, middle, "edge");
        foreach (var row in block.Rows.Where(row => !layout.IsCrowded && !row.Rule.Denies))
        {
            var target = layout.Roles.First(known => known.Key == SvgLayout.KeyOf(row.Rule));
            var style = row.Rule.Position is null ? "edge otherwise" : "edge";
            yield return Edge(SvgLayout.RulesX + SvgLayout.RulesWidth, row.Middle, SvgLayout.RolesX, target.Middle, style);
        }
    }

    private XElement Edge(double x1, double y1, double x2, double y2, string style)
    {
        var bend = (x2 - x1) / 2;
        return Element(
            "path",
            new XAttribute("class", style),
            new XAttribute("d", $"M{Number(x1)} {Number(y1)}C{Number(x1 + bend)} {Number(y1)} {Number(x2 - bend)} {Number(y2)} {Number(x2 - 1)} {Number(y2)}"),
            new XAttribute("marker-end", $"url(#{Arrow})")
        );
    }

    private XElement Box(double x, double y, double width, double height, string style) =>
        Element(
            "rect",
            new XAttribute("class", style),
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("rx", "6")
        );

    private XElement Text(double x, double y, string style, string text, double width, double size) =>
        Element("text", new XAttribute("class", style), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), PictureText.Fit(text, width, size));

    private XElement? Alarm(double x, double y, string text) => text.Length == 0 ? null : Text(x, y, "alarm", text, SvgLayout.RolesWidth, 12);

    private XElement Group(string title, params object?[] content) => Element("g", [Element("title", title), .. content]);

    private XElement Element(string name, params object?[] content) => new(names + name, content);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

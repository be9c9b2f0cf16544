using System.Xml.Linq;
using IdentityPools.Diagrams;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Images: well-formed, described, without anything that acts.</summary>
public sealed class SvgDiagramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Names = ["svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "text"];

    public static TheoryData<string> Pools =>
        [nameof(Samples.Shop), nameof(Samples.Big), nameof(Samples.Empty), nameof(Samples.Functions), nameof(Samples.Hostile)];

    [Theory]
    [MemberData(nameof(Pools))]
    public void An_image_is_XML_of_harmless_elements(string name)
    {
        var pool = Samples.Named(name);
        var image = XDocument.Parse(Diagram.Render(pool, Samples.FindingsOf(pool, Samples.Attacks[1]), DiagramFormat.Svg)).Root!;
        Assert.Equal(Svg + "svg", image.Name);
        Assert.All(image.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Names));
        var attributes = image.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet();
        Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute is "href" or "style");
    }

    [Fact]
    public void An_image_is_described_and_has_two_schemes()
    {
        var image = XDocument.Parse(Diagram.Render(Samples.Shop, [], DiagramFormat.Svg)).Root!;
        Assert.Equal("img", (string?)image.Attribute("role"));
        Assert.Equal("Identity pool shop", (string?)image.Element(Svg + "title"));
        Assert.NotEmpty((string)image.Element(Svg + "desc")!);
        Assert.Contains("@media (prefers-color-scheme: dark)", (string)image.Element(Svg + "style")!, StringComparison.Ordinal);
        var described = ((string)image.Attribute("aria-labelledby")!).Split(' ');
        Assert.Equal(described, image.Elements().Select(element => (string?)element.Attribute("id")).OfType<string>());
    }

    [Fact]
    public void What_is_cut_stands_whole_in_a_title()
    {
        var image = XDocument.Parse(Diagram.Render(Samples.Big, [], DiagramFormat.Svg)).Root!;
        var rule = Samples.Big.RoleMappings[0].Rules[0];
        Assert.Contains(
            image.Descendants(Svg + "title"),
            title => title.Value == $"1: {rule.TypedClaim} {rule.MatchType} {rule.TypedClaimValue} \u2192 {rule.MappedRole}"
        );
        Assert.Equal(100, image.Descendants(Svg + "text").Count(text => (string?)text.Attribute("class") == "number"));
    }

    [Fact]
    public void Rules_lead_to_their_roles_by_lines_until_there_are_too_many()
    {
        Assert.Contains("class=\"edge otherwise\"", Diagram.Render(Samples.Shop, [], DiagramFormat.Svg), StringComparison.Ordinal);
        var crowded = Diagram.Render(Samples.Big, [], DiagramFormat.Svg);
        Assert.DoesNotContain("class=\"edge otherwise\"", crowded, StringComparison.Ordinal);
        Assert.Contains("\u2192 Role00", crowded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_counted_where_it_belongs()
    {
        var findings = Samples.FindingsOf(Samples.Shop, "x");
        var image = XDocument.Parse(Diagram.Render(Samples.Shop, findings, DiagramFormat.Svg)).Root!;
        var role = image
            .Descendants(Svg + "g")
            .First(group => ((string?)group.Element(Svg + "title"))?.StartsWith("Editor,", StringComparison.Ordinal) == true);
        Assert.Contains(role.Elements(Svg + "text"), text => text.Value == "1 error, 1 warning");
    }
}

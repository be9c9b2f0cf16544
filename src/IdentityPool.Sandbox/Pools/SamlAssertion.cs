using System.Text;
using System.Xml;
using System.Xml.Linq;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>What a SAML response says of someone.</summary>
/// <param name="Subject">Who it is.</param>
/// <param name="Claims">The attributes.</param>
internal sealed record SamlAssertion(string Subject, TokenClaims Claims)
{
    /// <summary>Reads a response in Base64; null when it is none.</summary>
    public static SamlAssertion? Read(string token)
    {
        try
        {
            var document = XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(token)));
            var subject = Named(document, "NameID").FirstOrDefault()?.Value;
            var attributes = Named(document, "Attribute")
                .GroupBy(attribute => (string?)attribute.Attribute("Name") ?? string.Empty)
                .ToDictionary(group => group.Key, group => Values(group), StringComparer.Ordinal);
            return subject is null ? null : new(subject, TokenClaims.FromDictionary(attributes));
        }
        catch (Exception exception) when (exception is FormatException or XmlException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Values(IEnumerable<XElement> attributes) =>
        [.. attributes.Elements().Where(element => element.Name.LocalName == "AttributeValue").Select(value => value.Value)];

    private static IEnumerable<XElement> Named(XDocument document, string name) => document.Descendants().Where(element => element.Name.LocalName == name);
}

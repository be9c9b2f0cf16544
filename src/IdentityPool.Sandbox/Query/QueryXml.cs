using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace IdentityPools.Sandbox.Query;

/// <summary>The answers of the Query protocol.</summary>
/// <param name="xmlNamespace">The namespace of the service's answers.</param>
internal sealed class QueryXml(string xmlNamespace)
{
    private readonly XNamespace space = xmlNamespace;

    /// <summary>A success. An operation without output has no result element.</summary>
    public string Success(Operation operation, JsonObject? output, string requestId)
    {
        var response = new XElement(space + $"{operation.Name}Response");
        if (operation.Output is { } shape)
        {
            response.Add(new XElement(space + $"{operation.Name}Result", Members(shape, output ?? new())));
        }

        response.Add(new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId)));
        return response.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>An error; the caller's fault below 500, the service's from there on.</summary>
    public string Error(SandboxServiceException error, string requestId)
    {
        var details = new XElement(
            space + "Error",
            new XElement(space + "Type", error.Status < 500 ? "Sender" : "Receiver"),
            new XElement(space + "Code", error.Code),
            new XElement(space + "Message", Writable(error.Message))
        );
        return new XElement(space + "ErrorResponse", details, new XElement(space + "RequestId", requestId)).ToString(SaveOptions.DisableFormatting);
    }

    private IEnumerable<XElement> Members(Shape structure, JsonObject value) =>
        structure.Members.Where(member => value[member.Key] is not null).Select(member => Element(member.Key, member.Value, value[member.Key]!));

    private XElement Element(string name, Shape shape, JsonNode value) =>
        new(
            space + name,
            shape.Kind switch
            {
                ShapeKind.Structure => Members(shape, (JsonObject)value),
                ShapeKind.List => ((JsonArray)value).Select(item => Element("member", shape.Item!, item!)),
                ShapeKind.Timestamp => Iso8601(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
                ShapeKind.Boolean => value.GetValue<bool>() ? "true" : "false",
                _ => Writable(value.ToString()),
            }
        );

    /// <summary>An error may quote what XML has no way to write.</summary>
    private static string Writable(string text) =>
        string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '?'));

    private static string Iso8601(double seconds) =>
        DateTimeOffset.UnixEpoch.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Net;
using System.Xml.Linq;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What the Query protocol answered.</summary>
internal sealed record QueryAnswer(HttpStatusCode Status, string Body)
{
    public XElement Xml => XElement.Parse(Body);

    public string? Code => Value("Error", "Code");

    public string? Message => Value("Error", "Message");

    /// <summary>The text of the first element along a path of local names; null when there is none.</summary>
    public string? Value(params string[] path) => At(path).FirstOrDefault()?.Value;

    /// <summary>The texts of all elements along a path.</summary>
    public string[] Values(params string[] path) => [.. At(path).Select(element => element.Value)];

    /// <summary>The answer of a call that has to succeed.</summary>
    public QueryAnswer Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, Body);
        return this;
    }

    public void Refused(int status, string code, string message)
    {
        Assert.Equal((status, code, message), ((int)Status, Code, Message));
        Assert.Equal("Sender", Value("Error", "Type"));
        Assert.NotEmpty(Value("RequestId")!);
    }

    /// <summary>Refused for a value that breaks the service model.</summary>
    public void Invalid(string member)
    {
        Assert.Equal((400, "ValidationError"), ((int)Status, Code));
        Assert.Contains(member, Message, StringComparison.OrdinalIgnoreCase);
    }

    private IEnumerable<XElement> At(string[] path) =>
        path.Aggregate<string, IEnumerable<XElement>>([Xml], (elements, name) => elements.Elements().Where(element => element.Name.LocalName == name));
}

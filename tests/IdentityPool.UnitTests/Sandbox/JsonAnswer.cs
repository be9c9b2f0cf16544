using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What a JSON service answered.</summary>
internal sealed record JsonAnswer(int Status, string Text, string? RequestId, string? ErrorType)
{
    public JsonObject Body => Text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(Text)!;

    public string? Code => (string?)Body["__type"];

    public string? Message => (string?)Body["message"];

    public JsonNode? this[string name] => Body[name];

    /// <summary>The answer of a call that has to succeed.</summary>
    public JsonAnswer Ok()
    {
        Assert.True(Status == 200, Text);
        return this;
    }

    public void Refused(string code, string message, int status = 400) => Assert.Equal((status, code, message), (Status, Code, Message));
}

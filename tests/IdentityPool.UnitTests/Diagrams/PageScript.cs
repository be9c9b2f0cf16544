using System.Text.Json.Nodes;
using IdentityPools.Diagrams;
using Jint;
using Jint.Native;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>The simulator of the page, run by an interpreter: no browser is needed for what it decides.</summary>
internal sealed class PageScript : IDisposable
{
    private const string Ask = """
        function ask(pool, provider, claims, customRole) {
          const found = provider === null ? null : pool.providers.find((known) => known.text === provider);
          return JSON.stringify(found === undefined ? null : decide(pool, { provider: found, claims: claimsOfJson(claims), customRole }));
        }
        function read(data) { return JSON.parse(data); }
        function claimsText(text) { return JSON.stringify([...claimsOfJson(text)]); }
        function isSpace(letter) { return letter.replace(edges, '') === ''; }
        function written(text) { return writeJson({ kind: 'object', entries: new Map([['k', { kind: 'string', text }]]) }); }
        """;

    private readonly Engine engine = new();
    private readonly Dictionary<IdentityPool, JsValue> pools = new(ReferenceEqualityComparer.Instance);

    public PageScript() => engine.Execute(string.Concat(HtmlPage.Simulator.Select(DiagramFile.Read)) + Ask);

    /// <summary>What the page decides; null where it does not know the provider.</summary>
    public JsonNode? Decide(IdentityPool pool, string? provider, string claims, string? customRole) =>
        JsonNode.Parse(engine.Invoke("ask", DataOf(pool), provider, claims, customRole).AsString());

    /// <summary>The claims that the page reads, each as its name and its value.</summary>
    /// <exception cref="Jint.Runtime.JavaScriptException">They cannot be read.</exception>
    public JsonNode Claims(string text) => JsonNode.Parse(engine.Invoke("claimsText", text).AsString())!;

    public string Folded(char letter) => engine.Invoke("folded", letter.ToString()).AsString();

    public bool IsSpace(char letter) => engine.Invoke("isSpace", letter.ToString()).AsBoolean();

    public string Shown(string text) => engine.Invoke("shown", text).AsString();

    public string Written(string text) => engine.Invoke("written", text).AsString();

    /// <summary>What a page has of the pool. It is read once, as in the page.</summary>
    private JsValue DataOf(IdentityPool pool)
    {
        if (!pools.TryGetValue(pool, out var data))
        {
            pools.Add(pool, data = engine.Invoke("read", SimulatorData.Serialize(new(pool, []))));
        }

        return data;
    }

    public void Dispose() => engine.Dispose();
}

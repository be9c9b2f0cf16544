using System.Text.Json.Nodes;
using IdentityPools.UnitTests.Simulation;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>A folder with pages, and what a browser has to find in them.</summary>
internal static class PageScenario
{
    public static void Write(string folder)
    {
        var table = SimulationCases.Read();
        Page(folder, "shop", Samples.Shop, Samples.FindingsOf(Samples.Shop, "Every user may read every upload: the resource ends with an asterisk."));
        Page(folder, "quiet", Samples.Shop, []);
        Page(folder, "big", Samples.Big, []);
        Page(folder, "empty", Samples.Empty, []);
        Page(folder, "functions", Samples.Functions, []);
        Page(folder, "hostile", Samples.Hostile, [.. Samples.Attacks.SelectMany(attack => Samples.FindingsOf(Samples.Hostile, attack))]);
        foreach (var (name, pool) in table.Pools)
        {
            Page(folder, "case-" + name, pool, []);
        }

        File.WriteAllText(Path.Combine(folder, "cases.json"), new JsonArray([.. table.All.Select(asked => Case(table, asked))]).ToJsonString());
    }

    private static void Page(string folder, string name, IdentityPool pool, IReadOnlyList<IdentityPoolFinding> findings)
    {
        foreach (var (format, extension) in new[] { (DiagramFormat.Html, "html"), (DiagramFormat.Svg, "svg"), (DiagramFormat.Mermaid, "mmd") })
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.{extension}"), IdentityPools.Diagrams.Diagram.Render(pool, findings, format));
        }
    }

    /// <summary>A sign-in as the page is asked for it, and what it has to answer.</summary>
    public static JsonObject Case(SimulationCases table, SimulationCase asked)
    {
        var pool = table.Pools[asked.Pool];
        var provider = asked.Provider is { } name ? pool.Bound(SimulationCases.ProviderOf(name)).ToString() : null;
        return new()
        {
            ["name"] = asked.Name,
            ["page"] = $"case-{asked.Pool}.html",
            ["provider"] = provider,
            ["claims"] = asked.Claims,
            ["customRole"] = asked.CustomRole,
            ["expected"] = Expected(table.Decide(asked)),
        };
    }

    private static JsonObject Expected(RoleDecision decision) =>
        new()
        {
            ["outcome"] = decision.Outcome.ToString(),
            ["role"] = decision.Role,
            ["step"] = decision.Step.ToString(),
            ["rule"] = decision.RulePosition,
            ["message"] = decision.Message,
            ["text"] = decision.ToString(),
            ["trace"] = new JsonArray([
                .. decision.Trace.Select(entry => new JsonObject
                {
                    ["position"] = entry.Position,
                    ["isMatch"] = entry.IsMatch,
                    ["isDecisive"] = entry.IsDecisive,
                    ["reason"] = entry.Reason,
                }),
            ]),
            ["notes"] = new JsonArray([
                .. decision.Notes.Select(note => new JsonObject
                {
                    ["id"] = note.Id,
                    ["text"] = note.Text,
                    ["readings"] = new JsonArray([.. note.Readings.Select(reading => (JsonNode)reading)]),
                }),
            ]),
        };
}

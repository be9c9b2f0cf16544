using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.ModuleTests.ForeignClients;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>Somebody else in the account, with boto3: makes calls, and tells the state of everything without the module's own reader.</summary>
internal sealed class AccountHand : IAsyncDisposable
{
    private readonly Process process;

    private AccountHand(Process process) => this.process = process;

    public static AccountHand Start(Tool python, string endpoint) =>
        new(python.Start([Path.Combine(AppContext.BaseDirectory, "ForeignClients", "account_hand.py"), endpoint], isFed: true));

    /// <summary>Makes a call that has to succeed.</summary>
    public async Task<JsonNode> CallAsync(string service, string operation, object parameters)
    {
        var answer = await AskAsync(
            JsonSerializer.Serialize(
                new
                {
                    service,
                    operation,
                    parameters,
                }
            )
        );
        return answer["refused"] is { } code ? throw new InvalidOperationException($"{operation}: {code}: {answer["message"]}") : answer;
    }

    /// <summary>All of the account.</summary>
    public Task<JsonNode> TreeAsync() => AskAsync("state");

    /// <summary>Every value of the account, by its path.</summary>
    public async Task<SortedDictionary<string, string>> StateAsync() => Values(await TreeAsync());

    /// <summary>Every value, by its path.</summary>
    public static SortedDictionary<string, string> Values(JsonNode tree)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten("", tree, values);
        return values;
    }

    /// <summary>Every value that is another one: its path, before, after.</summary>
    public static IEnumerable<string> Differences(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        from path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let old = before.GetValueOrDefault(path)
        let now = after.GetValueOrDefault(path)
        where old != now
        select $"{path}: {old ?? "-"} > {now ?? "-"}";

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonNode> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() is { } answer
            ? JsonNode.Parse(answer)!
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private static void Flatten(string path, JsonNode? node, SortedDictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    Flatten(path.Length == 0 ? name : $"{path}/{name}", member, values);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Flatten($"{path}/{index}", items[index], values);
                }

                break;
            default:
                values[path] = node?.ToJsonString() ?? "null";
                break;
        }
    }
}

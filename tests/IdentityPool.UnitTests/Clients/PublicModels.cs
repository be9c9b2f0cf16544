using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.UnitTests.Clients;

/// <summary>AWS's public service models, as botocore brings them, where it is installed.</summary>
internal static class PublicModels
{
    public static readonly IReadOnlyDictionary<string, string> Versions = new Dictionary<string, string>
    {
        ["cognito-identity"] = "2014-06-30",
        ["cognito-idp"] = "2016-04-18",
        ["iam"] = "2010-05-08",
        ["sts"] = "2011-06-15",
    };

    private static readonly Lazy<JsonNode?> Read = new(Run);

    /// <summary>The models in the form of the project's own, and the endpoints; null without botocore.</summary>
    public static JsonNode? All => Read.Value;

    private static JsonNode? Run()
    {
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Clients", "public_models.py");
            var start = new ProcessStartInfo("python3", [script, JsonSerializer.Serialize(Versions)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonNode.Parse(output)
                : errors.Result.Contains("No module named 'botocore'", StringComparison.Ordinal) ? null
                : throw new InvalidOperationException(errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no Python.
            return null;
        }
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Pages in a real browser: what they compute, load, show and let be done with the keyboard alone.</summary>
public sealed class BrowserTests
{
    private static readonly string Scripts = typeof(BrowserTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(known => known.Key == "BrowserTests")
        .Value!;

    /// <summary>All checks share one browser; what each of them found stands here by its name.</summary>
    private static readonly Lazy<Task<JsonObject?>> Findings = new(RunAsync);

    [Theory]
    [InlineData("loads")]
    [InlineData("policy")]
    [InlineData("answers")]
    [InlineData("words")]
    [InlineData("letters")]
    [InlineData("keyboard")]
    [InlineData("claims")]
    [InlineData("phone")]
    [InlineData("contrast")]
    [InlineData("big")]
    [InlineData("injection")]
    [InlineData("image")]
    public async Task A_page_stands_the_check_of(string check)
    {
        var faults = await Findings.Value;
        Assert.SkipWhen(faults is null, "Chromium, Node.js or playwright-core is not installed: npm ci --prefix tests/browser.");
        Assert.Empty(Assert.IsType<JsonArray>(faults[check]).Select(fault => (string?)fault));
    }

    /// <summary>Where the pages stay for people to look at them; nowhere unless somebody says so.</summary>
    private static readonly string? Kept = Environment.GetEnvironmentVariable("IDENTITYPOOL_PAGES");

    private static async Task<JsonObject?> RunAsync()
    {
        var folder = Kept is null ? Directory.CreateTempSubdirectory("identitypool-pages-") : Directory.CreateDirectory(Kept);
        try
        {
            PageScenario.Write(folder.FullName);
            LetterTable.Write(folder.FullName);
            return await CheckAsync(folder.FullName);
        }
        finally
        {
            if (Kept is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task<JsonObject?> CheckAsync(string folder)
    {
        using var node = Start(folder);
        if (node is null)
        {
            return null;
        }

        var errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await node.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await node.WaitForExitAsync(CancellationToken.None);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(output) as JsonObject;
    }

    private static Process? Start(string folder)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("node", [Path.Combine(Scripts, "check.mjs"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true }
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

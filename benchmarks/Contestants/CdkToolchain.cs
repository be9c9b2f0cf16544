using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>Node and the aws-cdk-lib that cdk/package-lock.json pins.</summary>
/// <param name="NodeVersion">As Node tells it.</param>
/// <param name="LibraryVersion">The version of aws-cdk-lib that is installed.</param>
/// <param name="Script">The script that defines the pools.</param>
internal sealed record CdkToolchain(string NodeVersion, string LibraryVersion, string Script)
{
    /// <summary>Node alone: it starts, runs nothing and ends.</summary>
    public static CommandLine Empty => new("node", "--eval", "0");

    /// <exception cref="BenchmarkException">Node or aws-cdk-lib is not installed.</exception>
    public static CdkToolchain Find(Repository repository) =>
        new(
            FindNode(),
            FindLibrary(repository.PathTo("benchmarks", "cdk", "node_modules", "aws-cdk-lib", "package.json")),
            repository.PathTo("benchmarks", "cdk", "rich-pools.js")
        );

    private static string FindNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            return node.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception exception)
        {
            throw new BenchmarkException("Node was not found on the PATH: install Node 20 or later, or pass --skip-cdk.", exception);
        }
    }

    private static string FindLibrary(string manifest)
    {
        if (!File.Exists(manifest))
        {
            throw new BenchmarkException("aws-cdk-lib is not installed: run 'npm ci --prefix benchmarks/cdk', or pass --skip-cdk.");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return document.RootElement.GetProperty("version").GetString()!;
    }
}

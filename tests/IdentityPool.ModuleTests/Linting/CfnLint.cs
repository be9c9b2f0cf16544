using System.Diagnostics;
using System.Text.Json;
using IdentityPools.ModuleTests.Hosting;

namespace IdentityPools.ModuleTests.Linting;

/// <summary>cfn-lint, where it is installed: https://github.com/aws-cloudformation/cfn-lint</summary>
internal static class CfnLint
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>Its path, or null.</summary>
    public static string? Path { get; } =
        (
            from directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            from suffix in Suffixes
            let path = System.IO.Path.Combine(directory, "cfn-lint" + suffix)
            where File.Exists(path)
            select path
        ).FirstOrDefault();

    /// <summary>Looks at all templates of a directory in one process.</summary>
    /// <exception cref="InvalidOperationException">The linter did not work.</exception>
    public static async Task<IReadOnlyList<LintFinding>> RunAsync(string directory, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path!, ["--format", "json", System.IO.Path.Combine(directory, "*")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }.WithInitialEnvironment();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        try
        {
            using var findings = JsonDocument.Parse(output);
            return [.. findings.RootElement.EnumerateArray().Select(Finding)];
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"cfn-lint ended with {process.ExitCode}: {output}{await errors}", exception);
        }
    }

    private static LintFinding Finding(JsonElement finding) =>
        new(
            finding.GetProperty("Rule").GetProperty("Id").GetString()!,
            System.IO.Path.GetFileName(finding.GetProperty("Filename").GetString()!),
            finding.GetProperty("Message").GetString()!
        );
}

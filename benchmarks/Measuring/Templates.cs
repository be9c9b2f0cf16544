using System.Text.Json;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>The templates that a run left behind.</summary>
internal static class Templates
{
    /// <summary>Counts the identity pools in all JSON templates of a directory.</summary>
    /// <remarks>What is not a template, such as the CDK's lists of assets, counts nothing.</remarks>
    public static int CountPools(string directory) => Directory.EnumerateFiles(directory, "*.json").Sum(CountPoolsInFile);

    private static int CountPoolsInFile(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.TryGetProperty("Resources", out var resources)
            ? resources.EnumerateObject().Count(resource => resource.Value.GetProperty("Type").ValueEquals("AWS::Cognito::IdentityPool"))
            : 0;
    }
}

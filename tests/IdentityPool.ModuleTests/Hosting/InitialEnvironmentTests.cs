using Xunit;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>A process of a test gets nothing that a file of tests has set meanwhile.</summary>
public sealed class InitialEnvironmentTests
{
    [Fact]
    public void A_variable_that_was_set_since_is_not_handed_on()
    {
        const string Name = "IDENTITYPOOL_SET_BY_A_TEST";
        Environment.SetEnvironmentVariable(Name, "1");
        try
        {
            var start = new System.Diagnostics.ProcessStartInfo("pwsh").WithInitialEnvironment();

            Assert.DoesNotContain(Name, start.Environment.Keys);
            Assert.Contains("PATH", start.Environment.Keys, StringComparer.OrdinalIgnoreCase);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, null);
        }
    }

    [Fact]
    public void Every_process_of_a_test_is_started_with_it()
    {
        var sources = Directory
            .GetFiles(Path.Combine(HelpPages.Engine.ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any() && Path.GetFileName(file) != nameof(InitialEnvironmentTests) + ".cs"
            )
            .Select(File.ReadAllText)
            .Where(text => text.Contains("new ProcessStartInfo", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, text => Assert.Contains(nameof(InitialEnvironment.WithInitialEnvironment), text, StringComparison.Ordinal));
    }
}

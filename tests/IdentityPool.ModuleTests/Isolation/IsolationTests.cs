using Xunit;

namespace IdentityPools.ModuleTests.Isolation;

/// <summary>The module works beside whatever builds of its dependencies a session already has, and adds none of its own to the session.</summary>
public sealed class IsolationTests
{
    private const string DefaultContext = "Default";
    private const string OtherYaml = "YamlDotNet/YamlDotNet.dll";
    private const string OlderSdk = "OlderAwsSdk/AWSSDK.Core.dll";
    private const string SdkOfTheSameAssemblyVersion = "OtherAwsSdk/AWSSDK.Core.dll";

    private static readonly string[] Face = ["IdentityPool", "IdentityPool.Core", "IdentityPool.Isolation"];

    [Theory]
    [InlineData(OtherYaml, OlderSdk)]
    [InlineData(OtherYaml, SdkOfTheSameAssemblyVersion)]
    public async Task Templates_are_written_and_read_beside_other_builds(params string[] foreign)
    {
        var session = await ForeignSession.RunAsync("Yaml", foreign);

        var yaml = session.After.Where(assembly => assembly.Name == "YamlDotNet").ToDictionary(assembly => assembly.Context);
        Assert.Equal(2, yaml.Count);
        Assert.Equal(13, yaml[DefaultContext].Version.Major);
        Assert.EndsWith(Path.Combine("out", "IdentityPool", "lib", "YamlDotNet.dll"), yaml["IdentityPools"].Path, StringComparison.Ordinal);
        Assert.NotEqual(13, yaml["IdentityPools"].Version.Major);
        Assert.Single(session.After, assembly => assembly.Name == "AWSSDK.Core" && assembly.Context == DefaultContext);
    }

    [Fact]
    public async Task Nothing_but_the_face_of_the_module_comes_into_the_session()
    {
        var session = await ForeignSession.RunAsync("Yaml");

        Assert.Equal(Face, Added(session).Where(assembly => assembly.Context == DefaultContext).Select(assembly => assembly.Name).Order());
        Assert.Equal(
            ["IdentityPool.Adapters", "YamlDotNet"],
            Added(session).Where(assembly => assembly.Context != DefaultContext).Select(assembly => assembly.Name).Order()
        );
    }

    [Fact]
    public async Task Json_loads_nothing_from_elsewhere_at_all()
    {
        var session = await ForeignSession.RunAsync("Json");

        Assert.Equal(["IdentityPool", "IdentityPool.Core"], Added(session).Select(assembly => assembly.Name).Order());
    }

    [Theory]
    [InlineData(OlderSdk)]
    [InlineData(SdkOfTheSameAssemblyVersion)]
    [InlineData(OtherYaml, SdkOfTheSameAssemblyVersion)]
    public async Task Aws_is_called_beside_other_builds_of_its_sdk(params string[] foreign)
    {
        var session = await ForeignSession.RunAsync("Live", foreign);

        var cores = session.After.Where(assembly => assembly.Name == "AWSSDK.Core").ToDictionary(assembly => assembly.Context);
        Assert.Equal(2, cores.Count);
        Assert.EndsWith(foreign[^1], cores[DefaultContext].Path.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine("out", "IdentityPool", "lib", "AWSSDK.Core.dll"), cores["IdentityPools"].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calling_aws_brings_no_part_of_its_sdk_into_the_session()
    {
        var session = await ForeignSession.RunAsync("Live");

        Assert.Equal(Face, Added(session).Where(assembly => assembly.Context == DefaultContext).Select(assembly => assembly.Name).Order());
        Assert.Contains(Added(session), assembly => assembly is { Context: "IdentityPools", Name: "AWSSDK.Core" });
    }

    [Theory]
    [InlineData("Live", true)]
    [InlineData("Network", false)]
    public async Task The_sandbox_is_loaded_by_nobody_but_those_who_connect_to_one(string work, bool isLoaded)
    {
        var session = await ForeignSession.RunAsync(work);

        Assert.Contains(Added(session), assembly => assembly.Name == "AWSSDK.Core");
        Assert.Equal(isLoaded, Added(session).Any(assembly => assembly is { Context: "IdentityPools", Name: "IdentityPool.Sandbox" }));
    }

    [Theory]
    [InlineData("Reference")]
    [InlineData("Json")]
    [InlineData("Yaml")]
    public async Task What_calls_nothing_loads_no_sdk_at_all(string work)
    {
        var session = await ForeignSession.RunAsync(work);

        Assert.DoesNotContain(session.After, assembly => assembly.Name.StartsWith("AWSSDK", StringComparison.Ordinal));
    }

    /// <summary>What came with the module, the framework's own assemblies apart.</summary>
    private static IEnumerable<LoadedAssembly> Added(ForeignSession session)
    {
        var framework = Path.GetDirectoryName(session.Before.Single(assembly => assembly.Name == "System.Private.CoreLib").Path);
        return session.After.Except(session.Before).Where(assembly => Path.GetDirectoryName(assembly.Path) != framework);
    }
}

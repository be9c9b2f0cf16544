using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using IdentityPools.Commands;
using IdentityPools.Isolation;
using IdentityPools.Yaml;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace IdentityPools.UnitTests.Architecture;

/// <summary>Who may know whom, in words.</summary>
public sealed class LayerTests
{
    private static readonly System.Reflection.Assembly Core = typeof(IdentityPool).Assembly;
    private static readonly System.Reflection.Assembly Face = typeof(NewIdentityPoolCommand).Assembly;
    private static readonly System.Reflection.Assembly Adapters = typeof(YamlTemplateText).Assembly;
    private static readonly System.Reflection.Assembly Isolation = typeof(IsolatedAssembly).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies(Core, Face, Adapters, Isolation).Build();

    [Fact]
    public void Core_references_the_framework_and_nothing_else() =>
        Assert.All(References(Core), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void The_face_references_Core_Isolation_and_PowerShell() =>
        Assert.Equal(
            ["IdentityPool.Core", "IdentityPool.Isolation", "System.Management.Automation"],
            References(Face).Where(name => !IsFramework(name)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Adapters_reference_Core_and_their_libraries() =>
        Assert.Equal(["IdentityPool.Core", "YamlDotNet"], References(Adapters).Where(name => !IsFramework(name)).Order(StringComparer.Ordinal));

    [Fact]
    public void Isolation_references_the_framework_and_nothing_else() => Assert.All(References(Isolation), name => Assert.True(IsFramework(name), name));

    [Fact]
    public void The_model_knows_nothing_of_import_and_export_of_files() =>
        Types()
            .That()
            .ResideInAssembly(Core)
            .Should()
            .NotDependOnAny(Types().That().HaveFullNameContaining("System.IO.File"))
            .WithoutRequiringPositiveResults()
            .Check(House);

    [Fact]
    public void Nothing_writes_to_the_console() =>
        Types()
            .That()
            .ResideInAssembly(Core)
            .Or()
            .ResideInAssembly(Face)
            .Or()
            .ResideInAssembly(Adapters)
            .Should()
            .NotDependOnAny(Types().That().HaveFullName("System.Console"))
            .WithoutRequiringPositiveResults()
            .Check(House);

    [Fact]
    public void Commands_are_sealed_or_abstract_and_named_for_what_they_are() =>
        Classes()
            .That()
            .ResideInNamespace("IdentityPools.Commands")
            .And()
            .AreNotAbstract()
            .And()
            .DoNotHaveName("HelpPages")
            .Should()
            .BeSealed()
            .AndShould()
            .HaveNameEndingWith("Command")
            .Check(House);

    [Fact]
    public void Only_the_face_has_commands() => Classes().That().HaveNameEndingWith("Command").Should().ResideInAssembly(Face).Check(House);

    private static IEnumerable<string> References(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsFramework(string name) => name.StartsWith("System.", StringComparison.Ordinal) && name != "System.Management.Automation";
}

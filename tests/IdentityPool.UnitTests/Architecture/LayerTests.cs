using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
    private static readonly System.Reflection.Assembly Sandbox = typeof(IdentityPools.Sandbox.SandboxAccount).Assembly;
    private static readonly System.Reflection.Assembly Clients = typeof(Amazon.CognitoIdentity.AmazonCognitoIdentityClient).Assembly;
    private static readonly System.Reflection.Assembly Isolation = typeof(IsolatedAssembly).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies(Core, Face, Adapters, Sandbox, Isolation).Build();

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
        Assert.Equal(
            ["AWSSDK.Core", "AWSSDK.SecurityToken", "AwsServiceClients", "IdentityPool.Core", "YamlDotNet"],
            References(Adapters).Where(name => !IsFramework(name)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_sandbox_references_Core_and_the_framework() => Assert.Equal(["IdentityPool.Core"], References(Sandbox).Where(name => !IsFramework(name)));

    [Fact]
    public void Isolation_references_the_framework_and_nothing_else() => Assert.All(References(Isolation), name => Assert.True(IsFramework(name), name));

    [Fact]
    public void Files_are_the_business_of_the_face()
    {
        Assert.Contains("System.IO.File", TypeReferences(Face));
        Assert.DoesNotContain("System.IO.File", TypeReferences(Core));
        Assert.DoesNotContain("System.IO.File", TypeReferences(Sandbox));
        // Whether a file of the SDK's settings is there has to be known before the SDK reads another one in its place.
        Assert.Equal(["Exists"], MembersOf("File", Adapters));
    }

    [Fact]
    public void Nothing_writes_to_the_console() =>
        Assert.DoesNotContain("System.Console", new[] { Core, Face, Adapters, Sandbox, Clients, Isolation }.SelectMany(References));

    [Fact]
    public void Commands_are_sealed_or_abstract_and_named_for_what_they_are() =>
        Classes()
            .That()
            .ResideInNamespace("IdentityPools.Commands")
            .And()
            .AreNotAbstract()
            .And()
            .ArePublic()
            .Should()
            .BeSealed()
            .AndShould()
            .HaveNameEndingWith("Command")
            .Check(House);

    [Fact]
    public void Only_the_face_has_commands() => Classes().That().HaveNameEndingWith("Command").Should().ResideInAssembly(Face).Check(House);

    private static IEnumerable<string> References(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    /// <summary>Every type of another assembly that this one names anywhere, read from its metadata.</summary>
    private static List<string> TypeReferences(System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }

    /// <summary>What an assembly uses of a type of <c>System.IO</c>.</summary>
    private static IEnumerable<string> MembersOf(string type, System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member =>
                    member.Parent.Kind == HandleKind.TypeReference
                    && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var parent
                    && metadata.GetString(parent.Namespace) == "System.IO"
                    && metadata.GetString(parent.Name) == type
                )
                .Select(member => metadata.GetString(member.Name))
                .Distinct(),
        ];
    }

    private static bool IsFramework(string name) => name.StartsWith("System.", StringComparison.Ordinal) && name != "System.Management.Automation";
}

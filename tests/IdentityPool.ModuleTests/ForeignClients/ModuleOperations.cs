using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>The operations that the module calls, read from its clients without loading them.</summary>
internal static class ModuleOperations
{
    private const string Suffix = "Async";

    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["IAmazonCognitoIdentity"] = "cognito-identity",
        ["IAmazonCognitoIdentityProvider"] = "cognito-idp",
        ["IAmazonIdentityManagementService"] = "iam",
    };

    /// <summary>Every operation as the service's name for the AWS CLI and its own.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    private static IReadOnlyList<string> Read()
    {
        using var file = File.OpenRead(Path.Combine(ModuleRunspace.Root, "out", "IdentityPool", "lib", "AwsServiceClients.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
            let type = metadata.GetTypeDefinition(handle)
            where Services.ContainsKey(metadata.GetString(type.Name))
            from method in type.GetMethods()
            let name = metadata.GetString(metadata.GetMethodDefinition(method).Name)
            where name.EndsWith(Suffix, StringComparison.Ordinal)
            select $"{Services[metadata.GetString(type.Name)]} {name[..^Suffix.Length]}",
        ];
    }
}

using IdentityPools.Policies;

namespace IdentityPools.UnitTests.Access;

/// <summary>What the catalogue grants, as it stands in a policy document.</summary>
internal static class Grants
{
    public const string Identity = "${cognito-identity.amazonaws.com:sub}";

    public static ValueList<PolicyStatement> Statements(AwsService service, AccessLevel access, bool perIdentity, params ValueList<TemplateValue> resources) =>
        ServiceCatalogue.Statements(service, access, resources, perIdentity);

    public static string[] Of(AwsService service, AccessLevel access, params ValueList<TemplateValue> resources) =>
        Documents(Statements(service, access, perIdentity: false, resources));

    public static string[] PerIdentity(AwsService service, AccessLevel access, params ValueList<TemplateValue> resources) =>
        Documents(Statements(service, access, perIdentity: true, resources));

    /// <summary>The resources alone, those of all statements together.</summary>
    public static string[] Resources(AwsService service, AccessLevel access, params ValueList<TemplateValue> resources) =>
        [
            .. Statements(service, access, perIdentity: false, resources)
                .SelectMany(statement => statement.TypedResources)
                .Select(resource => resource.ToString()),
        ];

    public static TemplateValue Function(string json) => TemplateValue.FromNode(JsonTemplates.Read(json));

    private static string[] Documents(ValueList<PolicyStatement> statements) => [.. statements.Select(statement => statement.ToNode().ToString())];
}

using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>User pools, their clients and groups, and IAM providers that are created with a pool, as resources.</summary>
internal static class SupportingResources
{
    public static void Add(TemplateSections sections, UserPool userPool) =>
        sections.AddResource(
            userPool.ResourceId,
            ResourceTypes.UserPool,
            With(
                Settings(userPool),
                new() { { "UserPoolName", userPool.TypedName?.Node }, { "UserPoolTags", TemplateMapping.Sorted(userPool.TypedTags, value => value.Node) } }
            ),
            userPool.DeletionPolicy
        );

    /// <summary>The settings of a user pool without its name and tags.</summary>
    public static TemplateMapping Settings(UserPool userPool) =>
        With(
            userPool.AdditionalProperties,
            new()
            {
                { "AdminCreateUserConfig", userPool.AllowSelfSignUp is { } allow ? TemplateMapping.Single("AllowAdminCreateUserOnly", !allow) : null },
                { "Policies", userPool.PasswordMinimumLength is { } length ? PasswordPolicy(length) : null },
            }
        );

    /// <summary>A policy that changes the length only: without the other members Cognito would drop the requirements that it has by default.</summary>
    public static TemplateMapping PasswordPolicy(int minimumLength) =>
        TemplateMapping.Single(
            "PasswordPolicy",
            new TemplateMapping
            {
                { "MinimumLength", minimumLength },
                { "RequireLowercase", true },
                { "RequireNumbers", true },
                { "RequireSymbols", true },
                { "RequireUppercase", true },
            }
        );

    public static void Add(TemplateSections sections, string id, UserPoolAuthentication provider)
    {
        var client = provider.UserPoolClient;
        sections.AddResource(
            id,
            ResourceTypes.UserPoolClient,
            With(
                Settings(client),
                new()
                {
                    { "ClientName", client.TypedName?.Node },
                    { "UserPoolId", ProviderText.UserPoolId(provider.UserPool) },
                    { "GenerateSecret", client.GenerateSecret is { } generate ? generate : (TemplateNode?)null },
                }
            )
        );
    }

    /// <summary>The settings of a client that can change: not its name, its user pool, nor whether it has a secret.</summary>
    public static TemplateMapping Settings(UserPoolClient client) =>
        With(
            client.AdditionalProperties,
            new()
            {
                { "ExplicitAuthFlows", Nodes.List(client.TypedExplicitAuthFlows) },
                { "PreventUserExistenceErrors", client.PreventUserExistenceErrors },
                { "SupportedIdentityProviders", Nodes.List(client.TypedSupportedIdentityProviders) },
                { "AllowedOAuthFlowsUserPoolClient", client.TypedAllowedOAuthFlows.Count > 0 ? true : (TemplateNode?)null },
                { "AllowedOAuthFlows", Nodes.List(client.TypedAllowedOAuthFlows) },
                { "AllowedOAuthScopes", Nodes.List(client.TypedAllowedOAuthScopes) },
                { "CallbackURLs", Nodes.List(client.TypedCallbackUrls) },
                { "LogoutURLs", Nodes.List(client.TypedLogoutUrls) },
            }
        );

    public static void Add(TemplateSections sections, UserPoolGroup group, TemplateNode? roleArn) =>
        sections.AddResource(
            group.ResourceId,
            ResourceTypes.UserPoolGroup,
            With(
                group.AdditionalProperties,
                new()
                {
                    { "UserPoolId", ProviderText.UserPoolId(group.UserPool!) },
                    { "GroupName", group.TypedName?.Node },
                    { "Description", group.TypedDescription?.Node },
                    { "Precedence", group.Precedence is { } precedence ? precedence : (TemplateNode?)null },
                    { "RoleArn", roleArn },
                }
            )
        );

    public static void Add(TemplateSections sections, OpenIdConnectProvider provider) =>
        sections.AddResource(
            provider.ResourceId,
            ResourceTypes.OpenIdConnectProvider,
            new()
            {
                { "Url", provider.TypedUrl!.Node },
                { "ClientIdList", Nodes.List(provider.TypedClientIds) },
                { "ThumbprintList", Nodes.List(provider.TypedThumbprints) },
                { "Tags", Nodes.Tags(provider.TypedTags) },
            }
        );

    public static void Add(TemplateSections sections, SamlProvider provider) =>
        sections.AddResource(
            provider.ResourceId,
            ResourceTypes.SamlProvider,
            new()
            {
                { "Name", provider.TypedName?.Node },
                { "SamlMetadataDocument", provider.TypedMetadataDocument!.Node },
                { "Tags", Nodes.Tags(provider.TypedTags) },
            }
        );

    private static TemplateMapping With(TemplateMapping additional, TemplateMapping properties)
    {
        foreach (var (name, value) in additional)
        {
            properties.Add(name, value);
        }

        return properties;
    }
}

/// <summary>Watches that a user pool or provider that several pools share ends up in one template only: two stacks would create it twice.</summary>
internal sealed class SharedResources
{
    private readonly Dictionary<string, List<(int Template, TemplateMapping Resource)>> known = new(StringComparer.Ordinal);

    /// <summary>Says that a part goes into a template.</summary>
    /// <exception cref="DefinitionException">Another template creates one of its resources already.</exception>
    public void Claim(TemplateSections part, int template)
    {
        foreach (var (id, resource) in part.Resources.Where(resource => ResourceTypes.IsShared(TypeOf(resource.Value))))
        {
            if (!known.TryGetValue(id, out var others))
            {
                known.Add(id, others = []);
            }

            // Another resource of the same id is another thing, in a stack of its own.
            if (others.Exists(other => other.Template != template && ProviderAudiences.AreOne(other.Resource, resource)))
            {
                throw DefinitionErrors.Create(nameof(Messages.SharedAcrossTemplates), id, id);
            }

            others.Add((template, resource));
        }
    }

    private static string TypeOf(TemplateMapping resource) => ((TemplateScalar)resource["Type"]!).Text;
}

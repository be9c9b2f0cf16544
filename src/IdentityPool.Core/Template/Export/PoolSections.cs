using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What one pool puts into a template.</summary>
internal sealed class PoolSections
{
    private readonly IdentityPool pool;
    private readonly AwsPartition partition;
    private readonly TemplateOptions options;
    private readonly PoolNames names;
    private readonly ProviderText providers;
    private readonly TemplateSections sections;

    private PoolSections(IdentityPool pool, TemplateOptions options)
    {
        this.pool = pool;
        this.options = options;
        partition = AwsPartition.OfRegion(options.Region ?? pool.Region);
        names = new(pool);
        providers = new(names);
        sections = new() { IsRetained = pool.DeletionPolicy == DeletionPolicy.Retain };
    }

    /// <exception cref="DefinitionException">The definition is not complete, or a template cannot hold it.</exception>
    public static TemplateSections Create(IdentityPool pool, TemplateOptions options)
    {
        Completeness.CheckWritten(pool);
        if (pool.TypedDeveloperProviderName?.Literal is { Length: > Limits.DeveloperProviderNameInTemplate } name)
        {
            throw DefinitionErrors.Create(nameof(Messages.DeveloperProviderNameInTemplate), pool, name, name.Length, Limits.DeveloperProviderNameInTemplate);
        }

        return pool.Origin.Template is { } origin ? TemplateMerge.Of(pool, origin, options).Sections() : Write(pool, options);
    }

    /// <summary>What a definition says, whatever the template that it was imported from says besides.</summary>
    public static TemplateSections Write(IdentityPool pool, TemplateOptions options)
    {
        var builder = new PoolSections(pool, options);
        builder.AddSupport();
        builder.AddPool();
        builder.AddRoles();
        builder.AddGroups();
        builder.AddRoleAttachment();
        builder.AddPrincipalTags();
        if (!options.IsFragment)
        {
            builder.AddOutputs();
        }

        return builder.sections;
    }

    private void AddSupport()
    {
        foreach (var userPool in pool.UserPools.Select(provider => provider.UserPool).Where(userPool => userPool.IsManaged).Distinct())
        {
            SupportingResources.Add(sections, userPool);
        }

        foreach (var provider in pool.UserPools.Where(provider => provider.UserPoolClient.IsManaged))
        {
            SupportingResources.Add(sections, names.Client(provider.UserPool, provider.UserPoolClient), provider);
        }

        foreach (var provider in pool.OpenIdConnectProviders.Where(provider => provider.IsManaged))
        {
            SupportingResources.Add(sections, provider);
        }

        foreach (var provider in pool.SamlProviders.Where(provider => provider.IsManaged))
        {
            SupportingResources.Add(sections, provider);
        }
    }

    private void AddPool() =>
        sections.AddResource(
            names.Pool,
            ResourceTypes.IdentityPool,
            new()
            {
                { "IdentityPoolName", pool.TypedName?.Node },
                { "AllowUnauthenticatedIdentities", pool.AllowUnauthenticatedIdentities },
                { "AllowClassicFlow", pool.AllowClassicFlow is { } allow ? allow : (TemplateNode?)null },
                { "CognitoIdentityProviders", Nodes.List(pool.UserPools, UserPoolProvider) },
                { "SupportedLoginProviders", LoginProviders() },
                { "OpenIdConnectProviderARNs", Nodes.List(pool.OpenIdConnectProviders, ProviderText.Arn) },
                { "SamlProviderARNs", Nodes.List(pool.SamlProviders, ProviderText.Arn) },
                { "DeveloperProviderName", pool.TypedDeveloperProviderName?.Node },
                { "IdentityPoolTags", Nodes.Tags(pool.TypedTags) },
            },
            pool.DeletionPolicy,
            SuppressionMetadata.Write(pool)
        );

    private TemplateMapping UserPoolProvider(UserPoolAuthentication provider) =>
        new()
        {
            { "ProviderName", ProviderText.ProviderName(provider.UserPool) },
            { "ClientId", providers.ClientId(provider.UserPool, provider.UserPoolClient) },
            { "ServerSideTokenCheck", provider.ServerSideTokenCheck },
        };

    private TemplateMapping? LoginProviders() =>
        pool.LoginProviders.Count == 0
            ? null
            : new(
                pool.LoginProviders.Select(provider =>
                    KeyValuePair.Create(
                        provider.ProviderUrl,
                        provider.Secret is { } secret ? TextParts.Compose(provider.TypedAppId.Node, ";", SecretParameter(secret)) : provider.TypedAppId.Node
                    )
                )
            );

    /// <summary>A secret never stands in a template; whoever deploys it gives it.</summary>
    private TemplateMapping SecretParameter(ProviderSecret secret)
    {
        var name = secret.ParameterName ?? names.TwitterSecret;
        if (!options.IsFragment)
        {
            TemplateSections.Add(
                sections.Parameters,
                name,
                new()
                {
                    { "Type", "String" },
                    { "NoEcho", true },
                    { "Description", Messages.TwitterSecretParameter },
                }
            );
        }

        return Intrinsic.RefTo(name);
    }

    private void AddRoles()
    {
        foreach (var role in pool.Roles.Where(role => role.IsManaged))
        {
            RoleResources.AddManaged(sections, names, pool, role, partition);
        }

        foreach (var role in pool.Roles.Where(role => !role.IsManaged && role.Statements.Count > 0).DistinctBy(role => role.TypedArn))
        {
            RoleResources.AddGrants(sections, names, role, partition.Find(role.TypedArn!));
        }
    }

    private void AddGroups()
    {
        foreach (var group in pool.UserPoolGroups)
        {
            SupportingResources.Add(sections, group, RoleArn(group.Role));
        }
    }

    private void AddRoleAttachment()
    {
        var roles = new TemplateMapping { { "authenticated", RoleArn(pool.AuthenticatedRole) }, { "unauthenticated", RoleArn(pool.UnauthenticatedRole) } };
        // One that was imported keeps its place: another one for the same pool, made later, would lose its roles when this one is deleted.
        if (roles.Count == 0 && pool.RoleMappings.Count == 0 && pool.RoleAttachmentLogicalId is null)
        {
            return;
        }

        var mappings = new TemplateMapping(pool.RoleMappings.Select(mapping => KeyValuePair.Create(mapping.MappingKey, (TemplateNode)Mapping(mapping))));
        sections.AddResource(
            names.RoleAttachment,
            ResourceTypes.RoleAttachment,
            new()
            {
                { "IdentityPoolId", Intrinsic.RefTo(names.Pool) },
                { "Roles", roles.Count == 0 ? null : roles },
                { "RoleMappings", mappings.Count == 0 ? null : mappings },
            }
        );
    }

    private TemplateMapping Mapping(RoleMapping mapping) =>
        new()
        {
            { "Type", mapping.Type.ToString() },
            { "AmbiguousRoleResolution", mapping.AmbiguousRoleResolution.ToString() },
            { "IdentityProvider", providers.Url(mapping.Provider) },
            { "RulesConfiguration", mapping.Rules.Count == 0 ? null : TemplateMapping.Single("Rules", Nodes.List(mapping.Rules, Rule)!) },
        };

    private TemplateMapping Rule(RoleMappingRule rule) =>
        new()
        {
            { "Claim", rule.TypedClaim.Node },
            { "MatchType", rule.MatchType.ToString() },
            { "Value", rule.TypedClaimValue.Node },
            { "RoleARN", RoleArn(rule.MappedRole) },
        };

    private TemplateNode? RoleArn(IdentityPoolRole? role) =>
        role is null ? null
        : role.IsManaged ? Intrinsic.AttributeOf(names.Role(role), "Arn")
        : role.TypedArn!.Node;

    private void AddPrincipalTags()
    {
        foreach (var tags in pool.PrincipalTags)
        {
            sections.AddResource(
                names.PrincipalTag(tags),
                ResourceTypes.PrincipalTag,
                new()
                {
                    { "IdentityPoolId", Intrinsic.RefTo(names.Pool) },
                    { "IdentityProviderName", ProviderText.Name(tags.Provider) },
                    { "UseDefaults", tags.UseDefaults },
                    { "PrincipalTags", TemplateMapping.Sorted(tags.TypedTags, claim => claim.Node) },
                }
            );
        }
    }

    private void AddOutputs()
    {
        sections.AddOutput(names.Pool + "Id", Intrinsic.RefTo(names.Pool));
        sections.AddOutput(names.Pool + "Arn", PoolArn());
        foreach (var id in pool.Roles.Where(role => role.IsManaged).Select(names.Role))
        {
            sections.AddOutput(id + "Arn", Intrinsic.AttributeOf(id, "Arn"));
        }

        foreach (
            var id in pool
                .UserPools.Where(provider => provider.UserPoolClient.IsManaged)
                .Select(provider => names.Client(provider.UserPool, provider.UserPoolClient))
        )
        {
            sections.AddOutput(id + "Id", Intrinsic.RefTo(id));
        }
    }

    private TemplateNode PoolArn()
    {
        TemplateNode partitionName = options.Region is null ? Intrinsic.RefTo("AWS::Partition") : partition.Name;
        TemplateNode region = options.Region is null ? Intrinsic.RefTo("AWS::Region") : options.Region;
        return TextParts.Compose(
            "arn:",
            partitionName,
            ":cognito-identity:",
            region,
            ":",
            Intrinsic.RefTo("AWS::AccountId"),
            ":identitypool/",
            Intrinsic.RefTo(names.Pool)
        );
    }
}
